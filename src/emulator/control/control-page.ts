import { html, type SafeHtml } from '../../html/html.ts';
import { faultKinds, faultText } from '../faults/catalogue.ts';
import { faultTargets } from '../faults/targets.ts';
import type { RequestContext } from '../http/request-context.ts';
import { CONTROL, type Controls, withoutPasswords } from './controls.ts';

const MOST_ROWS = 100;

/** The control plane for people: what goes wrong, the clock, and what came in. */
export function controlBody({ emulator }: RequestContext, controls: Controls): SafeHtml {
  return html`<div class="wide">
<h1>What the emulator does wrong</h1>
<form method="post" action="${CONTROL}/faults">
<label>Faults, one a line <textarea name="faults" rows="4" spellcheck="false">
${controls
  .faults()
  .map(({ spec }) => spec)
  .join('\n')}</textarea></label>
<button>Use these</button>
</form>
<p class="soft">Written <code>ENDPOINT[#CALLS]=FAULT[:NUMBER]</code>, such as <code>token#1=status:503</code>. Endpoints: ${faultTargets.join(', ')}.</p>
<details><summary>All faults</summary><dl>${faultKinds.map(
    (kind) => html`<dt><code>${kind}</code></dt><dd>${describe(kind)}</dd>`,
  )}</dl></details>
<h2>Clock</h2>
<p>It is ${new Date(emulator.now()).toISOString()} here, ${controls.ahead()} seconds ahead.</p>
<form method="post" action="${CONTROL}/clock">
<label>Seconds to go forward <input name="advance" type="number" min="0" value="1800"></label>
<button>Go forward</button>
</form>
<h2>Requests</h2>
${requestTable(controls)}
</div>`;
}

function describe(kind: (typeof faultKinds)[number]): string {
  const { description, value } = faultText(kind);
  return description.replace('{value}', value === undefined ? '' : `N ${value.of}`.replace('N a ', 'N, a '));
}

function requestTable({ journal }: Controls): SafeHtml {
  const last = withoutPasswords(journal).slice(-MOST_ROWS).reverse();
  return html`<p>The last ${last.length}, newest first. Names only: no value of a request is kept.</p>
<div class="table"><table>
<thead><tr><th scope="col">Time</th><th scope="col">Request</th><th scope="col">Status</th><th scope="col">Parameters</th><th scope="col">Fault</th></tr></thead>
<tbody>${last.map(
    ({ at, method, path, status, fields, faults = [] }) =>
      html`<tr><td>${new Date(at).toISOString().slice(11, 19)}</td><td>${method} <code>${path}</code></td><td>${status}</td><td>${fields.join(', ')}</td><td>${faults.join(', ')}</td></tr>`,
  )}</tbody>
</table></div>`;
}
