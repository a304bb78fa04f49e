// @ts-nocheck
// 
import { signIn } from './three-legged-client.js';

const SCOPES = ['profile', 'email', 'r_basicprofile', 'w_member_social'];

/**
 * The configuration of an emulator with as many applications and members, no two of them alike.
 *
 * @param {number} count
 */
export function crowdConfig(count) {
  const numbers = Array.from({ length: count }, (_, index) => String(index).padStart(4, '0'));
  return {
    apps: numbers.map((number, index) => ({
      name: `app ${number}`,
      description: '',
      clientId: `77crowd${number}`,
      clientSecret: `WPL_AP1.Crowd${number}.fa+/ke==`,
      redirectUris: [`http://localhost:3000/callback/${number}`],
      scopes: ['openid', ...SCOPES.filter((_, bit) => (index >> bit) % 2 === 1)],
      clientCredentials: true,
      refreshTokens: true,
      nativePkce: false,
    })),
    members: numbers.map((number) => ({
      name: `member-${number}`,
      description: '',
      username: `member.${number}@example.com`,
      password: `crowd & password ${number}`,
      givenName: `Given${number}`,
      familyName: `Family${number}`,
      email: `member.${number}@example.com`,
      pin: '123456',
    })),
  };
}

/**
 * Signs in everybody at once: nobody sends a password before all have their login form.
 *
 * @param {Record<string, string>[]} everybody the settings of each
 * @returns {Promise<string[]>} everything that one of them got of another; nothing, it is to be hoped
 */
export async function signInTogether(everybody) {
  const allAtLogin = barrier(everybody.length);
  const states = everybody.map((_, index) => `state/${index}+${Math.random().toString(36).slice(2)}=`);
  const gotten = await Promise.all(
    everybody.map((settings, index) => signIn(settings, states[index] ?? '', allAtLogin)),
  );
  const strangers = gotten.flatMap((got, index) => strange(everybody[index] ?? {}, states[index] ?? '', got));
  return [...strangers, ...sharedValues(gotten)];
}

/**
 * What somebody got that is not theirs.
 *
 * @param {Record<string, string>} settings
 * @param {string} state
 * @param {import('./three-legged-client.js').SignedIn} got
 */
function strange({ client_id, username, scope = '' }, state, got) {
  const scopes = scope.split(' ').sort().join();
  const email = scopes.split(',').includes('email') ? username : undefined;
  /** @type {[string, unknown, unknown][]} */
  const expectations = [
    ['state', got.state, state],
    ['scope of the token', got.token.scope, scopes],
    ['scope of the renewed token', got.renewed.scope, scopes],
    ['e-mail address', got.member.email, email],
    ['member of the renewed token', got.memberOfRenewed.sub, got.member.sub],
    ['client_id', got.introspection.client_id, client_id],
    ['scope of the introspection', got.introspection.scope, scopes],
    ['activity of the token', got.introspection.active, true],
    ['refresh token', got.renewed.refresh_token, got.token.refresh_token],
    ['subject of the id_token', subject(got.token.id_token), got.member.sub],
  ];
  return expectations
    .filter(([, came, wanted]) => came !== wanted)
    .map(([name, came, wanted]) => `${client_id}: ${name} ${String(came)} instead of ${String(wanted)}`);
}

/**
 * Values that must differ from one to the next, and do not.
 *
 * @param {import('./three-legged-client.js').SignedIn[]} gotten
 */
function sharedValues(gotten) {
  /** @type {Record<string, unknown[]>} */
  const values = {
    codes: gotten.map(({ code }) => code),
    'access tokens': gotten.flatMap(({ token, renewed }) => [token.access_token, renewed.access_token]),
    'refresh tokens': gotten.map(({ token }) => token.refresh_token),
    'member ids': gotten.map(({ member }) => member.sub),
  };
  return Object.entries(values)
    .filter(([, list]) => new Set(list).size < list.length)
    .map(([name, list]) => `${list.length} ${name}, of which ${new Set(list).size} are different`);
}

/** @param {unknown} idToken */
function subject(idToken) {
  const claims = Buffer.from(String(idToken).split('.')[1] ?? '', 'base64url').toString();
  return JSON.parse(claims).sub;
}

/**
 * Nobody goes on before all have come.
 *
 * @param {number} count
 */
function barrier(count) {
  let missing = count;
  /** @type {() => void} */
  let open = () => {};
  const opened = new Promise((/** @type {(value: void) => void} */ resolve) => {
    open = resolve;
  });
  return async () => {
    missing -= 1;
    if (missing === 0) open();
    await opened;
  };
}
