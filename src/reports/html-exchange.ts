import { type HtmlValue, html, type SafeHtml } from '../html/html.ts';
import type { Answer, Body, Exchange, Field, SetCookie } from '../runner/result.ts';

/** What an exchange carried, decoded: behind a summary that opens by mouse and keyboard. */
export function htmlExchange(exchange: Exchange, open = false): SafeHtml {
  const { answer } = exchange;
  const name = exchange.by === 'script' ? `Sent by a script: ${exchange.method} ${exchange.url}` : 'Exchange';
  const parts = [
    fields('Parameters of the address', exchange.query),
    fields('Form', exchange.form),
    body('Body', exchange.body),
    exchange.error !== undefined && html`<h4>No answer</h4><pre>${exchange.error}</pre>`,
    ...(answer === undefined ? [] : answerParts(answer)),
    fields('Headers of the request', exchange.headers),
    fields('Headers of the answer', answer?.headers ?? []),
  ];
  return html`<details${open && html` open`}><summary>${name}</summary><div class="exchange">${parts}</div></details>`;
}

function answerParts(answer: Answer): HtmlValue[] {
  const { redirect } = answer;
  const leads = redirect?.to === 'callback' ? 'Sent to the callback' : 'Redirected to';
  return [
    redirect !== undefined &&
      html`<h4>${leads}</h4><code class="address">${redirect.address}</code>${list(redirect.parameters)}`,
    answer.cookies.length > 0 &&
      html`<h4>Cookies set</h4><ul class="cookies">${answer.cookies.map(cookie)}</ul>`,
    body('Answer', answer.body),
  ];
}

function fields(title: string, values: readonly Field[]): HtmlValue {
  return values.length > 0 && html`<h4>${title}</h4>${list(values)}`;
}

function list(values: readonly Field[]): HtmlValue {
  if (values.length === 0) return undefined;
  const items = values.map(
    ({ name, value }) =>
      html`<div><dt>${name}</dt><dd>${value === '' ? html`<i>empty</i>` : masked(value)}</dd></div>`,
  );
  return html`<dl class="fields">${items}</dl>`;
}

function cookie({ name, path, secure, httpOnly, sameSite, deleted }: SetCookie): SafeHtml {
  const traits = [
    ...(deleted ? ['deleted'] : []),
    ...(secure ? ['Secure'] : []),
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(sameSite === undefined ? [] : [`SameSite=${sameSite}`]),
    ...(path === undefined ? [] : [`Path=${path}`]),
  ];
  return html`<li><code>${name}</code> ${traits.join(', ')}</li>`;
}

function body(title: string, value: Body | undefined): HtmlValue {
  if (value === undefined) return undefined;
  return html`<h4>${title}</h4><pre>${masked(pretty(value))}${value.cut ? '\n…' : ''}</pre>`;
}

function pretty({ text: value, cut }: Body): string {
  if (cut || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

/** Masks are set apart, so that one can follow a value through the flow. */
function masked(value: string): HtmlValue {
  return value
    .split(/(‹[^‹›]{1,80}›)/)
    .map((part, index) => (index % 2 === 1 ? html`<span class="mask">${part}</span>` : part));
}
