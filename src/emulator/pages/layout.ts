import { css, html, type SafeHtml } from '../../html/html.ts';
import { style } from './style.ts';

/** The frame of every page: it says first that this is not the provider itself. */
export function layout(parts: {
  title: string;
  body: SafeHtml;
  nonce: string;
  /** Name of the provider that is played. */
  provider: string;
}): SafeHtml {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${parts.title}</title>
<style nonce="${parts.nonce}">${css(style)}</style>
</head>
<body>
<aside class="banner" aria-label="Warning"><strong>This is not ${parts.provider}.</strong> It is the emulator of legwork: never type a real password here.</aside>
<main>
${parts.body}
</main>
<footer><a href="/">Applications, members and settings of the emulator</a></footer>
</body>
</html>
`;
}

/** Words of the emulator itself, set apart from what LinkedIn would show. */
export function note(text: SafeHtml | string, more?: SafeHtml): SafeHtml {
  return html`<aside class="note" aria-label="Note of the emulator"><p>${text}</p>${more}</aside>`;
}

/** Hidden inputs, in the order given. */
export function hiddenInputs(values: readonly (readonly [name: string, value: string])[]): SafeHtml {
  return html`${values.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}
