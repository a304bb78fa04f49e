import type { Failure } from '../../failure.ts';
import { html, type SafeHtml } from '../../html/html.ts';
import { masked } from '../mask.ts';
import type { LoginOutcome } from '../outcome.ts';
import { timeText } from '../time-text.ts';
import { page } from './page.ts';

/** Where the forms of the result page lead; undefined once the token has been shown. */
export interface ResultPaths {
  readonly reveal: string | undefined;
  readonly done: string;
}

const CLOSE = html`<p class="soft">You can close this window and go back to the terminal.</p>`;

/** The end of a login. */
export function resultPage(outcome: LoginOutcome, paths: ResultPaths): Response {
  return outcome.kind === 'success' ? successPage(outcome, paths) : failurePage(outcome.failure);
}

function successPage(
  { token, name }: Extract<LoginOutcome, { kind: 'success' }>,
  { reveal, done }: ResultPaths,
): Response {
  const rows: [string, SafeHtml | string | undefined][] = [
    ['Member id', token.memberId && html`<code>${token.memberId}</code>`],
    ['Name', name],
    ['Application', html`<code>${token.clientId}</code>`],
    ['Allowed', token.granted.join(', ')],
    ['Good until', token.expiresAt === undefined ? undefined : timeText(token.expiresAt)],
    ['Access token', html`<code>${masked(token.accessToken)}</code>`],
    [
      'Refresh token',
      token.refreshToken === undefined ? 'none came' : html`<code>${masked(token.refreshToken)}</code>`,
    ],
  ];
  return page(
    'You are signed in',
    'good',
    html`<dl>${rows
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
<div class="buttons">
<form method="post" action="${done}"><button>Done</button></form>
${reveal === undefined ? '' : html`<form method="post" action="${reveal}"><button class="plain">Show the access token</button></form>`}
</div>
<p class="soft">The token is kept on this computer. <code>legwork token</code> prints it, and renews it where that is possible.</p>`,
  );
}

function failurePage(failure: Failure): Response {
  return page(
    'The login did not succeed',
    'bad',
    html`<p>${failure.message}</p><p><strong>What to do:</strong> ${failure.hint}</p>${CLOSE}`,
  );
}

/** The token itself, shown once. */
export function revealPage(accessToken: string, done: string): Response {
  return page(
    'The access token',
    'plain',
    html`<p>Anyone who has it can act as you. It is shown only once.</p>
<pre tabindex="0">${accessToken}</pre>
<form method="post" action="${done}"><button>Done</button></form>`,
  );
}

/** An address that was good for one visit. */
export function gonePage(): Response {
  return page('This was shown already', 'plain', html`<p>The address worked once.</p>${CLOSE}`, 410);
}

export function donePage(): Response {
  return page('All done', 'good', CLOSE);
}

/** A callback that does not belong to this login: 401, as providers' documentation asks for. */
export function foreignPage(): Response {
  return page(
    'This answer belongs to another login',
    'bad',
    html`<p>Its <code>state</code> is not the one that this login sent. It may come from an older tab, or from someone who tries to inject a response of their own. It was not used.</p><p>The login goes on: use the tab that was opened last.</p>`,
    401,
  );
}

/** A second callback after the first one was taken. */
export function takenPage(): Response {
  return page('This login has had its answer', 'plain', html`<p>An answer is taken once.</p>${CLOSE}`, 409);
}

/** The callback address without an answer in it. */
export function emptyPage(): Response {
  return page(
    'Nothing has come yet',
    'plain',
    html`<p>The sign-in ends at this address, with a code or an error in it. This time there was neither.</p>`,
    400,
  );
}

export function notFoundPage(callbackPath: string): Response {
  return page(
    'There is nothing here',
    'plain',
    html`<p>This is legwork, which waits for the end of a sign-in at <code>${callbackPath}</code>.</p>`,
    404,
  );
}
