import { load } from 'cheerio';
import { expect, test } from 'vitest';
import type { Redacted } from '../../src/redaction/redacted.ts';
import { htmlReport } from '../../src/reports/html.ts';
import type { Field, RunResult, SetCookie } from '../../src/runner/result.ts';
import { answer, eventful, failed, flow, run, step } from './sample.ts';

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

/** Every text of a result with markup around it. What the program itself chooses from a few words stays. */
function hostile(value: unknown, name = ''): unknown {
  const own = ['outcome', 'level', 'by', 'to', 'kind', 'state', 'pkce', 'startedAt', 'target'];
  if (typeof value === 'string')
    return own.includes(name) ? value : `</code>"'><img src=x onerror=a>${value}`;
  if (Array.isArray(value)) return value.map((member) => hostile(member));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, hostile(member, key)]));
}

const field = { name: 'field-name', value: 'field-value' } as unknown as Field;
const cookie = {
  name: 'cookie-name',
  domain: 'cookie-domain',
  path: 'cookie-path',
  sameSite: 'cookie-site',
  secure: true,
  httpOnly: true,
  deleted: false,
} as unknown as SetCookie;
const said = 'body-text‹access_token·1›' as Redacted;

/** Something of everything that a server can choose. */
const everything = run(
  [
    flow('chosen', 'flow-title', {
      outcome: 'failed',
      reason: 'flow-reason' as Redacted,
      registeredRedirectUris: ['http://localhost/registered' as Redacted],
      checks: [failed('check-name', 'check-message')],
      legs: [
        {
          kind: 'authorization',
          step: 0,
          clientId: 'leg-client',
          responseType: 'leg-type',
          redirectUri: 'http://localhost/asked',
          scopeAsked: ['leg-scope'],
          stateSent: true,
          pkce: 'none',
        },
      ] as never,
      steps: [
        step('step-name', {
          outcome: 'failed',
          skipReason: 'skip-reason' as Redacted,
          endOfRetries: 'end-of-retries' as Redacted,
          console: [{ level: 'error', text: 'console-text' as Redacted }],
          assertions: [failed('assertion-name', 'invalid redirect_uri')],
          explanation: { id: 'x', title: 'title', cause: 'cause', remedy: 'remedy', page: 'page' } as never,
          exchange: {
            headers: [field],
            query: [field],
            form: [field],
            body: { text: said, cut: true },
            error: 'exchange-error' as Redacted,
            answer: answer(302, 'status-reason', {
              headers: [field],
              cookies: [cookie],
              redirect: { address: 'redirect-address' as Redacted, parameters: [field], to: 'callback' },
              body: { text: said, cut: false },
            }),
          },
        }),
      ],
    }),
    flow('second', 'second-title'),
  ],
  'failed',
);

test.each([
  'field-name',
  'field-value',
  'cookie-name',
  'cookie-path',
  'cookie-site',
  'body-text',
  'status-reason',
  'redirect-address',
  'exchange-error',
  'console-text',
  'flow-title',
  'flow-reason',
  'check-name',
  'check-message',
  'step-name',
  'end-of-retries',
  'assertion-name',
  'leg-client',
  'leg-scope',
  'remedy',
  'LinkedIn',
])('markup in what a server chooses is shown as text: %s', (text) => {
  const $ = load(htmlReport(hostile(everything) as RunResult));
  expect($('img, [onerror]')).toHaveLength(0);
  expect($('body').text()).toContain(`</code>"'><img src=x onerror=a>${text}`);
});
