import { type EmulatorResponse, headerOf, withHeader } from '../http/response.ts';
import type { FaultRule } from './parse-fault.ts';

const MEGABYTE = 1024 * 1024;

/** The response of an endpoint with its body or type changed; status, cookies and other headers stay. */
export function damaged(response: EmulatorResponse, { kind, value = 1 }: FaultRule): EmulatorResponse {
  switch (kind) {
    case 'wrong-type':
      return withHeader(response, 'content-type', 'application/octet-stream');
    case 'malformed':
      return { ...response, body: response.body.slice(0, Math.floor(response.body.length / 2)) };
    case 'html': {
      const body = '<html><body><h1>Something stands between you and the server</h1></body></html>';
      return withHeader({ ...response, body }, 'content-type', 'text/html');
    }
    case 'empty':
      return { ...response, body: '' };
    case 'huge': {
      const isPage = headerOf(response, 'content-type')?.includes('html') ?? false;
      const filling = isPage ? `<!-- ${'x'.repeat(value * MEGABYTE)} -->` : ' '.repeat(value * MEGABYTE);
      return { ...response, body: response.body + filling };
    }
    default:
      return response;
  }
}
