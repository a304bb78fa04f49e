import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { htmlReport } from '../../src/reports/html.ts';
import { eventful, failed, flow, run, step } from './sample.ts';

test('the verdict comes first, then what failed with a link to its request', () => {
  const $ = load(htmlReport(eventful));
  expect($('h1').text()).toBe('Failed LinkedIn OAuth flows');
  const first = $('main > section').first();
  expect(first.find('h2').text()).toBe('What failed');
  const links = first.find('a').toArray();
  expect(links).toHaveLength(4);
  for (const link of links) expect($($(link).attr('href') ?? '')).toHaveLength(1);
});

test('every step is a row with its assertions', () => {
  const $ = load(htmlReport(eventful));
  const rows = $('#flow-2 tbody tr');
  expect(rows).toHaveLength(6);
  expect(rows.eq(3).find('li.failed pre').first().text()).toContain('invalid_client');
  expect(rows.eq(4).text()).toContain('publish is not true');
});

test('the file needs nothing else, and its policy allows nothing else', () => {
  const html = htmlReport(eventful);
  const $ = load(html);
  expect($('meta[http-equiv="Content-Security-Policy"]').attr('content')).toContain("default-src 'none'");
  expect($('script, link, img, iframe, [onclick], [style]')).toHaveLength(0);
  expect(html).not.toMatch(/url\(|@import|src=/);
});

test('text of a server stays text', () => {
  const evil = '</style><script>alert(1)</script><img src=x onerror="x">\'';
  const steps = [step(evil, { outcome: 'failed', assertions: [failed(evil, evil)], url: evil as never })];
  const html = htmlReport(run([flow(evil, evil, { steps, outcome: 'failed' })], 'failed'));
  const $ = load(html);
  expect($('script, img')).toHaveLength(0);
  expect($('#flow-1 .request strong').text()).toBe(evil);
});

test('ids are unique, and headings do not skip a level', () => {
  const $ = load(htmlReport(eventful));
  const ids = $('[id]')
    .toArray()
    .map((element) => $(element).attr('id'));
  expect(new Set(ids).size).toBe(ids.length);
  expect($('h1')).toHaveLength(1);
  const levels = $('h1, h2, h3, h4')
    .toArray()
    .map((heading) => Number(heading.tagName.slice(1)));
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThan(2);
  expect($('html').attr('lang')).toBe('en');
});
