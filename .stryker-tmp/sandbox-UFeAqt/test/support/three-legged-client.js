// @ts-nocheck
// 
import { Agent, request as httpRequest } from 'node:http';

/**
 * What came back.
 *
 * @typedef {{ status: number, location: string, body: string }} Answer
 */

/**
 * What one sign-in brought, from the callback to the last call.
 *
 * @typedef {object} SignedIn
 * @property {string} state as it came back
 * @property {string} code
 * @property {Record<string, unknown>} token the answer of the token endpoint
 * @property {Record<string, unknown>} member who the token is of
 * @property {Record<string, unknown>} introspection
 * @property {Record<string, unknown>} renewed the answer to the refresh token
 * @property {Record<string, unknown>} memberOfRenewed who the new token is of
 */

/** How many requests one sign-in takes. */
export const REQUESTS = 10;

/**
 * Signs in at an emulator as the three-legged collection does, without the weight of Newman: the load of many at once
 * shall be the emulator's, not the client's.
 *
 * @param {Record<string, string>} settings as `emulatorSettings` makes them
 * @param {string} state
 * @param {() => Promise<void>} [atLogin] awaited with the login form in hand
 * @returns {Promise<SignedIn>}
 */
export async function signIn(settings, state, atLogin = async () => {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  /** @type {Map<string, string>} */
  const cookies = new Map();
  const browse = (
    /** @type {string} */ url,
    /** @type {[string, string][] | undefined} */ form = undefined,
  ) => send(agent, url, { form, cookies });
  const call = (/** @type {string} */ name, /** @type {Record<string, string>} */ form) => {
    const { client_id = '', client_secret = '' } = settings;
    return send(agent, at(settings, name), { form: Object.entries({ ...form, client_id, client_secret }) });
  };
  const userinfo = async (/** @type {unknown} */ token) =>
    json(await send(agent, at(settings, 'userinfo_endpoint'), { bearer: String(token) }));

  try {
    const login = await browse(redirectOf(await browse(authorizationUrl(settings, state))));
    await atLogin();
    const { username = '', password = '' } = settings;
    const credentials = { session_key: username, session_password: password };
    const signedIn = await submit(browse, login, 'session_password', credentials);
    const consent = await browse(redirectOf(signedIn));
    // Whoever has consented before is not asked again.
    const callback = consent.location === '' ? await submit(browse, consent, 'authorized') : consent;
    const { searchParams } = new URL(redirectOf(callback));
    const code = searchParams.get('code') ?? '';
    const redirect_uri = settings.redirect_uri ?? '';
    const token = json(
      await call('token_endpoint', { grant_type: 'authorization_code', code, redirect_uri }),
    );
    const member = await userinfo(token.access_token);
    const introspection = json(await call('introspection_endpoint', { token: String(token.access_token) }));
    const renewed = json(
      await call('token_endpoint', {
        grant_type: 'refresh_token',
        refresh_token: String(token.refresh_token),
      }),
    );
    const memberOfRenewed = await userinfo(renewed.access_token);
    return {
      state: searchParams.get('state') ?? '',
      code,
      token,
      member,
      introspection,
      renewed,
      memberOfRenewed,
    };
  } finally {
    agent.destroy();
  }
}

/** @param {Answer} answer */
function redirectOf({ status, location, body }) {
  if (location === '') throw new Error(`A redirect was expected, and ${status} came: ${body.slice(-500)}`);
  return location;
}

/**
 * @param {Record<string, string>} settings
 * @param {string} state
 */
function authorizationUrl(settings, state) {
  const { client_id = '', redirect_uri = '', scope = '' } = settings;
  const query = new URLSearchParams({ response_type: 'code', client_id, redirect_uri, scope, state });
  return `${at(settings, 'authorization_endpoint')}?${query}`;
}

/**
 * Submits the form that has a field of this name.
 *
 * @param {(url: string, form: [string, string][]) => Promise<Answer>} browse
 * @param {Answer & { url: string }} page
 * @param {string} field
 * @param {Record<string, string>} values
 */
function submit(browse, page, field, values = {}) {
  const form = page.body.split('<form ').find((part) => part.includes(`name="${field}"`));
  const action = /action="([^"]+)"/.exec(form ?? '')?.[1];
  if (form === undefined || action === undefined) {
    throw new Error(`There is no form with ${field}, but ${page.status}: ${page.body.slice(-500)}`);
  }
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  /** @type {[string, string][]} */
  const sent = hidden.map(([, name = '', value = '']) => [name, plain(value)]);
  return browse(new URL(action, page.url).href, [...sent, ...Object.entries(values)]);
}

const characters = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** @param {string} escaped */
function plain(escaped) {
  return escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => characters[/** @type {'&amp;'} */ (name)]);
}

/**
 * @param {Agent} agent
 * @param {string} url
 * @param {{ form?: [string, string][] | undefined, cookies?: Map<string, string>, bearer?: string }} more
 * @returns {Promise<Answer & { url: string }>} with an absolute location, or none
 */
function send(agent, url, { form, cookies, bearer }) {
  const body = form === undefined ? '' : new URLSearchParams(form).toString();
  const headers = {
    ...(form !== undefined && {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    }),
    ...(cookies !== undefined && { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
    ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
  };
  return new Promise((resolve, reject) => {
    const method = form === undefined ? 'GET' : 'POST';
    const request = httpRequest(url, { agent, method, headers }, (response) => {
      for (const line of response.headers['set-cookie'] ?? []) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies?.set(name, value);
      }
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { location } = response.headers;
        resolve({
          url,
          status: response.statusCode ?? 0,
          location: location === undefined ? '' : new URL(location, url).href,
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    request.on('error', reject).end(body);
  });
}

/**
 * @param {Answer} answer
 * @returns {Record<string, unknown>}
 */
function json({ status, body }) {
  if (status !== 200) throw new Error(`200 was expected, and ${status} came: ${body}`);
  return JSON.parse(body);
}

/**
 * @param {Record<string, string>} settings
 * @param {string} name
 */
function at(settings, name) {
  const address = settings[name];
  if (address === undefined) throw new Error(`There is no ${name} in the settings.`);
  return address;
}
