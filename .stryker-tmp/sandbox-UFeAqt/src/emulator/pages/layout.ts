// @ts-nocheck
import { html, raw } from 'hono/html';
import { style } from './style.ts';

/** A piece of a page, escaped already. */
export type Html = ReturnType<typeof html>;

/** The frame of every page: it says first that nobody is at LinkedIn here. */
export function layout(parts: { title: string; body: Html; nonce: string }): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${parts.title}</title>
<style nonce="${parts.nonce}">${raw(style)}</style>
</head>
<body>
<aside class="banner" aria-label="Warning"><strong>This is not LinkedIn.</strong> It is the emulator of legwork: never type a real password here.</aside>
<main>
${parts.body}
</main>
<footer><a href="/">Applications, members and settings of the emulator</a></footer>
</body>
</html>
`;
}

/** Words of the emulator itself, set apart from what LinkedIn would show. */
export function note(text: Html | string): Html {
  return html`<aside class="note" aria-label="Note of the emulator"><p>${text}</p></aside>`;
}

/** Hidden inputs, in the order given. */
export function hiddenInputs(values: readonly (readonly [name: string, value: string])[]): Html {
  return html`${values.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}
