// @ts-nocheck
type Json = Record<string, unknown>;

/** A mended copy, and what was changed in it. */
export interface MendedCollection {
  readonly collection: unknown;
  readonly changes: readonly string[];
}

const SECRET_VARIABLE = /^(?:client_?secret|password|(?:access|refresh|id)_?token)$/i;
const BROWSER_STEP = /login-submit|response_type=|\{\{\w*redirect\w*\}\}$/i;

/**
 * Mends what can be mended without knowing what its owner meant: token requests are sent by POST with their values in
 * the form body, redirects of a scripted login are not followed, the client travels in the body, secrets leave the
 * file, values are kept plain, and the form with the password is chosen. The given value is not changed.
 */
export function mendCollection(collection: unknown): MendedCollection {
  const copy: unknown = structuredClone(collection);
  const changes: string[] = [];
  const root = object(copy);
  for (const item of requestsBelow(root)) mendRequest(item, changes);
  for (const owner of [root, ...requestsBelow(root)]) mendAuthorization(owner, changes);
  for (const variable of objects(root.variable)) mendVariable(variable, changes);
  return { collection: copy, changes };
}

function mendRequest(item: Json, changes: string[]): void {
  const name = text(item.name) || '(no name)';
  const request = object(item.request);
  const url = object(request.url);
  const query = objects(url.query);
  const raw = text(url.raw);
  if (query.some(({ key }) => key === 'grant_type')) {
    const body = object(request.body);
    request.method = 'POST';
    request.body = {
      mode: 'urlencoded',
      urlencoded: [...(body.mode === 'urlencoded' ? objects(body.urlencoded) : []), ...query.map(plainField)],
    };
    request.url = { ...url, raw: raw.split('?')[0], query: [] };
    changes.push(`${name}: the values of the query string are now in the form body, and it is sent by POST.`);
  }
  const behavior = object(item.protocolProfileBehavior);
  if (BROWSER_STEP.test(raw) && behavior.followRedirects !== false) {
    item.protocolProfileBehavior = { ...behavior, followRedirects: false };
    changes.push(`${name}: redirects are not followed automatically any more.`);
  }
  for (const event of objects(item.event)) {
    const script = object(event.script);
    const old: readonly unknown[] = Array.isArray(script.exec) ? script.exec : [];
    const lines = old.map((line) => text(line).replace(EVERY_FORM, "$$('form').has('input[type=password]')"));
    if (lines.some((line, index) => line !== old[index])) {
      script.exec = lines;
      changes.push(`${name}: the script takes the form with the password, not every form.`);
    }
  }
}

const EVERY_FORM = /\$\(\s*['"`]form['"`]\s*\)(?=\s*(?:;|\.(?:serialize\w*|attr|find)\b))/g;

/** In a query some values are kept encoded; a form is encoded by Postman. */
function plainField(field: Json): Json {
  return { ...field, value: plain(text(field.value)) };
}

function mendAuthorization(owner: Json, changes: string[]): void {
  const auth = object(owner.auth ?? object(owner.request).auth);
  if (auth.type !== 'oauth2' || !Array.isArray(auth.oauth2)) return;
  const settings = objects(auth.oauth2);
  const hasAddress = settings.some(({ key }) => key === 'accessTokenUrl');
  const own = settings.find(({ key }) => key === 'client_authentication');
  if (!hasAddress || own?.value === 'body') return;
  if (own === undefined) auth.oauth2.push({ key: 'client_authentication', value: 'body', type: 'string' });
  else own.value = 'body';
  changes.push('Tab Authorization: the client is sent in the body.');
}

function mendVariable(variable: Json, changes: string[]): void {
  const value = text(variable.value);
  const key = text(variable.key);
  if (SECRET_VARIABLE.test(key) && value !== '') {
    variable.value = '';
    changes.push(`Variable ${key}: its value is out of the file; put it into an environment, as a secret.`);
  } else if (plain(value) !== value) {
    variable.value = plain(value);
    changes.push(`Variable ${key}: kept plain, not percent-encoded.`);
  }
}

/** Only where nothing in the value needs encoding in the query of the authorization request. */
function plain(value: string): string {
  if (!/^https?%3A%2F%2F/i.test(value)) return value;
  try {
    const decoded = decodeURIComponent(value);
    return /[&#+%? ]/.test(decoded) ? value : decoded;
  } catch {
    return value;
  }
}

function requestsBelow(item: Json, depth = 0): Json[] {
  if (depth > 30) return [];
  return objects(item.item).flatMap((child) => [
    ...(child.request === undefined ? [] : [child]),
    ...requestsBelow(child, depth + 1),
  ]);
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}

/** Not String(), which runs whatever a file calls "toString". */
function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
