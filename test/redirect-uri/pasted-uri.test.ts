import { describe, expect, test } from 'vitest';
import { pastedUri } from '../../src/redirect-uri/pasted-uri.ts';

const MEANT = 'https://a.example/cb';
const OTHER = 'http://localhost:3000/cb';
/** Traps as `kind: what shows it`, and the values. */
const read = (pasted: string) => {
  const { traps, values } = pastedUri(pasted);
  return [traps.map(({ kind, seen }) => `${kind}: ${seen.join(' ')}`), values];
};

describe('each trap is named with what shows it, and undone', () => {
  test.each([
    [`${MEANT}\r`, ['line end: <CR>']],
    [`${MEANT}\u2028`, ['line end: <U+2028>']],
    [`${MEANT}\u2029`, ['line end: <U+2029>']],
    ['https://a.exa\n\n  mple/cb', ['line end: <line end><line end>']],
    [`  ${MEANT}`, ['white space: <space><space>']],
    [`${MEANT}\t`, ['white space: <tab>']],
    [` ${MEANT}\u00a0`, ['white space: <space> <U+00A0>']],
    [`\n${MEANT}`, ['line end: <line end>']],
    [`https://a\u00adexample/cb`.replace('\u00ad', '\u00ad.'), ['invisible character: <U+00AD>']],
    [`\u0000${MEANT}\u0000\u200d`, ['invisible character: <U+0000> <U+200D>']],
    ['https：／／a．example∕cb', ['smart character: <U+FF1A> <U+FF0F> <U+FF0E> <U+2215>']],
    ['https:⁄⁄a.example⁄cb', ['smart character: <U+2044>']],
    [`„${MEANT}”`, ['smart character: <U+201E> <U+201D>', 'quotes: "']],
    [`«${MEANT}»`, ['smart character: « »', 'quotes: "']],
    [`‘${MEANT}’`, ['smart character: <U+2018> <U+2019>', "quotes: '"]],
    [`‚${MEANT}′`, ['smart character: <U+201A> <U+2032>', "quotes: '"]],
    ['https&colon;&sol;&sol;a.example&sol;cb', ['html entity: &colon; &sol;']],
    ['https&#58;&#X2F;&#x2f;a.example/cb', ['html entity: &#58; &#X2F; &#x2f;']],
    [`&quot;${MEANT}&QUOT;`, ['html entity: &quot; &QUOT;', 'quotes: "']],
    [`&lt;${MEANT}&gt;`, ['html entity: &lt; &gt;', 'quotes: < >']],
    [`&apos;${MEANT}&#39;`, ['html entity: &apos; &#39;', "quotes: '"]],
    [`&nbsp;${MEANT}`, ['html entity: &nbsp;', 'white space: <space>']],
    [`(${MEANT})`, ['quotes: ( )']],
    [`[${MEANT}]`, ['quotes: [ ]']],
    [`\`${MEANT}\``, ['quotes: `']],
    [`"${MEANT}`, ['quotes: "']],
    [`${MEANT}"`, ['quotes: "']],
    [`${MEANT} "`, ['quotes: "']],
    [`" ${MEANT}`, ['quotes: "']],
    [`" ${MEANT} "`, ['quotes: "']],
    [`${MEANT} ;,`, ['quotes: , ;']],
    [`<"${MEANT}">,`, ['quotes: , < > "']],
    ['https%3a%2f%2fa.example%2fcb', ['percent-encoded value: %3a']],
    ['https%25253A%25252F%25252Fa.example%25252Fcb', ['double-encoded value: %25253A']],
  ])('%j: %j', (pasted, traps) => {
    expect(read(pasted)).toEqual([traps, [MEANT]]);
  });

  test.each([
    ['https://a–b—c‒d−e‐f‑g.example/', 'https://a-b-c-d-e-f-g.example/'],
    ['https://a.example/…？x＃y', 'https://a.example/...?x#y'],
    ['https://a.example/?a&amp;b', 'https://a.example/?a&b'],
    ['https://a.example/%2541%2542', 'https://a.example/%41%42'],
    ['https%3A%2F%2Fa.example%2F%FF', 'https://a.example/%FF'],
    ['https%3A%2F%2Fa.example%2F%25zz', 'https://a.example/%zz'],
    ['com.example.app%3A%2Fcb', 'com.example.app:/cb'],
    ['https://a.example/a“b”c„d«e»f‘g’h‚i′j', `https://a.example/a"b"c"d"e"f'g'h'i'j`],
    ['https://a.example/a&apos;b', "https://a.example/a'b"],
    ['https://a.example/a b\nc', 'https://a.example/a bc'],
    ['https://a.example/%2541%25ax', 'https://a.example/%41%25ax'],
    ['https%3A%2F%2Fa.example%2Fa%2541', 'https://a.example/a%41'],
    ['https%3A%2F%2Fa.example%2F%C3%BC', 'https://a.example/ü'],
    ['https://a.example/&#x10ffff;x', 'https://a.example/\u{10ffff}x'],
  ])('%s becomes %s', (pasted, value) => {
    expect(pastedUri(pasted).values).toEqual([value]);
  });
});

describe('what is no trap stays as it is', () => {
  test.each([
    'https://a.example/%3A',
    'https://a.example/x%20y',
    'https://a.example/&ampere;x',
    'https://a.example/&#1114112;x',
    'https://a.example/(x)',
    "https://a.example/it's",
    'https://a.example/a,b;c',
    'https://a.example/100%25',
    'https://a.example/%25ax',
    'https://a.example/?u=https%3A%2F%2Fb.example',
    'https://a.example/undefined',
    '[x',
    'https://a.example/?u=https://b.example/',
    '1https%3A%2F%2Fa.example',
    '',
    'x',
  ])('%j', (value) => {
    expect(read(value)).toEqual([[], [value]]);
  });

  test.each(['&#0;', '&#x110000;'])('%s stands for no character: it is named, and stays', (entity) => {
    const value = `https://a.example/${entity}x`;
    expect(read(value)).toEqual([[`html entity: ${entity}`], [value]]);
  });

  test('a single quote mark is quotes, and leaves nothing', () => {
    expect(read('"')).toEqual([['quotes: "'], ['']]);
  });
});

test('at most five examples of a trap are shown, each once', () => {
  const [trap] = pastedUri('&#97;&#97;&#98;&#99;&#100;&#101;&#102;').traps;
  expect(trap).toEqual({ kind: 'html entity', seen: ['&#97;', '&#98;', '&#99;', '&#100;', '&#101;'] });
});

describe('a list', () => {
  test.each([', ', ' | ', ';\n', '\n\n', '\r\n'])('joined by %j is taken apart', (separator) => {
    const { traps, values } = pastedUri(`${MEANT}${separator}${OTHER}${separator}https://c.example/`);
    expect(values).toEqual([MEANT, OTHER, 'https://c.example/']);
    expect(traps.find(({ kind }) => kind === 'joined list')?.seen).toEqual(['3 addresses']);
  });

  test('of quoted values is unquoted, and the same trap is named once', () => {
    const { traps, values } = pastedUri(`"${MEANT}", '${OTHER}'`);
    expect(values).toEqual([MEANT, OTHER]);
    expect(traps.filter(({ kind }) => kind === 'quotes')).toHaveLength(1);
  });

  test.each([
    [`["${MEANT}", "${OTHER}"]`],
    [`['${MEANT}','${OTHER}']`],
    [`("${MEANT}" "${OTHER}")`],
    [`<${MEANT}>, <${OTHER}>`],
  ])('as code writes it is taken apart: %s', (pasted) => {
    expect(pastedUri(pasted).values).toEqual([MEANT, OTHER]);
  });

  test('begins where a scheme stands, not at any word', () => {
    expect(pastedUri(`${MEANT},x, ${OTHER}`).values).toEqual([`${MEANT},x`, OTHER]);
    expect(pastedUri(`${MEANT},x,y`).values).toEqual([`${MEANT},x,y`]);
    expect(pastedUri(`  ${MEANT}`).values).toEqual([MEANT]);
    expect(pastedUri(`${MEANT} and ${OTHER}`).values).toEqual([`${MEANT} and`, OTHER]);
  });
});
