import type { Exchange, ScriptPhase } from './events.ts';
import type { Plain } from './plain.ts';
import type { Assertion } from './result.ts';

/**
 * The runner's own checks: what Newman lets pass although it means that nothing was shown. Each answers with a
 * failed assertion, whose name is stable, or with nothing.
 */
type Complaint = Plain<Assertion>;

function complaint(name: string, message: string): Complaint {
  return { name: `legwork: ${name}`, outcome: 'failed', message };
}

function breakage(name: string, message: string): Complaint {
  return { ...complaint(name, message), broken: true };
}

/**
 * Newman sends `{{name}}` as it stands when it knows no such variable.
 *
 * @param own variables that the request and its scripts name. An encoded `{{name}}` that none of them wrote is a value:
 * a password, or a field of a server's page
 */
export function unresolvedVariables(exchange: Exchange, own: ReadonlySet<string>): Complaint[] {
  const sent = [
    exchange.url,
    ...exchange.requestHeaders.flatMap(({ key, value }) => [key, value]),
    exchange.requestBody,
  ].join('\n');
  const encoded = [
    decodeLoosely(sent),
    ...exchange.requestHeaders.map(({ value }) => basicCredentials(value)),
  ].join('\n');
  const written = variablesIn(sent);
  const names = [...new Set([...written, ...variablesIn(encoded).filter((name) => own.has(name))])];
  if (names.length === 0) return [];
  return [
    complaint(
      'every variable has a value',
      `The request was sent with ${names.map((name) => `{{${name}}}`).join(', ')} in it. Set ${names.length === 1 ? 'that variable' : 'those variables'} in the environment, or in a script before this request.`,
    ),
  ];
}

/** A request without assertions is green whatever its answer is. */
export function nothingAsserted(assertions: readonly Complaint[]): Complaint[] {
  if (assertions.some((assertion) => assertion.outcome !== 'skipped')) return [];
  return [
    complaint(
      'the request is checked by an assertion',
      'No pm.test ran for this request, so its answer showed nothing. Add one to its test script.',
    ),
  ];
}

/** A test with a `done` callback that is never called is not even counted. */
export function unfinishedTests(begun: readonly string[], assertions: readonly Complaint[]): Complaint[] {
  const open = [...begun];
  for (const { name } of assertions) {
    const index = open.indexOf(name);
    if (index !== -1) open.splice(index, 1);
  }
  return open.map((name) =>
    complaint(
      `test "${name}" ends`,
      'The test began and never called its callback. Call it on every way out.',
    ),
  );
}

export function scriptThrew(phase: ScriptPhase, error: string): Complaint {
  const script = phase === 'prerequest' ? 'pre-request script' : 'test script';
  return breakage(
    `the ${script} runs to its end`,
    `${error}. What the script checks after that place was not checked; mend the script.`,
  );
}

/** Newman ends the run, without a word, when the next request is unknown. */
export function unknownNextRequest(next: string, known: ReadonlySet<string>): Complaint[] {
  if (known.has(next)) return [];
  return [
    complaint(
      'the next request exists',
      `A script called setNextRequest(${JSON.stringify(next)}), and no request has that name or id, so the run ended here. Correct the name.`,
    ),
  ];
}

export function notAnswered(error: string): Complaint {
  return breakage('the request is answered', `${error}. ${adviceOn(error)}`);
}

export function notReached(): Complaint {
  return complaint(
    'the request is reached',
    'The run ended before this request although nothing had failed. Look for a setNextRequest that jumps over it or stops the run; a request that is not needed should say so with skipRequest.',
  );
}

/** A visit that was given up for another one shows nothing, and the other one never came. */
export function notTriedAgain(names: readonly string[]): Complaint[] {
  return [...new Set(names)].map((name) =>
    complaint(
      'a request that is to be tried again is sent again',
      `"${name}" was to be sent again, and another request came, or none. Look for a script that calls setNextRequest after it, or for two requests of the same name.`,
    ),
  );
}

export function nothingSent(requests: number): Complaint {
  return complaint(
    'at least one request is sent',
    requests === 0
      ? 'The collection has no requests. Generate it again.'
      : 'Every request skipped itself, so the run showed nothing. Their reasons say what is missing.',
  );
}

export function rejectedPromise(error: string): Complaint {
  return breakage(
    'no promise is rejected unseen',
    `A script left a promise behind that was rejected: ${error}. Handle it with catch, or use a callback.`,
  );
}

export function forgedIdToken(problem: string): Complaint {
  return complaint(
    'the signature of the id_token holds',
    `The provider issued a token, but ${problem}. Check jwks_uri and a proxy in between; if both are right, distrust the response.`,
  );
}

export function tookTooLong(milliseconds: number): Complaint {
  return breakage(
    'the run ends in time',
    `The run was stopped after ${milliseconds} ms. A request that is repeated for ever, or a slow server, is the usual cause.`,
  );
}

export function gaveUp(error: string): Complaint {
  return breakage('Newman runs to its end', `${error}. What comes after that place was not run.`);
}

function adviceOn(error: string): string {
  if (/ECONNREFUSED/.test(error))
    return 'Nothing listens at that address: check host and port, or start the server.';
  if (/ENOTFOUND|EAI_AGAIN/.test(error)) return 'The host has no address: check its name and the network.';
  if (/TIMEDOUT/.test(error))
    return 'The server did not answer in time: check the network and the proxy settings.';
  if (/Maximum response size/.test(error))
    return 'The answer has more megabytes than are read (20, and 4 when many targets are run). No login page and no token is that large: check the address.';
  if (/certificate|self.signed/i.test(error))
    return 'The certificate is not trusted: check the clock and the CA.';
  return 'Check the address and the network.';
}

function variablesIn(text: string): string[] {
  return [...text.matchAll(/\{\{([\w.$-]+)\}\}/g)].map((match) => match[1] ?? '');
}

function basicCredentials(header: string): string {
  const [, credentials] = /^Basic +(\S+)$/.exec(header) ?? [];
  return credentials === undefined ? '' : Buffer.from(credentials, 'base64').toString();
}

function decodeLoosely(text: string): string {
  return text.replace(/%7B/gi, '{').replace(/%7D/gi, '}');
}
