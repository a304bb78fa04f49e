import { html, type SafeHtml } from '../../html/html.ts';
import { challenge, fields } from '../../providers/linkedin/pages.ts';
import type { ChallengeKind, EmulatedMember } from '../config/config.ts';
import { hiddenInputs, note } from './layout.ts';

/** What varies on a challenge page. */
export interface ChallengeView {
  readonly id: string;
  readonly kind: ChallengeKind;
  readonly member: EmulatedMember;
  readonly csrfToken: string;
  readonly pageInstance: string;
  /** Milliseconds since 1970. */
  readonly displayTime: number;
  readonly error: string;
}

/** A page on which a person proves to be one. A scripted login ends here. */
export function challengePage(view: ChallengeView): SafeHtml {
  switch (view.kind) {
    case 'captcha':
      return captcha(view);
    case 'email-pin':
      return pin(view);
    case 'app-approval':
      return approval(view);
  }
}

function captcha(view: ChallengeView): SafeHtml {
  return html`<section class="card">
<h1>Let's do a quick security check</h1>
<code id="${challenge.captchaExchange}" hidden>{"emulator":true}</code>
<iframe id="${challenge.captchaFrame}" title="Captcha" hidden></iframe>
<form method="post" action="${challenge.verifyPath}">
${hiddenInputs([...hiddenValues(view), [challenge.captchaSiteKey, 'emulator'], [challenge.captchaResponse, '']])}
<label class="check"><input type="checkbox" name="${challenge.captchaResponse}" value="person" required> I am a person</label>
${error(view)}
<button type="submit">Verify</button>
</form>
${note('LinkedIn shows a puzzle here; no program should get past it.')}
</section>`;
}

function pin(view: ChallengeView): SafeHtml {
  return html`<section class="card">
<h1>Enter the code we sent to your e-mail address</h1>
<form id="${challenge.pinForm}" method="post" action="${challenge.verifyPath}">
${hiddenInputs(hiddenValues(view))}
<label for="${challenge.pinInput}">Verification code</label>
<input id="${challenge.pinInput}" name="${fields.pin}" type="text" inputmode="numeric" autocomplete="one-time-code" autofocus required>
${error(view)}
<button id="${challenge.pinButton}" type="submit">Submit</button>
</form>
${note(html`The emulator sends no mail. The code of this member is <code>${view.member.pin}</code>.`)}
</section>`;
}

function approval(view: ChallengeView): SafeHtml {
  return html`<section class="card">
<h1>Check your LinkedIn app</h1>
<p>Open the app on your phone and tap <strong>${challenge.approvalText}</strong> to confirm the sign-in.</p>
<form method="post" action="${challenge.verifyPath}">
${hiddenInputs(hiddenValues(view))}
<button type="submit">I have confirmed it on my phone</button>
</form>
${note('There is no phone here: the button stands for the tap.')}
</section>`;
}

function hiddenValues(view: ChallengeView): [string, string][] {
  return [
    [fields.csrfToken, view.csrfToken],
    ['pageInstance', view.pageInstance],
    ['challengeId', view.id],
    ['language', 'en-US'],
    ['displayTime', String(view.displayTime)],
    ['challengeSource', 'AuthenticationChallenge'],
    ['challengeType', view.kind],
    ['_s', 'CONSUMER_LOGIN'],
  ];
}

function error(view: ChallengeView): SafeHtml {
  return html`<div class="form__label--error" role="alert">${view.error}</div>`;
}
