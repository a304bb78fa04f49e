import type { FlowResult } from '../runner/result.ts';
import { escapeText as text } from './markup.ts';
import { refusedRedirect, type Stretch } from './redirect-uris.ts';

const RULE =
  'Both are compared character by character: scheme, host, port, path, and a slash at the end all count; “localhost” is not “127.0.0.1”, and “%2F” is not “/”.';

/** Where a redirect_uri was refused: the one that was sent beside the registered one, with what differs marked. */
export function htmlRedirect(flow: FlowResult): string {
  const refused = refusedRedirect(flow);
  if (refused === undefined) return '';
  const asked =
    refused.registered === undefined ? text(refused.asked) : refused.registered.asked.map(stretch).join('');
  const registered =
    refused.registered === undefined
      ? '<p>Which ones are registered is known to the provider alone: see its developer portal, tab “Auth”.</p>'
      : `<code>${refused.registered.nearest.map(stretch).join('')}</code>${others(refused.all.length)}`;
  return `<div class="redirect-uris">
<h3>The redirect_uri that was refused</h3>
<dl><div><dt>Sent</dt><dd><code>${asked}</code></dd></div><div><dt>Registered</dt><dd>${registered}</dd></div></dl>
<p>${RULE}</p>
</div>`;
}

function others(count: number): string {
  return count < 2 ? '' : `<p>The nearest of ${count} that are registered.</p>`;
}

function stretch({ text: value, differs }: Stretch): string {
  return differs ? `<mark>${text(value)}</mark>` : text(value);
}
