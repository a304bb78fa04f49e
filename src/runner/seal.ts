import { withoutCredentials } from '../redaction/credential.ts';
import type { Redacted } from '../redaction/redacted.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { shownBody } from '../redaction/shown-body.ts';
import { shownHeader } from '../redaction/shown-header.ts';
import {
  isSettled,
  type Partner,
  shownName,
  shownParameter,
  shownPath,
  shownUrl,
} from '../redaction/shown-url.ts';
import { SHOWN } from './exchange.ts';
import type { Plain } from './plain.ts';
import type { Answer, Body, Exchange, Field, FlowResult, SetCookie, Step } from './result.ts';

/** How much of the messages is shown. */
export interface Showing {
  readonly redactor: Redactor;
  /** No value of a body is shown, whatever it is. */
  readonly hideBodies: boolean;
}

/** Members whose texts are words of the runner's own, not of a server or script. */
const OWN_WORDS = new Set([
  'outcome',
  'level',
  'by',
  'to',
  'kind',
  'state',
  'pkce',
  'clientAuthentication',
  'accessToken',
]);

/** Members of {@link Leg} that repeat what a server said, and the parameters that they come from. */
const SAID: Readonly<Record<string, string>> = {
  error: 'error',
  errorDescription: 'error_description',
  tokenType: 'token_type',
  scope: 'scope',
};

/** Members that repeat what a server said in words of a script: a value that nobody knows may stand in them. */
const REPEATING = new Set(['assertions', 'console', 'checks', 'skipReason', 'retryReason', 'endOfRetries']);

/** Characters of a message that are shown, and that are looked at: a server may send megabytes of error_description. */
const LONGEST = 10_000;
const READ = 16_384;

function bounded(value: string, redactor: Redactor): Redacted {
  if (value.length <= LONGEST) return redactor.text(value);
  const isCut = value.length > READ;
  const { text, cut } = redactor.beginning(value.slice(0, READ), LONGEST, isCut);
  return (isCut || cut ? `${text}…` : text) as Redacted;
}

/** Makes a step fit to be shown: every text of it goes through the redactor. */
export function sealStep(step: Plain<Step>, showing: Showing): Step {
  const { exchanges, url, ...rest } = step;
  const own = exchanges.find(({ by }) => by === 'step');
  return {
    ...(sealed(rest, showing.redactor) as Omit<Step, 'exchanges' | 'url'>),
    // What was not sent stands in the collection, with its variables.
    url: shownUrl(url, own?.to ?? 'api', showing.redactor),
    exchanges: exchanges.map((exchange) => sealExchange(exchange, showing)),
  };
}

/** Makes the result of a flow fit to be shown. */
export function sealFlow(flow: Plain<FlowResult>, showing: Showing): FlowResult {
  const { steps, legs, ...rest } = flow;
  return {
    ...(sealed(rest, showing.redactor) as Omit<FlowResult, 'steps' | 'legs'>),
    steps: steps.map((step) => sealStep(step, showing)),
    legs: legs.map((leg) => sealedLeg(leg, showing.redactor)) as FlowResult['legs'],
  };
}

function sealExchange(exchange: Plain<Exchange>, showing: Showing): Exchange {
  const { redactor } = showing;
  const { by, to, method, url, endedAt, headers, query, form, body, error, answer } = exchange;
  return {
    by,
    to,
    method: redactor.text(method),
    url: shownUrl(url, to, redactor),
    endedAt,
    headers: headers.map((header) => sealedHeader(header, to, redactor)),
    query: query.map((field) => sealedField('query', field, to, redactor)),
    form: form.map((field) =>
      showing.hideBodies ? hiddenField(field, redactor) : sealedField('form', field, to, redactor),
    ),
    ...(body === undefined ? {} : { body: sealedBody(body, to, showing) }),
    ...(error === undefined ? {} : { error: bounded(error, redactor) }),
    ...(answer === undefined ? {} : { answer: sealedAnswer(answer, to, showing) }),
  };
}

function sealedAnswer(answer: Plain<Answer>, to: Partner, showing: Showing): Answer {
  const { redactor } = showing;
  const { reason, headers, cookies, redirect, body, ...numbers } = answer;
  return {
    ...numbers,
    reason: redactor.text(reason),
    headers: headers.map((header) => sealedHeader(header, to, redactor)),
    cookies: cookies.map((cookie) => sealedCookie(cookie, redactor)),
    ...(redirect === undefined
      ? {}
      : {
          redirect: {
            address: shownUrl(redirect.address, 'authorization-server', redactor),
            parameters: redirect.parameters.map((field) =>
              sealedField('query', field, 'authorization-server', redactor),
            ),
            to: redirect.to,
          },
        }),
    ...(body === undefined ? {} : { body: sealedBody(body, to, showing) }),
  };
}

function sealedCookie(
  { name, domain, path, sameSite, ...flags }: Plain<SetCookie>,
  redactor: Redactor,
): SetCookie {
  return {
    ...flags,
    name: redactor.text(shownName(name, redactor)),
    ...(domain === undefined ? {} : { domain: redactor.text(domain) }),
    ...(path === undefined ? {} : { path: shownPath(path, redactor) }),
    ...(sameSite === undefined ? {} : { sameSite: redactor.text(sameSite) }),
  };
}

function sealedHeader({ name, value }: Plain<Field>, to: Partner, redactor: Redactor): Field {
  return { name: redactor.text(shownName(name, redactor)), value: shownHeader(name, value, to, redactor) };
}

function sealedField(
  place: 'query' | 'form',
  { name, value }: Plain<Field>,
  to: Partner,
  redactor: Redactor,
): Field {
  return {
    name: redactor.text(shownName(name, redactor)),
    value: shownParameter(place, name, value, to, redactor),
  };
}

function hiddenField({ name, value }: Plain<Field>, redactor: Redactor): Field {
  const masked = redactor.text(value);
  return {
    name: redactor.text(shownName(name, redactor)),
    value: isSettled(masked, value) ? masked : redactor.mask(name),
  };
}

function sealedBody({ text, cut }: Plain<Body>, partner: Partner, { redactor, hideBodies }: Showing): Body {
  return shownBody({ text, isCut: cut }, SHOWN, { partner, hideAll: hideBodies, redactor });
}

function sealedLeg(leg: object, redactor: Redactor): object {
  return Object.fromEntries(
    Object.entries(leg).map(([name, member]) => {
      const parameter = SAID[name];
      if (name === 'given') return [name, sealedLeg(member as object, redactor)];
      if (parameter === undefined) return [name, sealedMember(name, member, redactor)];
      const show = (value: string) =>
        shownParameter('query', parameter, bounded(value, redactor), 'authorization-server', redactor);
      return [name, Array.isArray(member) ? member.map(show) : show(String(member))];
    }),
  );
}

function sealed(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return bounded(value, redactor);
  if (Array.isArray(value)) return value.map((member) => sealed(member, redactor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, sealedMember(name, member, redactor)]),
  );
}

/** Texts without what looks like a credential, unless the run was given it. */
function withoutUnknown(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') {
    return withoutCredentials(value, (run) => (redactor.isPublic(run) ? run : redactor.mask('credential')));
  }
  if (Array.isArray(value)) return value.map((member) => withoutUnknown(member, redactor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withoutUnknown(member, redactor)]),
  );
}

function sealedMember(name: string, member: unknown, redactor: Redactor): unknown {
  if (REPEATING.has(name)) return withoutUnknown(sealed(member, redactor), redactor);
  return OWN_WORDS.has(name) && typeof member === 'string' ? member : sealed(member, redactor);
}
