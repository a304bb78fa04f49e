import type { SafeHtml } from '../../html/html.ts';
import type { EmulatedMember } from '../config/config.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import type { ConsentView } from '../pages/consent-page.ts';
import type { LoginView } from '../pages/login-page.ts';
import type { PendingFlow } from '../state/state.ts';

/** The places at which a scenario may take over; whatever it leaves out goes the ordinary way. */
export interface ScenarioHooks {
  /** Responds to the authorization request, after its checks, instead of the redirect to the login page. */
  readonly authorize?: (context: RequestContext, flow: PendingFlow) => EmulatorResponse | undefined;
  /** Responds to a request for the login page instead of showing it. */
  readonly beforeLoginPage?: (context: RequestContext, flow: PendingFlow) => EmulatorResponse | undefined;
  /** Draws the login page. */
  readonly loginBody?: (view: LoginView) => SafeHtml;
  /** Responds to the login form before the password is looked at. */
  readonly loginSubmitted?: (context: RequestContext, flow: PendingFlow) => EmulatorResponse | undefined;
  /** Responds to the login form after the password was found right. */
  readonly passwordAccepted?: (
    context: RequestContext,
    flow: PendingFlow,
    member: EmulatedMember,
  ) => EmulatorResponse;
  /** Draws the form of the consent page. */
  readonly consentForm?: (view: ConsentView) => SafeHtml;
  /** Whether a submitted consent form allows the request. */
  readonly consents?: (form: URLSearchParams) => boolean;
  /** Gives the code to the application instead of the ordinary redirect. */
  readonly callback?: (
    context: RequestContext,
    flow: PendingFlow,
    parameters: URLSearchParams,
  ) => EmulatorResponse;
}
