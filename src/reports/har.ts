import type { Entry, Har, Log, PostData, Request, Response } from 'har-format';
import { json } from '../printable/printable.ts';
import type { Answer, Exchange, Field, FlowResult, RunResult, Step } from '../runner/result.ts';
import { flowTitle, stepName } from './findings.ts';

/**
 * The run as an HTTP archive, which browsers' developer tools open: http://www.softwareishard.com/blog/har-12-spec/.
 * Every flow is a page. Bodies and values are those of the result, so masks stand where secrets were.
 */
export function harReport(result: RunResult): string {
  const log: Log = {
    version: '1.2',
    creator: { name: result.tool, version: String(result.version) },
    pages: result.flows.map((flow, index) => ({
      startedDateTime: time(startOfFlow(flow) ?? Date.parse(result.startedAt)),
      id: `flow_${index + 1}`,
      title: flowTitle(flow),
      pageTimings: { onContentLoad: -1, onLoad: -1 },
    })),
    entries: result.flows
      .flatMap((flow, index) => flow.steps.flatMap((step) => entriesOf(step, `flow_${index + 1}`)))
      .sort((one, other) => one.startedDateTime.localeCompare(other.startedDateTime)),
    comment: result.interrupted ? 'The run was interrupted: what is here had happened until then.' : '',
  };
  const archive: Har = { log };
  return json(archive).toString();
}

function entriesOf(step: Step, pageref: string): Entry[] {
  return step.exchanges.map((exchange) => {
    const { answer } = exchange;
    const startedAt = startOf(exchange);
    // Not as it was measured: begin and time must give the end, and the begin has whole milliseconds.
    const duration = exchange.endedAt - startedAt;
    return {
      pageref,
      startedDateTime: time(startedAt),
      time: duration,
      request: requestOf(exchange),
      response: answer === undefined ? noResponse(exchange) : responseOf(answer),
      cache: {},
      timings: { send: 0, wait: duration, receive: 0 },
      comment: commentOn(step, exchange),
    };
  });
}

function commentOn(step: Step, { by }: Exchange): string {
  if (by === 'script') return `${stepName(step)} (sent by a script)`;
  return `${stepName(step)}${step.retryReason === undefined ? '' : `: retried: ${step.retryReason}`}`;
}

function requestOf(exchange: Exchange): Request {
  const type = headerOf(exchange.headers, 'content-type');
  return {
    method: exchange.method,
    url: exchange.url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: exchange.headers.map(pair),
    queryString: exchange.query.map(pair),
    ...postDataOf(exchange, type),
    headersSize: -1,
    bodySize: -1,
  };
}

/** Parameters or text: HAR 1.2 says that they are mutually exclusive. */
function postDataOf({ form, body }: Exchange, mimeType: string): { postData?: PostData } {
  if (form.length > 0) {
    return { postData: { mimeType: 'application/x-www-form-urlencoded', params: form.map(pair) } };
  }
  return body === undefined ? {} : { postData: { mimeType, text: body.text } };
}

function responseOf(answer: Answer): Response {
  return {
    status: answer.status,
    statusText: answer.reason,
    httpVersion: 'HTTP/1.1',
    cookies: answer.cookies.map(({ name, path, domain, secure, httpOnly }) => ({
      name,
      value: '',
      ...(path === undefined ? {} : { path }),
      ...(domain === undefined ? {} : { domain }),
      secure,
      httpOnly,
    })),
    headers: answer.headers.map(pair),
    content: {
      size: answer.bytes,
      mimeType: headerOf(answer.headers, 'content-type'),
      ...(answer.body === undefined ? {} : { text: answer.body.text }),
    },
    redirectURL: headerOf(answer.headers, 'location'),
    headersSize: -1,
    bodySize: answer.bytes,
  };
}

/** Browsers write an answer that never came as status 0. */
function noResponse({ error }: Exchange): Response {
  return {
    status: 0,
    statusText: '',
    httpVersion: '',
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: '' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    comment: error ?? '',
  };
}

function headerOf(headers: readonly Field[], name: string): string {
  return headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';
}

function pair({ name, value }: Field) {
  return { name, value };
}

/** In milliseconds since 1970. */
function startOf({ endedAt, answer }: Exchange): number {
  return Math.round(endedAt - (answer?.durationMs ?? 0));
}

function startOfFlow(flow: FlowResult): number | undefined {
  const first = flow.steps.flatMap((step) => step.exchanges)[0];
  return first === undefined ? undefined : startOf(first);
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
