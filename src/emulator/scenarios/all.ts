import type { EmulatedApp } from '../config/config.ts';
import { cancelFlow } from '../sign-in/callback.ts';
import { errorInFragment, formPost, withIssuer, withWrongIssuer, withWrongState } from './callbacks.ts';
import { type ScenarioName, type ScenarioText, scenarioNames, scenarioTexts } from './catalogue.ts';
import { namelessConsentButtons, twoConsentForms } from './consent-forms.ts';
import {
  blocked,
  cookiePin,
  emptyForbidden,
  loginOnOtherHost,
  metaRefresh,
  redirectLoop,
  rejectScriptedLogin,
  secondFactor,
} from './detours.ts';
import {
  accountSelect,
  emptyAction,
  foreignForm,
  identifierFirst,
  passwordByGet,
  reactLogin,
} from './login-forms.ts';
import { chosenAccount, loginInFirstAnswer, passwordPage } from './login-steps.ts';
import type { ScenarioHooks } from './scenario.ts';

const hooks: Readonly<Record<ScenarioName, ScenarioHooks>> = {
  'react-login': { loginBody: reactLogin },
  'password-by-get': { loginBody: passwordByGet },
  'foreign-form': { loginBody: foreignForm },
  blocked: { authorize: blocked },
  'redirect-loop': { beforeLoginPage: redirectLoop },
  'cookie-pin': { authorize: cookiePin },
  'refused-login': { passwordAccepted: rejectScriptedLogin },
  'cancels-login': { passwordAccepted: (context, flow) => cancelFlow(context, flow, 'login') },
  'cancels-consent': { consents: () => false },
  'two-consent-forms': { consentForm: twoConsentForms, consents: (form) => form.get('_method') !== 'delete' },
  'nameless-consent-buttons': {
    consentForm: namelessConsentButtons,
    consents: (form) => form.get('action') === 'authorize',
  },
  'login-on-other-host': { authorize: loginOnOtherHost },
  'login-in-authorize-response': { authorize: loginInFirstAnswer, loginBody: emptyAction },
  'form-post': { callback: formPost },
  'issuer-parameter': { callback: withIssuer },
  'wrong-issuer': { callback: withWrongIssuer },
  'wrong-state': { callback: withWrongState },
  'meta-refresh': { authorize: metaRefresh },
  'account-select': { loginBody: accountSelect, loginSubmitted: chosenAccount },
  'identifier-first': { loginBody: identifierFirst, loginSubmitted: passwordPage },
  'fragment-error': { callback: errorInFragment },
  'empty-forbidden': { passwordAccepted: emptyForbidden },
  'second-factor': { passwordAccepted: secondFactor },
};

/** A scenario with its name, its text and what it does differently. */
export interface Scenario extends ScenarioText, ScenarioHooks {
  readonly name: ScenarioName;
}

/** All scenarios, in the order in which they are listed. */
export const scenarios: readonly Scenario[] = scenarioNames.map((name) => ({
  name,
  ...scenarioTexts[name],
  ...hooks[name],
}));

/** What an application's scenario does differently: nothing, for most. */
export function scenarioOf({ scenario }: EmulatedApp): ScenarioHooks {
  return scenario === undefined ? {} : hooks[scenario];
}
