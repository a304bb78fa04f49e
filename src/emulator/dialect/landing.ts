import { html } from '../../html/html.ts';
import { page } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import type { Dialect } from './dialect.ts';
import { dialectSettings } from './settings.ts';

/** GET /: what this is, with the settings of each application. */
export function landing(context: RequestContext, dialect: Dialect): EmulatorResponse {
  const { config } = context.emulator;
  const settings = (app: string) =>
    Object.entries(dialectSettings(context.origin, dialect, config, app))
      .map(([name, value]) => `${name}=${value}`)
      .join('\n');
  return page(context, {
    title: 'Emulator of legwork',
    body: html`<div class="wide">
<h1>A practice server for sign-in with ${dialect.facts.name}</h1>
<p>It behaves as the documentation of ${dialect.facts.name} and public reports say, errors included, on this computer alone. Applications, members and secrets are made up.</p>
<h2>Applications</h2>
${config.apps.map(
  (
    app,
  ) => html`<section class="card" id="${app.name}"><h3>${app.name}</h3><p class="soft">${app.description}</p>
<p>Registered: ${app.redirectUris.map((uri) => html`<code>${uri}</code> `)}</p>
<details><summary>Settings of <code>${app.name}</code></summary><pre tabindex="0">${settings(app.name)}</pre></details></section>`,
)}
<h2>Members</h2>
<ul>${config.members.map(({ username, password }) => html`<li><code>${username}</code>, password <code>${password}</code></li>`)}</ul>
</div>`,
  });
}
