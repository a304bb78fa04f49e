// @ts-nocheck
import fc from 'fast-check';

/** Names that servers use, and some that trip up programs. */
const name = fc.constantFrom(
  'a',
  'b',
  'user',
  'session[x]',
  'csrf',
  '__proto__',
  'ü',
  '',
  'code',
  '_charset',
);
const value = fc.constantFrom(
  '',
  '0',
  '1',
  'x y',
  'a&amp;b',
  'ü',
  '&quot;',
  'line\nbreak',
  '  ',
  '{{client_secret}}',
  'on',
);
const maybe = (text: string) => fc.constantFrom('', ` ${text}`);

function attributes(...parts: fc.Arbitrary<string>[]) {
  return fc.tuple(...parts).map((all) => all.join(''));
}

const named = name.map((text) => (text === '' ? '' : ` name="${text}"`));
const valued = fc.oneof(
  fc.constant(''),
  value.map((text) => ` value="${text}"`),
);

const input = attributes(
  fc
    .constantFrom(
      'text',
      'hidden',
      'password',
      'checkbox',
      'radio',
      'submit',
      'button',
      'reset',
      'TEXT',
      'email',
      'url',
      'search',
      'tel',
      'unknown',
    )
    .map((type) => `<input type="${type}"`),
  named,
  valued,
  maybe('checked'),
  maybe('disabled'),
  fc.constant('>'),
);
const select = fc
  .tuple(
    named,
    maybe('multiple'),
    maybe('disabled'),
    fc.array(
      attributes(
        fc.constant('<option'),
        valued,
        maybe('selected'),
        maybe('disabled'),
        fc.constantFrom('>one</option>', '> two  words </option>', '></option>'),
      ),
      { maxLength: 4 },
    ),
  )
  .map(
    ([own, multiple, disabled, options]) =>
      `<select${own}${multiple}${disabled}>${options.join('')}</select>`,
  );
const textarea = fc
  .tuple(
    named,
    maybe('disabled'),
    fc.constantFrom('', 'text', '\nfirst line is dropped', 'a\nb', 'a&amp;b', '  '),
  )
  .map(([own, disabled, text]) => `<textarea${own}${disabled}>${text}</textarea>`);
const button = fc
  .tuple(named, valued, fc.constantFrom('', ' type="submit"', ' type="button"'))
  .map(([own, content, type]) => `<button${own}${content}${type}>go</button>`);
const control = fc.oneof(input, select, textarea, button);
const fieldset = fc
  .tuple(maybe('disabled'), fc.array(control, { maxLength: 3 }))
  .map(([disabled, controls]) => `<fieldset${disabled}>${controls.join('')}</fieldset>`);

/** What stands between the tags of a form. */
export const formContent = fc
  .array(fc.oneof({ weight: 6, arbitrary: control }, { weight: 1, arbitrary: fieldset }), { maxLength: 7 })
  .map((controls) => controls.join(''));
