import { expect, test } from 'vitest';
import { createRedactor, type Redactor } from '../../src/redaction/redactor.ts';
import { shownBody } from '../../src/redaction/shown-body.ts';
import { shownHeader } from '../../src/redaction/shown-header.ts';

/*
 * A server chooses how long a text is and what it repeats. Four times the text may take four times as long, which is
 * what linear means, and must not take sixteen times: that would be a square. Only this ratio is looked at.
 */
const [SHORT, TIMES] = [4000, 4];

function body(start: string, partner: 'api' | 'authorization-server' = 'api') {
  return (redactor: Redactor, text: string) =>
    shownBody({ text: start + text, isCut: false }, 2000, { partner, hideAll: false, redactor });
}

const ROUTES: Record<string, (redactor: Redactor, text: string) => unknown> = {
  text: (redactor, text) => redactor.text(text),
  page: body('<html>'),
  xml: body('<x>'),
  json: body('{"a":[', 'authorization-server'),
  'plain text': body('x: a', 'authorization-server'),
  Link: (redactor, text) => shownHeader('Link', text, 'api', redactor),
};

const REPEATED: readonly (readonly [keyof typeof ROUTES, string])[] = [
  ...['a', 'aaaaaaab', 'a=[', '"a":{', 'a:', 'code:', ';sess', ';token', '=3D', '‹', '\\', 'a="', '%25'].map(
    (part) => ['text', part] as const,
  ),
  ...['<title></title>', '<script></script>', '<', '‹', '<!--', '<a '].map((part) => ['page', part] as const),
  ...['<a>x', '<a', '<![CDATA['].map((part) => ['xml', part] as const),
  ...['[', '{"a":', '"a",'].map((part) => ['json', part] as const),
  ...[' ', '- ', '‹', 'a: '].map((part) => ['plain text', part] as const),
  ['Link', '<'],
];

test.each(REPEATED)('%s: the time for %j again and again grows with its length alone', (route, part) => {
  const time = (length: number) => {
    const redactor = createRedactor();
    // The beginnings of these are everywhere, and nowhere more of them.
    for (const secret of ['aaaaaaab12', 'sesssess9', 'tokentok9']) redactor.learn('secret', secret);
    const text = `${part.repeat(Math.ceil(length / part.length))}b`;
    const start = process.cpuUsage();
    ROUTES[route]?.(redactor, text);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  const least = (length: number) => Math.min(time(length), time(length), time(length));
  const ratios: number[] = [];
  // What runs beside it, or the compiler, can spoil one measurement. A square would be seen in all of them.
  while (ratios.length < 6 && (ratios.at(-1) ?? TIMES * 2) >= TIMES * 2) {
    const long = least(SHORT * TIMES);
    // Too little to be measured is no square.
    ratios.push(long < 10_000 ? 0 : long / least(SHORT));
  }
  expect(Math.min(...ratios)).toBeLessThan(TIMES * 2);
});
