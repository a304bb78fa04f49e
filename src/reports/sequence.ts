import type { Exchange, FlowResult, Party, Step } from '../runner/result.ts';
import { duration, pathOf } from './findings.ts';

/** The lanes of a sequence diagram, from left to right. */
export const lanes = ['client', 'authorization-server', 'callback', 'api'] as const;

export type Lane = (typeof lanes)[number];

export const laneNames: Readonly<Record<Lane, string>> = {
  client: 'Client',
  'authorization-server': 'Authorization server',
  callback: 'Callback',
  api: 'API',
};

/** One arrow: something that one party sends another. */
export interface Arrow {
  readonly from: Lane;
  readonly to: Lane;
  readonly label: string;
  /** What it carries, by names; never values. */
  readonly carries: string;
  readonly kind: 'request' | 'answer';
  readonly failed: boolean;
  /** The answer was not judged, and the request sent again. */
  readonly retried: boolean;
  /** Index of its step in the flow. */
  readonly step: number;
}

/** The parameters that make a flow: the others are a server's own business. */
const TELLING =
  /^(?:response_type|client_id|redirect_uri|scope|state|nonce|code|code_challenge|code_verifier|grant_type|refresh_token|token|client_secret|error|iss|session_key|session_password|username|password)$/;

/** Everything that was sent in a flow, hop by hop. */
export function sequenceOf(flow: FlowResult): Arrow[] {
  return flow.steps.flatMap((step, index) =>
    step.exchanges.flatMap((exchange) => arrowsOf(exchange, step, index)),
  );
}

/** The lanes that a flow needs. */
export function lanesOf(arrows: readonly Arrow[]): Lane[] {
  return lanes.filter((lane) => arrows.some(({ from, to }) => from === lane || to === lane));
}

function arrowsOf(exchange: Exchange, step: Step, index: number): Arrow[] {
  const own = exchange.by === 'step';
  const [failed, retried] = [own && step.outcome === 'failed', own && step.outcome === 'retried'];
  const request: Arrow = {
    from: 'client',
    to: exchange.to,
    label: `${exchange.method} ${pathOf(exchange.url)}`,
    carries: carried([...exchange.query, ...exchange.form]),
    kind: 'request',
    failed: false,
    retried: false,
    step: index,
  };
  const { answer } = exchange;
  const reply = { from: exchange.to, kind: 'answer', failed, retried, step: index } as const;
  if (answer === undefined) {
    return [request, { ...reply, to: 'client', label: exchange.error ?? 'no answer', carries: '' }];
  }
  const { redirect } = answer;
  const label = `${answer.status} ${answer.reason}`.trim();
  const to: Party | 'client' = redirect?.to === 'callback' ? 'callback' : 'client';
  const target = redirect === undefined ? '' : ` → ${pathOf(redirect.address)}`;
  return [
    request,
    {
      ...reply,
      to,
      label: `${label}${target}, ${duration(answer.durationMs)}`,
      carries: carried(redirect?.to === 'callback' ? redirect.parameters : []),
    },
  ];
}

function carried(fields: readonly { readonly name: string }[]): string {
  return [...new Set(fields.map(({ name }) => name).filter((name) => TELLING.test(name)))].join(', ');
}
