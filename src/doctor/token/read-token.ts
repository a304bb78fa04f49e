import { readJwt } from '../../oauth/id-token-rules.ts';
import type { ReadToken } from './observation.ts';

const NAMES = ['access_token', 'id_token', 'token'];

/** Reads a token alone, behind "Bearer", in quotation marks, or in a token response. It never throws. */
export function readToken(pasted: string): ReadToken {
  const token = tokenIn(pasted.replace(/^\uFEFF/, '').trim());
  if (token === '') return { form: 'nothing' };
  const parts = token.split('.');
  const length = [...token].length;
  const jwt = readJwt(token);
  if (jwt !== undefined) {
    return { form: 'JWT', header: jwt.header, claims: jwt.claims, isSigned: jwt.signature !== '' };
  }
  const header = readJwt(`${parts[0]}.e30.`)?.header;
  if (parts.length === 5 && header !== undefined) return { form: 'encrypted', header };
  // "eyJ" is how the Base64 of {" begins.
  return /^eyJ/.test(token) ? { form: 'damaged', length } : { form: 'opaque', length };
}

function tokenIn(text: string): string {
  if (text.startsWith('{')) {
    try {
      const body: unknown = JSON.parse(text);
      const found = NAMES.map((name) => (body as Record<string, unknown>)[name]).find(
        (value) => typeof value === 'string',
      );
      if (typeof found === 'string') return found.trim();
    } catch {
      // It is taken as it stands.
    }
  }
  return text.replace(/^(?:authorization:\s*)?(?:bearer|dpop)\s+/i, '').replace(/^["']|["']$/g, '');
}
