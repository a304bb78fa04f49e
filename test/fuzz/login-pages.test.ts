import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { urlFiles } from '../../src/flows/script-files.ts';
import { inSandbox } from '../support/sandbox.ts';
import { formContent } from './pages.ts';
import { PATIENCE, runs } from './runs.ts';

const PAGE = 'https://login.example.org/realm/login?next=%2Fx';
const file = (name: string) => readFileSync(new URL(`../../scripts/${name}`, import.meta.url), 'utf8');

/** Reads a page as the sign-in does, up to the decision where the password goes. */
const READER = `const expected = { errors: [], signIn: {}, provider: 'Any' };
pm.environment.set('redirect_uri', 'http://localhost:3000/callback');
pm.environment.set('authorization_endpoint', 'https://login.example.org/authorize');
${['form-encoding.js', 'explain.js', ...urlFiles, 'sign-in/password-sites.js', 'sign-in/button-words.js', 'sign-in/2-form.js', 'sign-in/3-page.js'].map(file).join('\n')}
const { load } = require('cheerio');
function answer(html) {
  try {
    const page = ${JSON.stringify(PAGE)};
    refuseHugePage(html, page);
    const $ = load(html);
    formPostAnswer($, page);
    loginMessage($);
    readable(html);
    const consent = consentForm($);
    if (consent !== undefined) fieldsOf($, consent.form, consent.button, ['x']);
    $('form').toArray().forEach((form) => oneTimeField($, form));
    const login = loginForm($);
    return login === undefined ? {} : { action: safeLogin($, login, page).action };
  } catch (error) {
    return { name: error.name, message: error.message };
  }
}`;

interface Read {
  readonly action?: string;
  readonly name?: string;
  readonly message?: string;
}

const action = fc.oneof(
  fc.constantFrom(
    '',
    '#',
    '?',
    '/login',
    'login',
    '//login.example.org/x',
    PAGE,
    'https://login.example.org:443/',
  ),
  fc
    .array(
      fc.constantFrom(
        ...[
          'https://',
          'http://',
          'https:',
          '//',
          '/',
          '\\',
          '@',
          ':',
          '?',
          '#',
          ' ',
          '\t',
          '\n',
          '.',
          '..',
          '%2F',
        ],
        ...[
          'evil.example',
          'login.example.org',
          'www.login.example.org',
          'LOGIN.example.org',
          'javascript:',
          ':443',
        ],
        ...['&#47;', '&#x5c;', '&Tab;', 'ſ', '。', '\u00ad', '\u2028', '\u00a0', '[', ']'],
      ),
      { maxLength: 7 },
    )
    .map((pieces) => pieces.join('')),
);
const attribute = (name: string) =>
  fc.oneof(
    fc.constant(''),
    action.map((text) => ` ${name}="${text}"`),
  );
const form = fc
  .tuple(
    fc.constantFrom(
      ' method="post"',
      ' method="POST"',
      ' method=" post"',
      '',
      ' method="get"',
      ' method="dialog"',
    ),
    attribute('action'),
    formContent,
    fc.constantFrom('<input type="password" name="p">', '<input type=password name=p>', ''),
    fc.constantFrom('<button>Sign in</button>', '<button formmethod="get">Log in</button>', ''),
    attribute('formaction').map((text) => `<button${text}>Log in</button>`),
  )
  .map(
    ([method, to, content, password, button, other]) =>
      `<form${method}${to}><input name="user">${content}${password}${button}${other}</form>`,
  );
const noise = fc.constantFrom(
  '<div>',
  '</div>',
  '</form>',
  '<form>',
  '<script>',
  '</script>',
  '<!--',
  '<table>',
  '<',
  '<input',
);
const page = fc
  .tuple(
    attribute('href'),
    fc.array(fc.oneof({ weight: 4, arbitrary: form }, { weight: 1, arbitrary: noise }), { maxLength: 4 }),
  )
  .map(([base, parts]) => `${base === '' ? '' : `<base${base}>`}${parts.join('')}`);

test('no page makes the reader crash, or sends a password to a foreign site', {
  timeout: PATIENCE,
}, async () => {
  const pages = fc.sample(page, runs(300));
  const answers = await inSandbox<string, Read>(READER, pages);
  const wrong = pages.flatMap((html, index) => {
    const read = answers[index] ?? {};
    // What stops a sign-in is an Error with a sentence; anything else is a crash.
    const crashed = read.name !== undefined && (read.name !== 'Error' || !/\.$/.test(read.message ?? ''));
    const leaks = read.action !== undefined && originOf(read.action) !== new URL(PAGE).origin;
    return crashed || leaks ? [{ html, ...read }] : [];
  });
  wrong.sort((one, other) => one.html.length - other.html.length);
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(answers.filter((read) => read.action !== undefined).length).toBeGreaterThan(pages.length / 50);
});

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : 'nowhere';
}

// Such pages took the reader minutes, or more stack than there is.
test.each([
  ['forms', '<form method="post"><input name="a">'],
  ['inputs', '<input name="a" type="password">'],
  ['divisions', '<div>'],
])('a page of half a megabyte of %s is refused as none', { timeout: PATIENCE }, async (_what, text) => {
  const html = `<form method="post"><input type="password" name="p">${text.repeat(500_000 / text.length)}`;
  const [read = {}] = await inSandbox<string, Read>(READER, [html]);
  expect(read.message).toMatch(/answered with a page of \d+ characters, \d+ tags.*no login page/);
});

test('a login page may be long', { timeout: PATIENCE }, async () => {
  const html = `<form method="post"><input type="password" name="p">${'location '.repeat(100_000)}${'<p>x</p>'.repeat(4000)}`;
  expect(await inSandbox<string, Read>(READER, [html])).toEqual([{ action: PAGE }]);
});
