import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { getDomain } from 'tldts';
import { expect, test } from 'vitest';
import { postmanEnvironment } from '../../src/collection/environment.ts';
import { urlFiles } from '../../src/flows/script-files.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { passwordSites } from '../../src/providers/password-sites.ts';
import { suffixesBelow } from '../../src/providers/suffixes-below.ts';
import { runs } from '../fuzz/runs.ts';
import { page } from '../support/canned-server.ts';
import { inSandbox } from '../support/sandbox.ts';
import { LOGIN_FORM, remembering, signIn } from '../support/sign-in-run.ts';

const file = (name: string) => readFileSync(new URL(`../../scripts/${name}`, import.meta.url), 'utf8');
const SCRIPT = `${[...urlFiles, 'sign-in/password-sites.js'].map(file).join('\n')}
function answer([endpoints, sites, named, target, page]) {
  return makePasswordSites(endpoints, sites, named).objection(target, page || endpoints[0]);
}`;

type Question = readonly [readonly string[], readonly object[], readonly string[], string, string?];

/** What is asked of the script, with the data that legwork computes for the server. */
function question(server: string, target: string, named: string[] = [], page?: string): Question {
  const sites = [passwordSites({ authorization_endpoint: server })];
  return page === undefined ? [[server], sites, named, target] : [[server], sites, named, target, page];
}

const ask = (questions: readonly Question[]) => inSandbox<Question, string>(SCRIPT, questions);

test.each([
  ['https://login.example.co.uk/a', 'https://login.example.co.uk/login', ''],
  ['https://login.example.co.uk/a', 'https://sso.eu.example.co.uk:8443/login', ''],
  ['https://login.example.co.uk/a', 'https://example.co.uk/login', ''],
  ['https://login.example.co.uk/a', 'https://other.co.uk/login', 'another site'],
  ['https://login.example.co.uk/a', 'https://evilexample.co.uk/login', 'another site'],
  ['https://login.example.co.uk/a', 'https://example.co.uk.evil.example/login', 'another site'],
  ['https://login.example.co.uk/a', 'https://EXAMPLE.co.uk\\@evil.example/login', ''],
  ['https://login.example.co.uk/a', 'https://example.co.uk@evil.example/login', 'no site'],
  ['https://login.example.co.uk/a', 'http://login.example.co.uk/login', 'unencrypted'],
  ['https://login.example.co.uk/a', 'javascript:alert(1)', 'no site'],
  ['https://mine.github.io/a', 'https://mine.github.io/login', ''],
  ['https://mine.github.io/a', 'https://www.mine.github.io/login', ''],
  ['https://mine.github.io/a', 'https://other.github.io/login', 'another site'],
  ['https://github.io/a', 'https://other.github.io/login', 'another site'],
  ['https://www.amazonaws.com/a', 'https://signin.amazonaws.com/login', ''],
  ['https://www.amazonaws.com/a', 'https://evil.s3.amazonaws.com/login', 'another site'],
  ['https://www.amazonaws.com/a', 'https://s3.amazonaws.com/login', 'another site'],
  ['https://a.xn--55qx5d.cn/a', 'https://www.a.公司.cn/login', ''],
  ['https://a.xn--55qx5d.cn/a', 'https://b.公司.cn/login', 'another site'],
  ['https://10.0.0.1/a', 'https://10.0.0.1/login', ''],
  ['https://10.0.0.1/a', 'https://10.0.0.2/login', 'another site'],
  ['https://10.0.0.1/a', 'https://10.0.0.1:8443/login', 'another site'],
  ['https://intranet/a', 'https://intranet/login', ''],
  ['https://intranet/a', 'https://sso.intranet/login', 'another site'],
  ['https://intranet/a', 'https://login/login', 'another site'],
  ['http://127.0.0.1:9480/a', 'http://localhost:1/login', ''],
  ['http://localhost:9480/a', 'http://[::1]:1/login', ''],
  ['http://a.localhost:9480/a', 'http://b.localhost:1/login', ''],
  ['http://localhost:9480/a', 'http://evillocalhost:9480/login', 'another site'],
  ['http://localhost:9480/a', 'http://localhost.evil.example/login', 'another site'],
  ['http://127.0.0.1:9480/a', 'http://127.0.0.1.evil.example/login', 'another site'],
  ['http://127.0.0.1:9480/a', 'http://10.0.0.1/login', 'another site'],
  ['https://localhost:9480/a', 'http://localhost:9480/login', 'unencrypted'],
  ['https://login.example.org/a', 'https://localhost/login', 'another site'],
])('the password of %s may go to %s: %j', async (server, target, objection) => {
  expect(await ask([question(server, target)])).toEqual([objection]);
});

test('named origins may have it, but not from https to http, and an http page of a redirect changes nothing', async () => {
  const named = ['https://sso.other.example', 'http://sso.other.example'];
  const server = 'https://login.example.org/a';
  expect(
    await ask([
      question(server, 'https://sso.other.example/login', named),
      question(server, 'https://sso.other.example:444/login', named),
      question(server, 'http://sso.other.example/login', named),
      question('http://127.0.0.1/a', 'http://127.0.0.1/login', [], 'https://login.example.org/'),
    ]),
  ).toEqual(['', 'another site', 'unencrypted', 'unencrypted']);
});

test('data about one server says nothing of another', async () => {
  const sites = [passwordSites({ authorization_endpoint: 'https://www.linkedin.com/a' })];
  const emulated: Question = [['http://127.0.0.1:9480/a'], sites, [], 'https://www.linkedin.com/login'];
  const live: Question = [['https://www.linkedin.com/a'], sites, [], 'https://login.linkedin.com/login'];
  expect(await ask([emulated, live])).toEqual(['another site', '']);
});

test('the script shares a registrable domain exactly where the public suffix list says so', async () => {
  const label = fc.constantFrom('a', 'b', 'www', 's3', 'us-east-1', 'compute', 'city', 'kawasaki', 'x-1');
  const end = fc.constantFrom(
    ...['example.org', 'co.uk', 'github.io', 'amazonaws.com', 'compute.amazonaws.com', 'kawasaki.jp', 'ck'],
    ...['google.com', 'blogspot.com', 'com', 'unknown-tld', 'b.local', 'myshopify.com', 'pages.dev'],
  );
  const host = fc
    .tuple(fc.array(label, { maxLength: 3 }), end)
    .map(([labels, tail]) => [...labels, tail].join('.'));
  const near = fc
    .tuple(fc.array(label, { maxLength: 2 }), host)
    .map(([labels, tail]) => [...labels, tail].join('.'));
  const pairs = fc.sample(
    fc.oneof(
      fc.tuple(host, host),
      near.chain((one) =>
        fc.tuple(
          fc.constant(one),
          label.map((first) => one.replace(/^[^.]+/, first)),
        ),
      ),
      near.chain((one) =>
        fc.tuple(
          fc.constant(one),
          label.map((first) => `${first}.${one}`),
        ),
      ),
    ),
    runs(600),
  );
  const registrable = (name: string) => getDomain(name, { allowPrivateDomains: true });
  const answers = await ask(
    pairs.map(([own, other]) => question(`https://${own}/a`, `https://${other}/login`)),
  );
  const wrong = pairs.flatMap(([own, other], at) => {
    const shares = own === other || (registrable(own) !== null && registrable(own) === registrable(other));
    return (answers[at] === '') === shares ? [] : [{ own, other, answer: answers[at] }];
  });
  expect(wrong).toEqual([]);
  expect(answers.filter((objection) => objection === '').length).toBeGreaterThan(10);
});

test('public suffixes below a domain are read from the table of tldts', () => {
  expect(suffixesBelow('amazonaws.com')).toContain('s3.amazonaws.com');
  expect(suffixesBelow('linkedin.com')).toEqual([]);
  expect(suffixesBelow('nothing.unknown-tld')).toEqual([]);
});

test('the page that a redirect leads to is no site of the provider because it has a login form', async () => {
  const source = `const expected = { errors: [], signIn: {}, provider: 'Any' };
pm.environment.set('authorization_endpoint', 'https://login.example.org/authorize');
${['explain.js', ...urlFiles, 'sign-in/password-sites.js', 'sign-in/button-words.js', 'sign-in/2-form.js', 'sign-in/3-page.js'].map(file).join('\n')}
const $ = require('cheerio').load(${JSON.stringify(LOGIN_FORM)});
function answer(page) {
  try {
    return safeLogin($, loginForm($), page).action;
  } catch (error) {
    return error.message;
  }
}`;
  const pages = ['https://login.example.org/form', 'https://evil.example/form'];
  expect(await inSandbox<string, string>(source, pages)).toEqual([
    'https://login.example.org/login',
    expect.stringMatching(
      /^The login form on https:\/\/evil\.example would send the password to https:\/\/evil\.example, another site than .*sign_in\.password_origins/,
    ),
  ]);
});

test('a login form may be named by the profile', async () => {
  const server = remembering();
  const run = await signIn({
    routes: () => ({
      'GET /authorize': server.authorize(page(LOGIN_FORM)),
      'POST /login': () => server.goBack(),
    }),
    legwork: { sign_in: { password_origins: ['https://sso.other.example'] } },
  });
  expect(run.failures).toEqual([]);
  expect(run.withPassword.map(({ path }) => path)).toEqual(['/login']);
});

test('other endpoints than the profile’s come with their registrable domains', () => {
  const told = (values: Record<string, string>) =>
    postmanEnvironment(linkedin, 'mine', values).values.find(({ key }) => key === 'password_sites')?.value;
  expect(told({ client_id: 'x' })).toBeUndefined();
  expect(told({ authorization_endpoint: 'http://127.0.0.1:9480/a' })).toBeUndefined();
  expect(JSON.parse(told({ authorization_endpoint: 'https://login.example.co.uk/a' }) ?? '')).toEqual({
    origins: ['https://login.example.co.uk'],
    domains: ['example.co.uk'],
    suffixes: [],
  });
});
