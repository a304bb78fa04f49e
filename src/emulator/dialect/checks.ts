import { judgeByRule } from '../../redirect-uri/judge-by-rule.ts';
import type { EmulatedApp } from '../config/config.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Dialect } from './dialect.ts';
import { type RedirectBack, Rejection } from './rejection.ts';
import { requestedScopes } from './scopes.ts';

/** The application of the client_id; an unknown one is told to the person alone: RFC 6749 section 4.1.2.1. */
export function clientIsKnown({ query, emulator }: RequestContext, { facts }: Dialect): EmulatedApp {
  const clientId = query.get(facts.client.clientIdParameter?.value ?? 'client_id') ?? '';
  const app = emulator.config.apps.find((candidate) => candidate.clientId === clientId);
  if (app === undefined) throw new Rejection('unknown-client', { client_id: clientId });
  return app;
}

/**
 * The redirect_uri is accepted by the rule of the provider, as the doctor judges it. Where the rule depends on something
 * that nobody can see and that is not usual, the emulator is strict.
 *
 * @returns where to send the person back to
 */
export function redirectUriIsAccepted(
  { query }: RequestContext,
  { facts }: Dialect,
  app: EmulatedApp,
): string {
  const [requested, second] = query.getAll('redirect_uri');
  const registered = app.redirectUris[0] ?? '';
  const values = { requested: requested ?? '', registered, client_id: app.clientId };
  if (requested === undefined || requested === '') {
    if (facts.registration.mayBeLeftOut?.value === true && registered !== '') return registered;
    throw new Rejection('redirect-uri', values, undefined, app.redirectUris);
  }
  if (second !== undefined) throw new Rejection('redirect-uri', values, undefined, app.redirectUris);
  const rule = facts.redirectUris?.value;
  const { verdict, by } = judgeByRule(rule, requested, app.redirectUris, app.applicationType ?? 'web');
  const isSame = rule === undefined && app.redirectUris.includes(requested);
  if (verdict === 'accepted' || isSame) return requested;
  throw new Rejection(
    by.some((element) => 'ban' in element) ? 'banned-redirect-uri' : 'redirect-uri',
    values,
    undefined,
    app.redirectUris,
  );
}

/** Only the authorization code flow is played. */
export function responseTypeIsCode(
  { query }: RequestContext,
  { additions }: Dialect,
  back: RedirectBack,
): void {
  const type =
    query.get('response_type') ?? (additions.responseTypeMayBeLeftOut?.value === true ? 'code' : '');
  if (type !== 'code') throw new Rejection('response-type', {}, back);
}

/** A challenge that the verifier of the token request must fit: RFC 7636 section 4.3. */
export interface CodeChallenge {
  readonly challenge: string;
  readonly method: 'S256' | 'plain';
}

/** PKCE as the provider takes it: demanded, checked when it is sent, or not looked at. */
export function challengeFits(
  { query }: RequestContext,
  { facts: { client } }: Dialect,
  back: RedirectBack,
): CodeChallenge | undefined {
  const pkce = client.pkce?.value;
  const challenge = query.get('code_challenge') ?? '';
  if (challenge === '') {
    if (pkce === 'required') throw new Rejection('pkce-missing', {}, back);
    return undefined;
  }
  if (pkce !== 'required' && pkce !== 'allowed') return undefined;
  const method = query.get('code_challenge_method') ?? 'plain';
  const isKnown = (client.pkceMethods?.value ?? ['S256', 'plain']).some((known) => known === method);
  if (!isKnown) throw new Rejection('pkce-method', {}, back);
  return { challenge, method: method === 'plain' ? 'plain' : 'S256' };
}

/** The scopes, divided as the provider divides them. Which ones exist is not played: all of them are granted. */
export function scopesAreReadable({ query }: RequestContext, dialect: Dialect, back: RedirectBack): string[] {
  const scopes = requestedScopes(dialect, query.get('scope') ?? '');
  if (scopes === undefined) throw new Rejection('scope', {}, back);
  return scopes;
}
