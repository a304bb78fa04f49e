import type { FaultRule } from './parse-fault.ts';

const MEGABYTE = 1024 * 1024;

/** The answer of an endpoint with its body or type changed; status, cookies and other headers stay. */
export async function damaged(response: Response, { kind, value = 1 }: FaultRule): Promise<Response> {
  switch (kind) {
    case 'wrong-type': {
      const changed = replaced(response, await response.text());
      changed.headers.set('content-type', 'application/octet-stream');
      return changed;
    }
    case 'malformed': {
      const text = await response.text();
      return replaced(response, text.slice(0, Math.floor(text.length / 2)));
    }
    case 'html': {
      const changed = replaced(
        response,
        '<html><body><h1>Something stands between you and the server</h1></body></html>',
      );
      changed.headers.set('content-type', 'text/html');
      return changed;
    }
    case 'empty':
      return replaced(response, '');
    case 'huge': {
      const text = await response.text();
      const isPage = response.headers.get('content-type')?.includes('html') ?? false;
      const filling = isPage ? `<!-- ${'x'.repeat(value * MEGABYTE)} -->` : ' '.repeat(value * MEGABYTE);
      return replaced(response, text + filling);
    }
    default:
      return response;
  }
}

function replaced(response: Response, body: string): Response {
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  // A status outside of 200 to 599 cannot be given to the constructor, and 204 and 304 take no body.
  if (status > 599 || [204, 205, 304].includes(status)) return response;
  return new Response(body, { status, statusText, headers });
}
