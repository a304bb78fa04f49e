import { createHash } from 'node:crypto';
import { css, html, type SafeHtml } from '../../html/html.ts';
import { style } from './style.ts';

const STYLE_HASH = createHash('sha256').update(style).digest('base64');

/**
 * What every answer carries. Nothing is kept, nothing is loaded from anywhere, no script runs, nobody frames it, and
 * no page elsewhere learns its address.
 */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // A connection that a browser keeps open would keep the program from ending.
  connection: 'close',
} as const;

/** A page with one message. */
export function page(title: string, mood: 'good' | 'bad' | 'plain', body: SafeHtml, status = 200): Response {
  const text = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · legwork</title>
<style>${css(style)}</style>
</head>
<body>
<main>
<h1 class="${mood}">${title}</h1>
${body}
</main>
</body>
</html>
`;
  return new Response(String(text), {
    status,
    headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8' },
  });
}

/** An answer without a page. */
export function bare(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...HEADERS, ...headers } });
}
