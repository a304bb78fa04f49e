import { expect, test } from 'vitest';
import { readTargets } from '../../src/batch/targets/read-targets.ts';
import { targetKeys } from '../../src/batch/targets/target-entry.ts';
import { collectionsFor } from '../../src/collection/collections.ts';
import { environmentWith } from '../../src/collection/environment.ts';
import { flowIds, flows } from '../../src/flows/all.ts';
import type { StoredToken } from '../../src/login/stored-token.ts';
import type { Profile } from '../../src/providers/profile.ts';
import type { legworkSection } from '../../src/providers/profile-file/legwork-section.ts';
import { profileDocument } from '../../src/providers/profile-file/profile-document.ts';
import type { resource } from '../../src/providers/profile-file/resource.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';
import { tokenText } from '../../src/tokens/token-text.ts';
import { testIo } from '../support/io.ts';

/** Ways to write a text in which Postman finds a variable. */
const ACTIVE = ['{{password}}', 'x{{client_secret}}y', '{{$guid}}', '{{{password}}}', '{{pass', 'brace{'];

const AS = 'https://as.example';
const MEMBERS = {
  issuer: AS,
  authorization_endpoint: `${AS}/authorize`,
  token_endpoint: `${AS}/token`,
  userinfo_endpoint: `${AS}/userinfo`,
  introspection_endpoint: `${AS}/introspect`,
  revocation_endpoint: `${AS}/revoke`,
};
const RESOURCE = { name: 'Read', url: 'https://api.example/x', method: 'POST', body: {} };

/** What Postman looks into, of all collections and of the environment of a profile. */
function sentBy(profile: Profile): string {
  const made = flowIds.filter((id) => flows[id].obstacle(profile) === undefined);
  const collections = collectionsFor(profile, made).map(({ collection }) =>
    JSON.stringify(collection, (key, value) =>
      key === 'event' || key === 'description' || key === 'name' ? undefined : value,
    ),
  );
  return [...collections, JSON.stringify(environmentWith(profile, 'x', {}).values)].join('\n');
}

/** What legwork itself writes: Postman's own login draws its state by {{$guid}}. */
const sentByOthers = sentBy(
  parseProfileDocument({ ...MEMBERS, legwork: { resources: [RESOURCE] } }, 'a.json'),
);

/** Whether a document is refused with its path, and if not, whether the text got anywhere where Postman looks. */
function fateOf(document: object, path: string, text: string): 'refused' | 'not sent' | 'SENT' {
  let profile: Profile;
  try {
    profile = parseProfileDocument(document, 'a.json');
  } catch (error) {
    expect(error).toMatchObject({ code: 'FILE_INVALID', exitCode: 2 });
    expect((error as Error).message).toContain(path);
    return 'refused';
  }
  const times = (sent: string) => sent.split(text).length;
  return times(sentBy(profile)) > times(sentByOthers) ? 'SENT' : 'not sent';
}

const LIST = /_supported$/;

test.each(Object.keys(profileDocument.shape).filter((member) => member !== 'legwork'))(
  'metadata: a variable in %s never gets to Postman',
  (member) => {
    for (const text of ACTIVE) {
      const values = /_endpoint$|_uri$|^issuer$/.test(member)
        ? [`${AS}/a?x=${text}`, `${AS}/${text}`, `https://${text}.example/u`]
        : [LIST.test(member) ? [text] : text];
      for (const value of values) {
        const fate = fateOf({ ...MEMBERS, [member]: value }, member, text);
        if (typeof value === 'string') expect(fate).toBe('refused');
        else expect(fate).not.toBe('SENT');
      }
    }
  },
);

test('a host in which braces are percent-encoded is refused: programs decode it there', () => {
  const document = { ...MEMBERS, userinfo_endpoint: 'https://%7B%7Bpassword%7D%7D.example/u' };
  expect(fateOf(document, 'userinfo_endpoint', '{{password}}')).toBe('refused');
});

/** How each member of the section `legwork` is made of a text; a new member does not compile without a line. */
const SECTION: Record<keyof typeof legworkSection.shape, (text: string) => unknown> = {
  id: (text) => text,
  name: (text) => text,
  scope: (text) => [text],
  application_scope: (text) => text,
  pkce: (text) => text,
  client_authentication: (text) => text,
  echoes_nonce: (text) => text,
  authorization_parameters: (text) => ({ audience: text, [text]: 'x' }),
  token_parameters: (text) => ({ resource: text, [text]: 'x' }),
  api_base_url: (text) => `https://api.example/${text}`,
  application_api_url: (text) => `https://api.example/${text}`,
  resources: (text) => [{ ...RESOURCE, url: `https://api.example/${text}` }],
  sign_in: (text) => ({ username_field: text, password_field: text, consent_form: text }),
  retry: (text) => ({ times: text }),
};

test.each(Object.entries(SECTION))(
  'profile file: a variable in legwork.%s never gets to Postman',
  (member, make) => {
    for (const text of ACTIVE) {
      const document = { ...MEMBERS, legwork: { [member]: make(text) } };
      expect(fateOf(document, `legwork.${member}`, text)).toBe(member === 'sign_in' ? 'not sent' : 'refused');
    }
  },
);

const RESOURCE_MEMBERS: Record<keyof typeof resource.shape, (text: string) => unknown> = {
  name: (text) => text,
  description: (text) => text,
  method: (text) => text,
  url: (text) => `https://api.example/?x=${text}`,
  scopes: (text) => [text],
  headers: (text) => ({ 'X-Tenant': text }),
  body: (text) => ({ deep: [{ [text]: text }] }),
  status: (text) => text,
  members: (text) => [text],
  member_id: (text) => text,
  id_header: (text) => text,
  publishes: (text) => text,
};
/** They are compared, or shown to a person, and Postman does not look into them. */
const NOT_SENT = ['name', 'description', 'scopes', 'members', 'member_id', 'id_header'];

test.each(Object.entries(RESOURCE_MEMBERS))(
  'a resource: a variable in %s never gets to Postman',
  (member, make) => {
    for (const text of ACTIVE) {
      // A brace at the end of a text within JSON is followed by its quotation mark.
      if (member === 'body' && text === 'brace{') continue;
      const document = { ...MEMBERS, legwork: { resources: [{ ...RESOURCE, [member]: make(text) }] } };
      const fate = NOT_SENT.includes(member) ? 'not sent' : 'refused';
      expect(fateOf(document, 'legwork.resources[0]', text)).toBe(fate);
    }
  },
);

test.each([
  ['url', '{{member_id}}/x'],
  ['url', '{{api_base_url}}{{member_id}}/x'],
  ['url', 'https://{{member_id}}.example/x'],
  ['url', '{{api_base_url}}/{{{member_id}}}'],
  ['headers', { 'X-{{member_id}}': 'x' }],
  ['headers', { 'X-Both': '{{client_secret}}{{member_id}}' }],
])('a resource whose %s is %j is refused', (member, value) => {
  const document = {
    ...MEMBERS,
    legwork: { api_base_url: 'https://api.example', resources: [{ ...RESOURCE, [member]: value }] },
  };
  expect(() => parseProfileDocument(document, 'a.json')).toThrow(/legwork\.resources\[0\]/);
});

test('the variables that are meant for resources are left alone', () => {
  const document = {
    ...MEMBERS,
    legwork: {
      api_base_url: 'https://api.example',
      application_api_url: '{{api_base_url}}/jobs',
      resources: [
        {
          ...RESOURCE,
          url: '{{api_base_url}}/people/{{member_id}}?a={b}',
          headers: { 'X-Member': 'urn:{{member_id}}' },
          body: { author: 'urn:{{member_id}}', query: 'query { viewer { name }}', empty: [{}, {}] },
        },
      ],
    },
  };
  const sent = sentBy(parseProfileDocument(document, 'a.json'));
  expect(sent).toContain('{{api_base_url}}/people/{{member_id}}?a={b}');
  expect(sent).toContain('urn:{{member_id}}');
});

const TOKEN: Required<StoredToken> = {
  holder: 'member',
  issuer: AS,
  clientId: 'client',
  scopes: ['openid'],
  provider: 'example',
  memberId: 'ann',
  accessToken: 'token',
  obtainedAt: 1,
  expiresAt: 2,
  refreshToken: 'refresh',
  refreshExpiresAt: 3,
  granted: ['openid'],
};
const STORED: Record<'env' | 'postman' | 'header', readonly (keyof StoredToken)[]> = {
  env: ['accessToken', 'memberId', 'granted'],
  postman: ['accessToken', 'memberId', 'granted', 'clientId', 'refreshToken'],
  header: ['accessToken'],
};

test.each(['env', 'postman', 'header'] as const)(
  'store: no member that becomes part of --format %s may hold a variable',
  async (format) => {
    const profile = parseProfileDocument(MEMBERS, 'a.json');
    for (const member of Object.keys(TOKEN) as (keyof StoredToken)[]) {
      if (typeof TOKEN[member] === 'number') continue;
      for (const text of ACTIVE) {
        const value = Array.isArray(TOKEN[member]) ? [text] : text;
        const made = tokenText({ ...TOKEN, [member]: value } as StoredToken, format, profile, testIo());
        if (STORED[format].includes(member)) {
          await expect(made).rejects.toMatchObject({ code: 'VALUE_NOT_INERT', exitCode: 2 });
        } else {
          expect(String(await made)).not.toContain(text);
        }
      }
    }
  },
);

/** What the scripts alone read, and encode where they send it, so that it arrives as it is. */
const ENCODED = ['client_id', 'client_secret', 'redirect_uri', 'scope', 'username', 'password'];
/** They are no variables. */
const NO_VARIABLE = ['name', 'provider', 'flow', 'variables', 'registered_redirect_uris'];

test.each([
  ...targetKeys.filter((key) => key !== 'variables'),
  'variables.tenant',
  'variables.token_endpoint',
])('targets: %s is encoded by the scripts, is no variable, or is refused', (key) => {
  for (const text of ACTIVE) {
    const file = (name: string) => readTargets(`name,${key}\n${name},${text}`, 'a.csv', {});
    if (key === 'name') continue;
    if (ENCODED.includes(key)) expect(file('a')[0]?.settings).toEqual({ [key]: text });
    else if (NO_VARIABLE.includes(key)) expect(file('a')[0]?.settings).toEqual({});
    else expect(() => file('a')).toThrow(`${key} of "a": two opening braces in a row`);
  }
});
