import { html, type SafeHtml } from '../../html/html.ts';
import type { EmulatedApp, EmulatedMember, EmulatorConfig } from '../config/config.ts';
import { emulatorSettings } from '../config/settings.ts';
import { scenarioTexts } from '../scenarios/catalogue.ts';

const ADDRESS_NAMES = ['authorization', 'token', 'userinfo', 'introspection', 'revocation'];

/** The page for people who open the emulator in a browser. */
export function landingPage(origin: string, config: EmulatorConfig): SafeHtml {
  const ordinary = config.apps.filter((app) => app.scenario === undefined);
  const scenarios = config.apps.filter((app) => app.scenario !== undefined);
  return html`<div class="wide">
<h1>A practice server for LinkedIn sign-in</h1>
<p>It behaves as LinkedIn's OAuth 2.0 server does, errors included, on this computer alone. Applications, members and secrets are made up. Copy the settings of an application into your client or Postman environment, and sign in as one of the members.</p>
${memberTable(config.members)}
<h2>Applications</h2>
${ordinary.map((app) => appCard(origin, config, app))}
${scenarios.length > 0 && html`<h2>Scenarios</h2><p>Each of these applications shows a login, a consent or an answer that clients stumble over.</p>`}
${scenarios.map((app) => appCard(origin, config, app))}
${endpointTable(origin, config)}
</div>`;
}

function memberTable(members: readonly EmulatedMember[]): SafeHtml {
  return html`<h2>Members</h2>
<p>Any other password is a wrong one.</p>
<div class="table"><table>
<thead><tr><th scope="col">User name</th><th scope="col">Password</th><th scope="col">What happens</th></tr></thead>
<tbody>${members.map(
    (member) =>
      html`<tr><td><code>${member.username}</code></td><td><code>${member.password}</code></td><td>${member.description}</td></tr>`,
  )}</tbody>
</table></div>`;
}

function appCard(origin: string, config: EmulatorConfig, app: EmulatedApp): SafeHtml {
  const title = app.scenario === undefined ? app.name : scenarioTexts[app.scenario].title;
  const settings = Object.entries(emulatorSettings(origin, config, app.name));
  // What differs between applications comes first; who signs in stands in the table of members.
  const [own, addresses] = [settings.filter(isOwn), settings.filter((entry) => !isOwn(entry))];
  return html`<section class="card" id="${app.name}">
<h3>${title}</h3>
<p class="soft">${app.description}</p>
<details><summary>Settings of <code>${app.name}</code></summary>
<pre tabindex="0">${[...own, ...addresses].map(([name, value]) => `${name}=${value}`).join('\n')}</pre>
</details>
</section>`;
}

function isOwn([name]: readonly [string, string]): boolean {
  return ['client_id', 'client_secret', 'redirect_uri', 'scope', 'username', 'password'].includes(name);
}

function endpointTable(origin: string, config: EmulatorConfig): SafeHtml {
  const settings = emulatorSettings(origin, config);
  const rows = ADDRESS_NAMES.map((name) => [`${name}_endpoint`, settings[`${name}_endpoint`]] as const);
  const more = [
    ['issuer', settings.issuer],
    ['discovery document', `${settings.issuer}/.well-known/openid-configuration`],
    ['api_base_url', settings.api_base_url],
    ['application_api_url', settings.application_api_url],
  ] as const;
  return html`<h2>Endpoints</h2>
<div class="table"><table>
<thead><tr><th scope="col">Name</th><th scope="col">Address</th></tr></thead>
<tbody>${[...rows, ...more].map(
    ([name, address]) => html`<tr><td>${name}</td><td><code>${address}</code></td></tr>`,
  )}</tbody>
</table></div>`;
}
