import { type HtmlValue, html } from '../html/html.ts';
import type { Stretch } from '../redirect-uri/character-marks.ts';
import type { FlowResult, RunResult } from '../runner/result.ts';
import { redirectUriCommand, refusedRedirect } from './redirect-uris.ts';

const RULE =
  'Most providers compare both as text: scheme, host, port, path, and a slash at the end all count; “localhost” is not “127.0.0.1”, and “%2F” is not “/”.';

/** Where a redirect_uri was refused: the one that was sent beside the registered one, with what differs marked. */
export function htmlRedirect(flow: FlowResult, run: Pick<RunResult, 'target'>): HtmlValue {
  const refused = refusedRedirect(flow);
  if (refused === undefined) return undefined;
  const asked = refused.registered === undefined ? refused.asked : refused.registered.asked.map(stretch);
  const registered =
    refused.registered === undefined
      ? html`<p>Only the provider knows which URIs are registered: see the page of the application there.</p>`
      : html`<code>${refused.registered.nearest.map(stretch)}</code>${others(refused.all.length)}`;
  return html`<div class="redirect-uris">
<h3>The redirect_uri that was rejected</h3>
<dl><div><dt>Sent</dt><dd><code>${asked}</code></dd></div><div><dt>Registered</dt><dd>${registered}</dd></div></dl>
<p>${RULE}</p>
<p><b>Next:</b> <code>${redirectUriCommand(flow, { target: run.target })}</code></p>
</div>`;
}

function others(count: number): HtmlValue {
  return count > 1 && html`<p>The nearest of ${count} that are registered.</p>`;
}

function stretch({ text: value, differs }: Stretch): HtmlValue {
  return differs ? html`<mark>${value}</mark>` : value;
}
