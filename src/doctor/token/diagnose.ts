import { CLOCK_TOLERANCE } from '../../oauth/id-token-rules.ts';
import { type Diagnosis, type NamedText, type Problem, problem } from '../diagnosis.ts';
import { withoutSecrets } from '../mask.ts';
import type { ReadToken, TokenObservation } from './observation.ts';

type Jwt = Extract<ReadToken, { readonly form: 'JWT' }>;

/**
 * What a token shows of itself, and whether that fits: issuer, audience, client, times, scopes, and how it is signed
 * (RFC 7519 section 4.1, RFC 9068). The signature itself is not checked, and nobody is asked. It never throws.
 */
export function diagnoseToken(observation: TokenObservation): Diagnosis {
  const { token, provider } = observation;
  const problems = problemsOf(observation);
  const [first, ...others] = problems;
  const more = others.length === 0 ? '' : ` And ${others.length} more, below.`;
  return {
    version: 1,
    subject: 'token',
    provider: provider?.id ?? null,
    summary: `${FORMS[token.form]}${first === undefined ? FINE[token.form] : ` ${first.title}.${more}`}`,
    problems,
    facts: facts(token, observation.now),
    exact: [],
    advice: ADVICE[token.form],
  };
}

const FORMS: Readonly<Record<ReadToken['form'], string>> = {
  nothing: 'There is no token.',
  opaque: 'This token is opaque: only the server that issued it can read it.',
  encrypted: 'This is an encrypted token (RFC 7516): only the API that it is meant for can read it.',
  damaged: 'This was a JSON Web Token.',
  JWT: 'This is a JSON Web Token.',
};

const FINE: Readonly<Record<ReadToken['form'], string>> = {
  nothing: '',
  opaque: '',
  encrypted: '',
  damaged: '',
  JWT: ' Nothing that shows without asking anybody is wrong with it.',
};

const ASK =
  'Whether it is active, for whom, and for which scopes, the introspection endpoint of the provider tells (RFC 7662), or a request to its userinfo endpoint.';

const ADVICE: Readonly<Record<ReadToken['form'], readonly string[]>> = {
  nothing: ['Give a file that holds the token, or paste the token: "legwork doctor token -".'],
  opaque: [ASK],
  encrypted: [ASK],
  damaged: [],
  JWT: ['The signature was not checked: whoever accepts the token must do that with the keys of the issuer.'],
};

function problemsOf({ token, now, expected, provider }: TokenObservation): Problem[] {
  if (token.form === 'nothing') return [problem('nothing-to-read')];
  if (token.form === 'damaged')
    return [problem('token-damaged', { evidence: [`length  ${token.length} characters`] })];
  if (token.form !== 'JWT') return [];
  return [
    ...unsigned(token),
    ...times(token, now),
    ...issuer(token, expected.issuer, provider?.name),
    ...audience(token, expected.audience),
    ...client(token, expected.clientId),
  ];
}

function unsigned({ header, isSigned }: Jwt): Problem[] {
  const { alg } = header;
  if (isSigned && typeof alg === 'string' && !/^(?:none)?$/i.test(alg)) return [];
  return [
    problem('token-unsigned', {
      evidence: [`alg  ${shown(alg)}`, `signature  ${isSigned ? 'there' : 'none'}`],
    }),
  ];
}

function times({ claims }: Jwt, now: number): Problem[] {
  const { exp, nbf, iat } = claims;
  const later = [
    ['nbf', nbf],
    ['iat', iat],
  ].find((each): each is [string, number] => typeof each[1] === 'number' && each[1] > now + CLOCK_TOLERANCE);
  return [
    ...(typeof exp !== 'number' || !Number.isFinite(exp)
      ? [problem('token-without-end', { evidence: [`exp  ${shown(exp)}`] })]
      : exp <= now - CLOCK_TOLERANCE
        ? [problem('token-expired', { evidence: [`exp  ${timeText(exp, now)}`] })]
        : []),
    ...(later === undefined
      ? []
      : [problem('token-not-yet-valid', { evidence: [`${later[0]}  ${timeText(later[1], now)}`] })]),
  ];
}

function issuer({ claims }: Jwt, expected: string | undefined, name: string | undefined): Problem[] {
  if (expected === undefined) return [];
  const pieces = expected.split(/\{\w+\}/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  if (typeof claims.iss === 'string' && new RegExp(`^${pieces.join('[^?#]{1,300}')}$`).test(claims.iss))
    return [];
  const evidence = [
    `iss       ${shown(claims.iss)}`,
    `expected  ${expected}${name === undefined ? '' : ` (${name})`}`,
  ];
  return [problem('token-of-other-issuer', { evidence })];
}

function audience({ claims }: Jwt, expected: string | undefined): Problem[] {
  if (expected === undefined || listOf(claims.aud).includes(expected)) return [];
  return [
    problem('token-for-other-audience', {
      evidence: [`aud       ${shown(claims.aud)}`, `expected  ${expected}`],
    }),
  ];
}

/** Claims that name the client: RFC 9068 section 2.2, OpenID Connect Core section 2, and names of providers. */
const CLIENT_CLAIMS = ['azp', 'client_id', 'appid', 'cid'];

function client({ claims }: Jwt, expected: string | undefined): Problem[] {
  if (expected === undefined) return [];
  const named = CLIENT_CLAIMS.flatMap((name) => (typeof claims[name] === 'string' ? [claims[name]] : []));
  const isFitting = named.length > 0 ? named.includes(expected) : listOf(claims.aud).includes(expected);
  if (isFitting) return [];
  const evidence = [
    ...[...CLIENT_CLAIMS, 'aud']
      .filter((name) => claims[name] !== undefined)
      .map((name) => `${name.padEnd(9)} ${shown(claims[name])}`),
    `expected  ${expected}`,
  ];
  return [problem('token-of-other-client', { evidence })];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

const TIMES = ['exp', 'nbf', 'iat', 'auth_time'];
const SHOWN = [
  'iss',
  'aud',
  ...CLIENT_CLAIMS,
  'scope',
  'scp',
  'roles',
  'groups',
  'token_use',
  'ver',
  ...TIMES,
];

function facts(token: ReadToken, now: number): NamedText[] {
  if (token.form === 'opaque' || token.form === 'damaged')
    return [{ name: 'length', text: `${token.length} characters` }];
  if (token.form === 'nothing') return [];
  const header = ['alg', 'typ', 'kid', 'enc']
    .filter((name) => token.header[name] !== undefined || (name === 'kid' && token.form === 'JWT'))
    .map((name) => ({ name, text: `${shown(token.header[name])}${note(name, token.header[name])}` }));
  if (token.form === 'encrypted') return header;
  const { claims } = token;
  const others = Object.keys(claims).filter((name) => !SHOWN.includes(name) && name !== 'cnf');
  return [
    ...header,
    ...SHOWN.filter((name) => claims[name] !== undefined).map((name) => ({
      name,
      text:
        TIMES.includes(name) && typeof claims[name] === 'number'
          ? timeText(claims[name], now)
          : shown(claims[name]),
    })),
    ...(claims.cnf === undefined ? [] : [{ name: 'cnf', text: binding(claims.cnf) }]),
    ...(others.length === 0
      ? []
      : [{ name: 'not shown', text: withoutSecrets(others.slice(0, 40).join(', ').slice(0, 500)) }]),
  ];
}

function note(name: string, value: unknown): string {
  if (name === 'typ' && /^at\+jwt$/i.test(String(value))) return ' (an access token: RFC 9068)';
  if (name === 'alg' && /^HS\d/.test(String(value)))
    return ' (a shared secret: only who has it can check the signature)';
  return name === 'kid' && value === undefined ? ': whoever checks it must try all keys of the issuer' : '';
}

/** RFC 7800: the token is good only together with a key. */
function binding(cnf: unknown): string {
  const members = typeof cnf === 'object' && cnf !== null ? Object.keys(cnf) : [];
  if (members.includes('jkt'))
    return 'bound to a key: each request needs a DPoP proof (RFC 9449), not "Bearer"';
  if (members.includes('x5t#S256')) return 'bound to a certificate: the connection needs it (RFC 8705)';
  return 'bound to a key (RFC 7800)';
}

function shown(value: unknown): string {
  if (value === undefined) return '(missing)';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return withoutSecrets(text.length > 300 ? `${text.slice(0, 300)}...` : text);
}

/** Seconds since 1970 as a time, and how far away it is. */
function timeText(seconds: number, now: number): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  const minutes = Math.round(Math.abs(seconds - now) / 60);
  const [count, unit] =
    minutes < 120
      ? [minutes, 'minutes']
      : minutes < 2880
        ? [Math.round(minutes / 60), 'hours']
        : [Math.round(minutes / 1440), 'days'];
  return `${date.toISOString()} (${seconds < now ? `${count} ${unit} ago` : `in ${count} ${unit}`})`;
}
