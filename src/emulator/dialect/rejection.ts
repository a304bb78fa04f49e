import { html } from '../../html/html.ts';
import { json, page, redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { bothRedirectUris } from '../pages/error-page.ts';
import { note } from '../pages/layout.ts';
import type { Dialect } from './dialect.ts';
import { type DialectError, errorOf } from './error-of.ts';
import { formOrJson } from './form-or-json.ts';
import type { Situation } from './situations.ts';
import { fillTemplate, fillText } from './template.ts';

/** Where an error response of the authorization endpoint may go. */
export interface RedirectBack {
  readonly redirectUri: string;
  readonly state: string | undefined;
}

/** What a check of a dialect throws to end a request; it becomes HTTP in {@link respondToRejection}. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly situation: Situation;
  /** Values for the placeholders of the provider's texts: `requested`, `registered`, `client_id`. */
  readonly values: Readonly<Record<string, string>>;
  readonly back: RedirectBack | undefined;
  /** The redirect URIs of the application, where the requested one is none of them. */
  readonly registered: readonly string[];

  constructor(
    situation: Situation,
    values: Readonly<Record<string, string>> = {},
    back?: RedirectBack,
    registered: readonly string[] = [],
  ) {
    super(situation);
    this.situation = situation;
    this.values = values;
    this.back = back;
    this.registered = registered;
  }
}

/** Turns a rejection into what the provider would send. */
export function respondToRejection(
  context: RequestContext,
  dialect: Dialect,
  { situation, values, back, registered }: Rejection,
): EmulatorResponse {
  const error = errorOf(dialect, situation);
  const all = { verb: 'sent', ...values };
  const texts = error.texts.map((text) => fillText(text, all));
  switch (situation) {
    case 'client-authentication':
    case 'grant-type':
    case 'parameter':
    case 'code':
    case 'redirect-uri-at-token':
    case 'code-verifier':
    case 'refresh-token':
      return formOrJson(context, dialect, bodyOf(dialect, error, texts), error.status);
    default:
      return atAuthorization(context, dialect, { ...error, texts }, all, back, registered);
  }
}

function atAuthorization(
  context: RequestContext,
  dialect: Dialect,
  error: DialectError,
  values: Readonly<Record<string, string>>,
  back: RedirectBack | undefined,
  registeredUris: readonly string[],
): EmulatorResponse {
  const registered = values.registered ?? '';
  switch (error.arrival) {
    case 'redirect':
      if (back !== undefined) return redirectWith(back.redirectUri, error, back.state);
      break;
    case 'redirect to the registered URI':
      if (registered !== '') {
        return redirectWith(registered, error, back?.state ?? context.query.get('state') ?? undefined);
      }
      break;
    case 'own error URL':
      return redirect(
        `${context.origin}${error.ownUrl ?? `/error?error=${error.error}`}&client_id=${encodeURIComponent(context.query.get('client_id') ?? '')}`,
      );
    case 'JSON':
      return json(bodyOf(dialect, error, error.texts), error.status);
    case 'page':
      break;
  }
  return errorPageOf(context, dialect, error, values.requested, registeredUris);
}

/** A page without trade dress: the provider's words, then the emulator's own. */
function errorPageOf(
  context: RequestContext,
  { facts }: Dialect,
  { error, texts, status }: DialectError,
  requested: string | undefined,
  registered: readonly string[],
): EmulatorResponse {
  const shown = texts.length > 0 ? texts : [`error=${error}`];
  const known = texts.length > 0 ? 'says this in its own page' : 'shows a page whose words are not known';
  return page(context, {
    title: 'Error',
    status: status < 400 ? 400 : status,
    body: html`<section class="card">
<h1>Error</h1>
${shown.map((text) => html`<p>${text}</p>`)}
${note(
  `${facts.name} ${known}.`,
  requested === undefined ? undefined : bothRedirectUris(facts.id, { sent: requested, registered }),
)}
</section>`,
  });
}

function bodyOf({ additions }: Dialect, { error }: DialectError, texts: readonly string[]) {
  const more = fillTemplate(additions.errorMembers?.value ?? {}, {});
  const description = texts.length === 0 ? {} : { error_description: texts.join(' ') };
  return { ...(more as object), error, ...description };
}

/** The parameters of RFC 6749 section 4.1.2.1, in the query. */
function redirectWith(uri: string, { error, texts }: DialectError, state: string | undefined) {
  const parameters = new URLSearchParams({ error });
  if (texts.length > 0) parameters.set('error_description', texts.join(' '));
  if (state !== undefined) parameters.set('state', state);
  return redirect(withParameters(uri, parameters));
}

/** A redirect URI with further parameters. */
export function withParameters(uri: string, parameters: URLSearchParams): string {
  return `${uri}${uri.includes('?') ? '&' : '?'}${parameters}`;
}
