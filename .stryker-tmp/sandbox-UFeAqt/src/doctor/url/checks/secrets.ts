// @ts-nocheck
import { type Problem, problem } from '../../diagnosis.ts';
import { masked } from '../../mask.ts';
import type { UrlObservation } from '../observation.ts';

const NEVER = [
  'client_secret',
  'access_token',
  'oauth2_access_token',
  'refresh_token',
  'password',
  'id_token',
];

/** Secrets that must not be in any address. */
export function secrets({ parameters }: UrlObservation): Problem[] {
  const found = parameters.filter(({ name, value }) => NEVER.includes(name) && value !== '');
  if (found.length === 0) return [];
  return [problem('secret-in-url', { evidence: found.map(({ name, value }) => `${name}=${masked(value)}`) })];
}
