// @ts-nocheck
import { type Answer, headerOf, withHeader } from '../answer.ts';
import type { FaultRule } from './parse-fault.ts';

const MEGABYTE = 1024 * 1024;

/** The answer of an endpoint with its body or type changed; status, cookies and other headers stay. */
export function damaged(answer: Answer, { kind, value = 1 }: FaultRule): Answer {
  switch (kind) {
    case 'wrong-type':
      return withHeader(answer, 'content-type', 'application/octet-stream');
    case 'malformed':
      return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
    case 'html': {
      const body = '<html><body><h1>Something stands between you and the server</h1></body></html>';
      return withHeader({ ...answer, body }, 'content-type', 'text/html');
    }
    case 'empty':
      return { ...answer, body: '' };
    case 'huge': {
      const isPage = headerOf(answer, 'content-type')?.includes('html') ?? false;
      const filling = isPage ? `<!-- ${'x'.repeat(value * MEGABYTE)} -->` : ' '.repeat(value * MEGABYTE);
      return { ...answer, body: answer.body + filling };
    }
    default:
      return answer;
  }
}
