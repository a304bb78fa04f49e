import type { SafeHtml } from '../../html/html.ts';
import type { Answer } from '../answer.ts';
import type { EmulatedMember } from '../config.ts';
import type { ConsentView } from '../pages/consent-page.ts';
import type { LoginView } from '../pages/login-page.ts';
import type { PendingFlow } from '../state.ts';
import type { Visit } from '../visit.ts';

/** The places at which a scenario may take over; whatever it leaves out goes the ordinary way. */
export interface ScenarioHooks {
  /** Answers the authorization request, after its checks, instead of the redirect to the login page. */
  readonly authorize?: (visit: Visit, flow: PendingFlow) => Answer | undefined;
  /** Answers a request for the login page instead of showing it. */
  readonly beforeLoginPage?: (visit: Visit, flow: PendingFlow) => Answer | undefined;
  /** Draws the login page. */
  readonly loginBody?: (view: LoginView) => SafeHtml;
  /** Answers the login form before the password is looked at. */
  readonly loginSubmitted?: (visit: Visit, flow: PendingFlow) => Answer | undefined;
  /** Answers the login form after the password was found right. */
  readonly passwordAccepted?: (visit: Visit, flow: PendingFlow, member: EmulatedMember) => Answer;
  /** Draws the form of the consent page. */
  readonly consentForm?: (view: ConsentView) => SafeHtml;
  /** Whether a submitted consent form allows the request. */
  readonly consents?: (form: URLSearchParams) => boolean;
  /** Gives the code to the application instead of the ordinary redirect. */
  readonly callback?: (visit: Visit, flow: PendingFlow, parameters: URLSearchParams) => Answer;
}
