import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { manyHtml } from '../../../src/batch/reports/html.ts';
import type { ManyResult } from '../../../src/batch/result-log/many-result.ts';
import type { Redacted } from '../../../src/redaction/redacted.ts';
import { failed, flow } from '../../reports/sample.ts';
import { flowOf } from '../result-log/made-up.ts';
import { madeUp, manyOf, text } from './many-of.ts';

async function page(many: ManyResult) {
  const html = await text(manyHtml(many));
  return { html, $: load(html) };
}

test('the counts come first', async () => {
  const { $ } = await page(manyOf(madeUp(1000, 0.1), { shards: 4 }));
  expect($('h1').text()).toBe('Failed LinkedIn: OAuth of 1,000 targets');
  const facts = Object.fromEntries(
    $('.facts > div')
      .map((_, one) => [[$('dt', one).text(), $('dd', one).text()]])
      .get(),
  );
  expect(facts).toMatchObject({
    Targets: '899 passed, 100 failed, 1 not run',
    Passed: '89.9 %',
    Time: '5.0 s, 200 targets a second',
    'Joined from': '4 shards',
  });
});

test('what thousands share is said once, with its count and the provider', async () => {
  const flows = madeUp(3000, 1).map((one, index) => ({
    ...one,
    provider: (index % 3 === 0 ? 'Example' : 'LinkedIn') as Redacted,
  }));
  const { $ } = await page(manyOf(flows));
  const causes = $('.causes li');
  expect(causes.map((_, one) => $('h3', one).text()).get()).toEqual([
    'Failed 2,571 targets: The redirect_uri is none of those registered',
    'Failed 429 targets: Get a token: is answered with 200',
  ]);
  expect(causes.first().text()).toContain('LinkedIn: 1,714, Example: 857');
  expect(causes.first().text()).toContain('and 2,559 more');
  const outside = $('.causes, .targets').text();
  expect(outside.split('The redirect_uri that was sent does not equal a registered one.')).toHaveLength(2);
});

test('at most two hundred failures are shown in detail, some of each kind, and the page says so', async () => {
  const many = manyOf(madeUp(3000, 1));
  const { $ } = await page(many);
  expect($('details.target')).toHaveLength(200);
  expect(many.reads()).toBe(200);
  expect($('details.target').filter((_, one) => $(one).text().includes('Get a token'))).toHaveLength(100);
  expect($('#in-detail').parent().text()).toContain('200 failures of 3,000, some of each kind.');
});

test('few failures are all in detail, and open', async () => {
  const { $ } = await page(manyOf([flowOf('eu-1'), flowOf('eu-2', 'mismatch')]));
  expect($('details.target[open]')).toHaveLength(1);
  expect($('details.target .flow').text()).toContain('https://eu-2.example.com/cb');
  expect($('#in-detail').parent().text()).toContain('The one failure.');
});

test('every target is in a list of a hundred names at most, those that failed first', async () => {
  const { $ } = await page(manyOf(madeUp(1234, 0.5)));
  expect(
    $('.targets h3')
      .map((_, one) => $(one).text())
      .get(),
  ).toEqual(['Failed: 617', 'Not run: 1', 'Passed: 616']);
  const sizes = $('.targets table')
    .map((_, one) => $('tbody tr', one).length)
    .get();
  expect(Math.max(...sizes)).toBe(100);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1234);
});

test('every link leads to a place in the page, and no id is there twice', async () => {
  const { $ } = await page(manyOf(madeUp(500, 0.5)));
  const ids = $('[id]')
    .map((_, one) => $(one).attr('id'))
    .get();
  expect(new Set(ids).size).toBe(ids.length);
  const links = $('a')
    .map((_, one) => $(one).attr('href'))
    .get();
  expect(links.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
});

test('texts stay texts, and there is neither script nor style of an element', async () => {
  const bad = '"><script>alert(1)</script><img src=x onerror=y>' as Redacted;
  const flows = [
    flow(bad, bad, { targetName: bad, provider: bad, outcome: 'failed', checks: [failed(bad, bad)] }),
    flow(bad, bad, { targetName: `${bad}2` as Redacted, provider: bad, outcome: 'not-run', reason: bad }),
    flow(bad, bad, { targetName: `${bad}3` as Redacted, provider: bad }),
  ];
  const { $ } = await page({ ...manyOf(flows), provider: bad, tool: bad, startedAt: bad });
  expect($('script, img, [style], [onerror]')).toHaveLength(0);
});

test('where every target fails for a reason of its own, the page stays readable', async () => {
  const word = (index: number) => [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const flows = Array.from({ length: 2000 }, (_, index) =>
    flow('a', 'A', {
      targetName: `t${index}` as Redacted,
      outcome: 'failed',
      checks: [failed(`check ${word(index)}`, word(index))],
    }),
  );
  const { $, html } = await page(manyOf(flows));
  expect($('.causes li')).toHaveLength(100);
  expect($('.causes').text()).toContain('And 901 other reasons');
  expect($('.targets tbody tr')).toHaveLength(2000);
  expect(html.length).toBeLessThan(2_000_000);
});

test('an interrupted run says what is missing', async () => {
  const { $ } = await page(manyOf(madeUp(3, 0), { expected: 10 }));
  expect($('h1').text()).toContain('Incomplete');
  expect($('header .reason').text()).toBe(
    'The run was interrupted: what is here had happened until then. 7 targets of the list never reached.',
  );
});
