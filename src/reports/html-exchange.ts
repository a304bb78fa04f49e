import type { Answer, Body, Exchange, Field, SetCookie } from '../runner/result.ts';
import { escapeText as text } from './markup.ts';

/** What an exchange carried, decoded: behind a summary that opens by mouse and keyboard. */
export function htmlExchange(exchange: Exchange, open = false): string {
  const { answer } = exchange;
  const name = exchange.by === 'script' ? `Sent by a script: ${exchange.method} ${exchange.url}` : 'Exchange';
  const parts = [
    fields('Parameters of the address', exchange.query),
    fields('Form', exchange.form),
    body('Body', exchange.body),
    exchange.error === undefined ? '' : `<h4>No answer</h4><pre>${text(exchange.error)}</pre>`,
    ...(answer === undefined ? [] : answerParts(answer)),
    fields('Headers of the request', exchange.headers),
    fields('Headers of the answer', answer?.headers ?? []),
  ];
  return `<details${open ? ' open' : ''}><summary>${text(name)}</summary><div class="exchange">${parts.join('')}</div></details>`;
}

function answerParts(answer: Answer): string[] {
  const { redirect } = answer;
  const leads = redirect?.to === 'callback' ? 'Sent to the callback' : 'Redirected to';
  return [
    redirect === undefined
      ? ''
      : `<h4>${leads}</h4><code class="address">${text(redirect.address)}</code>${list(redirect.parameters)}`,
    answer.cookies.length === 0
      ? ''
      : `<h4>Cookies set</h4><ul class="cookies">${answer.cookies.map(cookie).join('')}</ul>`,
    body('Answer', answer.body),
  ];
}

function fields(title: string, values: readonly Field[]): string {
  return values.length === 0 ? '' : `<h4>${title}</h4>${list(values)}`;
}

function list(values: readonly Field[]): string {
  if (values.length === 0) return '';
  const items = values.map(
    ({ name, value }) =>
      `<div><dt>${text(name)}</dt><dd>${value === '' ? '<i>empty</i>' : masked(value)}</dd></div>`,
  );
  return `<dl class="fields">${items.join('')}</dl>`;
}

function cookie({ name, path, secure, httpOnly, sameSite, deleted }: SetCookie): string {
  const traits = [
    ...(deleted ? ['deleted'] : []),
    ...(secure ? ['Secure'] : []),
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(sameSite === undefined ? [] : [`SameSite=${sameSite}`]),
    ...(path === undefined ? [] : [`Path=${path}`]),
  ];
  return `<li><code>${text(name)}</code> ${text(traits.join(', '))}</li>`;
}

function body(title: string, value: Body | undefined): string {
  if (value === undefined) return '';
  return `<h4>${title}</h4><pre>${masked(pretty(value))}${value.cut ? '\n…' : ''}</pre>`;
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
function masked(value: string): string {
  return text(value).replace(/‹[^‹›]{1,80}›/g, (mask) => `<span class="mask">${mask}</span>`);
}
