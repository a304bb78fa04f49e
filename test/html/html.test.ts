import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { css, html, lines, listed, type SafeHtml } from '../../src/html/html.ts';

const EVIL = `</td><script>alert(1)</script>" onload='x' & <!-- ]]>`;

test('a text is escaped, whatever it is in', () => {
  expect(String(html`<td title="${EVIL}">${EVIL}</td>`)).toBe(
    '<td title="&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp; &lt;!-- ]]&gt;">&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp; &lt;!-- ]]&gt;</td>',
  );
});

test('pieces are put together without being escaped again, lists too, and nothing is written for what is not there', () => {
  const cells = ['a<', html`<b>${'&'}</b>`, 3, undefined, false] as const;
  expect(String(html`<p>${cells}</p>`)).toBe('<p>a&lt;<b>&amp;</b>3</p>');
  expect(String(lines([html`<i></i>`, 'x>']))).toBe('<i></i>\nx&gt;');
  expect(String(listed(['a', html`<i></i>`], ', '))).toBe('a, <i></i>');
});

test.each<[string, (value: string) => SafeHtml]>([
  ['as an attribute without quotation marks', (value) => html`<a href=${value}>x</a>`],
  ['as a name in a tag', (value) => html`<a ${value}="x">x</a>`],
  ['behind a quoted attribute', (value) => html`<a href="x"${value}>x</a>`],
  ['in a comment', (value) => html`<!-- ${value} -->`],
  ['in a script', (value) => html`<script>const a = "${value}"</script>`],
  ['in a style', (value) => html`<style>${value}</style>`],
  ['in a list', (value) => html`<a ${[value]}>x</a>`],
])('a text is refused %s', (_, write) => {
  expect(() => write('x')).toThrow('cannot stand');
});

test('a nonce may stand in the tag of a style', () => {
  expect(String(html`<style nonce="${'a"b'}">${css('a {}')}</style><p>${'<'}</p>`)).toBe(
    '<style nonce="a&quot;b">a {}</style><p>&lt;</p>',
  );
});

test('an attribute of our own may stand in a tag', () => {
  const open = (is: boolean) => String(html`<details${is && html` open`}></details>`);
  expect(open(true)).toBe('<details open></details>');
  expect(open(false)).toBe('<details></details>');
});

test('a plain string does not compile where HTML is wanted', () => {
  const show = (piece: SafeHtml) => String(piece);
  // @ts-expect-error a string was not escaped
  expect(show('<b>')).toBe('<b>');
  expect(show(html`${'<b>'}`)).toBe('&lt;b&gt;');
});

test('a style cannot end its element', () => {
  expect(String(html`<style>${css('a > b {}')}</style>`)).toBe('<style>a > b {}</style>');
  expect(() => css('</style>')).toThrow();
});

test('characters that HTML may not have are shown, so that what stands around them does not grow together', () => {
  expect(String(html`${'s3c\u0000re\ufffet\ud800'}`)).toBe('s3c\\u0000re\\ufffet\\ud800');
});

test('a text comes out of a parser as it went in', () => {
  const page = load(String(html`<p title="${EVIL}">${EVIL}</p>`));
  expect(page('*').length).toBe(4);
  expect([page('p').text(), page('p').attr('title')]).toEqual([EVIL, EVIL]);
});
