import { createContext, Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/runner/events.ts';
import { guardTests } from '../../src/runner/guard-tests.ts';
import * as guards from '../../src/runner/guards.ts';

/** A complaint in one line: what it is called, whether more than a check is broken, and what it says. */
const line = ({ name, broken, outcome, message }: ReturnType<typeof guards.notReached>) =>
  `${outcome}${broken === true ? ', broken' : ''}: ${name}: ${message}`;

const sent = (part: Partial<Exchange>) =>
  ({ url: 'http://a.example/', requestHeaders: [], requestBody: '', ...part }) as Exchange;
const header = (value: string, key = 'X-Any') => [{ key, value }] as unknown as Exchange['requestHeaders'];

describe('a variable without a value', () => {
  const found = (part: Partial<Exchange>, ...own: string[]) =>
    guards.unresolvedVariables(sent(part), new Set(own)).map(line);
  const complaint = (names: string, which = 'that variable') =>
    `failed: legwork: every variable has a value: The request was sent with ${names} in it. Set ${which} in the environment, or in a script before this request.`;

  test.each<[string, Partial<Exchange>, string]>([
    ['the URL', { url: 'http://a.example/{{a}}' }, '{{a}}'],
    ['the name of a header', { requestHeaders: header('x', '{{a}}') }, '{{a}}'],
    ['a header', { requestHeaders: header('Bearer {{a.b-c$d}}') }, '{{a.b-c$d}}'],
    ['the body', { requestBody: '{"a":"{{a}}"}' }, '{{a}}'],
  ])('in %s is named', (_where, part, name) => {
    expect(found(part)).toEqual([complaint(name)]);
  });

  test('is named once, and several are named together', () => {
    expect(found({ url: '{{b}}{{a}}', requestBody: '{{b}}' })).toEqual([
      complaint('{{b}}, {{a}}', 'those variables'),
    ]);
  });

  test('counts in an encoded form only where the request itself names it', () => {
    const encoded = { url: 'http://a.example/%7B%7Ba%7D%7d' };
    expect(found(encoded, 'a')).toEqual([complaint('{{a}}')]);
    expect(found(encoded)).toEqual([]);
    expect(found({ requestBody: '%7b%7Ba%7D%7D' }, 'a')).toEqual([complaint('{{a}}')]);
    const basic = (scheme: string) => ({ requestHeaders: header(`${scheme}${btoa('{{a}}:x')}`) });
    expect(found(basic('Basic '), 'a')).toEqual([complaint('{{a}}')]);
    expect(found(basic('Basic   '), 'a')).toEqual([complaint('{{a}}')]);
    expect(found(basic('Basic '), 'b')).toEqual([]);
    expect(found(basic('xBasic '), 'a')).toEqual([]);
    expect(found({ requestHeaders: header(`Basic ${btoa('{{a}}:x')} more`) }, 'a')).toEqual([]);
  });

  test('does not lie across two parts, nor in single braces or empty ones', () => {
    expect(found({ url: 'http://a.example/{', requestBody: '{a}}' })).toEqual([]);
    expect(found({ url: '{a}', requestBody: '{{}} {{a b}}' })).toEqual([]);
    expect(found({ requestHeaders: header('a}}', '{{') })).toEqual([]);
    const split = { requestBody: '%7B', requestHeaders: header(`Basic ${btoa('{a}}')}`) };
    expect(found(split, 'a')).toEqual([]);
  });
});

test('a request is checked by a test that was not skipped', () => {
  const assertion = (outcome: 'passed' | 'failed' | 'skipped') => ({ name: 'x', outcome });
  const complaint =
    'failed: legwork: the request is checked by an assertion: No pm.test ran for this request, so its answer showed nothing. Add one to its test script.';
  expect(guards.nothingAsserted([]).map(line)).toEqual([complaint]);
  expect(guards.nothingAsserted([assertion('skipped')]).map(line)).toEqual([complaint]);
  expect(guards.nothingAsserted([assertion('skipped'), assertion('passed')])).toEqual([]);
  expect(guards.nothingAsserted([assertion('failed')])).toEqual([]);
});

test('tests that began and did not end are named, also when two have one name', () => {
  const ended = (...names: string[]) => names.map((name) => ({ name, outcome: 'passed' as const }));
  const names = (begun: string[], done: string[]) =>
    guards.unfinishedTests(begun, ended(...done)).map(({ name }) => name);
  expect(names(['a', 'b', 'a'], ['a', 'c'])).toEqual(['legwork: test "b" ends', 'legwork: test "a" ends']);
  expect(names(['a'], ['a'])).toEqual([]);
  expect(guards.unfinishedTests(['a'], []).map(line)).toEqual([
    'failed: legwork: test "a" ends: The test began and never called its callback. Call it on every way out.',
  ]);
});

test('a next request must be known', () => {
  expect(guards.unknownNextRequest('a', new Set(['a']))).toEqual([]);
  expect(guards.unknownNextRequest('"', new Set(['a'])).map(line)).toEqual([
    'failed: legwork: the next request exists: A script called setNextRequest("\\""), and no request has that name or id, so the run ended here. Correct the name.',
  ]);
});

test('requests that were to be sent again are named once each', () => {
  expect(guards.notTriedAgain([])).toEqual([]);
  const [first, ...others] = guards.notTriedAgain(['a', 'b', 'a']).map(line);
  expect(first).toBe(
    'failed: legwork: a request that is to be tried again is sent again: "a" was to be sent again, and another request came, or none. Look for a script that calls setNextRequest after it, or for two requests of the same name.',
  );
  expect(others).toHaveLength(1);
});

test.each([
  [
    guards.scriptThrew('prerequest', 'Error: no'),
    'failed, broken: legwork: the pre-request script runs to its end: Error: no. What the script checks after that place was not checked; mend the script.',
  ],
  [
    guards.scriptThrew('test', 'Error: no'),
    'failed, broken: legwork: the test script runs to its end: Error: no. What the script checks after that place was not checked; mend the script.',
  ],
  [
    guards.notReached(),
    'failed: legwork: the request is reached: The run ended before this request although nothing had failed. Look for a setNextRequest that jumps over it or stops the run; a request that is not needed should say so with skipRequest.',
  ],
  [
    guards.nothingSent(0),
    'failed: legwork: at least one request is sent: The collection has no requests. Generate it again.',
  ],
  [
    guards.nothingSent(1),
    'failed: legwork: at least one request is sent: Every request skipped itself, so the run showed nothing. Their reasons say what is missing.',
  ],
  [
    guards.forgedIdToken('no'),
    'failed: legwork: the signature of the id_token holds: The provider issued a token, but no. Check jwks_uri and a proxy in between; if both are right, distrust the response.',
  ],
  [
    guards.rejectedPromise('Error: no'),
    'failed, broken: legwork: no promise is rejected unseen: A script left a promise behind that was rejected: Error: no. Handle it with catch, or use a callback.',
  ],
  [
    guards.tookTooLong(7),
    'failed, broken: legwork: the run ends in time: The run was stopped after 7 ms. A request that is repeated for ever, or a slow server, is the usual cause.',
  ],
  [
    guards.gaveUp('Error: no'),
    'failed, broken: legwork: Newman runs to its end: Error: no. What comes after that place was not run.',
  ],
])('%j', (complaint, text) => {
  expect(line(complaint)).toBe(text);
});

test.each([
  ['connect ECONNREFUSED 1', 'Nothing listens at that address: check host and port, or start the server.'],
  ['getaddrinfo ENOTFOUND a', 'The host has no address: check its name and the network.'],
  ['getaddrinfo EAI_AGAIN a', 'The host has no address: check its name and the network.'],
  ['ETIMEDOUT', 'The server did not answer in time: check the network and the proxy settings.'],
  ['ESOCKETTIMEDOUT', 'The server did not answer in time: check the network and the proxy settings.'],
  [
    'Maximum response size exceeded',
    'The answer has more megabytes than are read (20, and 4 when many targets are run). No login page and no token is that large: check the address.',
  ],
  ['unable to verify the first Certificate', 'The certificate is not trusted: check the clock and the CA.'],
  ['self-signed', 'The certificate is not trusted: check the clock and the CA.'],
  ['EPROTO', 'Check the address and the network.'],
])('what to do about %s', (error, advice) => {
  expect(line(guards.notAnswered(error))).toBe(
    `failed, broken: legwork: the request is answered: ${error}. ${advice}`,
  );
});

describe('every script of a collection is guarded', () => {
  const script = (exec: unknown) => ({ listen: 'test', script: { type: 'text/javascript', exec } });
  const execOf = (exec: unknown) => {
    const [event] = guardTests({ event: [script(exec)] }).event as unknown as [{ script: { exec: unknown } }];
    return event.script.exec;
  };

  test('in folders, in requests and at the top, and the collection itself is left alone', () => {
    const collection = {
      info: { name: 'c' },
      event: [script('a()')],
      item: [{ name: 'f', item: [{ name: 'r', request: {}, event: [script(['b();', 'c()'])] }] }],
    };
    const before = structuredClone(collection);
    const guarded = guardTests(collection);
    expect(collection).toEqual(before);
    const text = JSON.stringify(guarded);
    expect(text.match(/legwork: test begun: /g)).toHaveLength(2);
    expect(guarded.item[0]?.item[0]?.event[0]).toMatchObject({
      listen: 'test',
      script: { type: 'text/javascript' },
    });
    expect(guarded.info).toEqual({ name: 'c' });
  });

  test('what has no events and no items gets none', () => {
    expect(guardTests({ name: 'r' })).toEqual({ name: 'r' });
  });

  test.each([[''], ['  \n'], [[]], [undefined]])('a script %j stays as it is', (exec) => {
    expect(execOf(exec)).toEqual(exec);
  });

  test('an event without a script stays as it is', () => {
    expect(guardTests({ event: [{ listen: 'test' }] })).toEqual({ event: [{ listen: 'test' }] });
  });

  test.each(['"use sandbox2";', "'use sandbox2';"])('%s stays its beginning', (marker) => {
    const guarded = String(execOf([marker, 'a();']));
    expect(guarded.startsWith(`${marker}(function (pm, console) {`)).toBe(true);
    expect(guarded.split('use sandbox2')).toHaveLength(2);
  });

  test.each(['a();"use sandbox2";', '"use sandbox2\';', '"use sandbox2"'])(
    '%s is no marker, because it is not the beginning',
    (source) => {
      expect(String(execOf(source)).startsWith('(function (pm, console) {')).toBe(true);
      expect(String(execOf(source))).toContain(`try { ${source}\n}`);
    },
  );

  test('the script keeps the numbers of its lines', () => {
    expect(String(execOf(['a();', 'b();'])).split('\n')[0]).toMatch(/ try \{ a\(\);$/);
    expect(String(execOf(['a();', 'b();'])).split('\n')[1]).toBe('b();');
  });
});

/** Runs a guarded script with a `pm.test` that runs each test at once, as Newman does. */
function play(source: string) {
  const ran: string[] = [];
  const note = (name: string, body: (done: () => void) => unknown) => {
    try {
      body(() => ran.push(`${name}: done`));
      ran.push(`${name}: ok`);
    } catch (error) {
      ran.push(`${name}: ${(error as Error).message}`);
    }
    return 'the own result of pm.test';
  };
  const test = Object.assign(note, {
    skip: (name: string) => ran.push(`${name}: skipped`),
    index: () => ran.length,
  });
  const context = createContext({ pm: { test }, console: { debug: (text: string) => ran.push(text) }, ran });
  const guarded = guardTests({ event: [{ script: { exec: source } }] }) as unknown as {
    event: [{ script: { exec: string } }];
  };
  let thrown: unknown;
  try {
    new Script(guarded.event[0].script.exec).runInContext(context);
  } catch (error) {
    thrown = error;
  }
  return { ran, thrown: (thrown as Error | undefined)?.message };
}

describe('in a script', () => {
  test('tests run as they stand', () => {
    expect(play("pm.test('a', function () {}).test('b', function () { throw new Error('no'); });")).toEqual({
      ran: ['a: ok', 'b: no'],
      thrown: undefined,
    });
  });

  test('a test without a function fails by its name', () => {
    expect(play("pm.test('a'); pm.test('b', 7);").ran).toEqual([
      'legwork: test "a" has a function: pm.test was called without a function, so it checks nothing. Give it one, or use pm.test.skip.',
      'legwork: test "b" has a function: pm.test was called without a function, so it checks nothing. Give it one, or use pm.test.skip.',
    ]);
  });

  test('a test that takes a callback says that it has begun', () => {
    expect(play("pm.test('a', function (done) { done(); });").ran).toEqual([
      'legwork: test begun: a',
      'a: done',
      'a: ok',
    ]);
  });

  test.each([
    "pm.test('a', function () { return Promise.reject(new Error('no')); });",
    "pm.test('a', async function () {});",
    "pm.test('a', function () { return { then: function () {} }; });",
  ])('an asynchronous test fails, and its promise is not left behind: %s', (source) => {
    expect(play(source)).toEqual({
      ran: [
        'a: legwork: the test is asynchronous, and Newman does not wait for it. Do the asynchronous part before pm.test, or take a callback: function (done) {…}.',
      ],
      thrown: undefined,
    });
  });

  test.each(['null', '7', "'text'", '{}', '{ then: 7 }'])('a test may return %s', (value) => {
    expect(play(`pm.test('a', function () { return ${value}; });`).ran).toEqual(['a: ok']);
  });

  test('skip and index are those of the sandbox', () => {
    expect(play("pm.test.skip('a').test('b', function () {}); ran.push(pm.test.index());").ran).toEqual([
      'a: skipped',
      'b: ok',
      2,
    ]);
  });

  test.each([
    ["throw new Error('no');", 'no'],
    ["throw { message: 'no' };", 'no'],
    ['throw null;', 'the script threw null, which is no error; throw an Error'],
    ['throw 0;', 'the script threw 0, which is no error; throw an Error'],
    ["throw 'x'; // so", 'the script threw x, which is no error; throw an Error'],
  ])('%s ends it with an error', (source, message) => {
    expect(play(source).thrown).toBe(message);
  });
});
