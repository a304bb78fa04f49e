import type { Body, Exchange, Field } from '../runner/result.ts';

/** An exchange as lines of text, as curl would show it: `>` was sent, `<` came back. */
export function exchangeLines(exchange: Exchange): string[] {
  const { answer } = exchange;
  return [
    `> ${exchange.method} ${exchange.url}`,
    ...headers('>', exchange.headers),
    ...exchange.form.map(({ name, value }) => `>   ${name} = ${value}`),
    ...body('>', exchange.body),
    ...(exchange.error === undefined ? [] : [`< ${exchange.error}`]),
    ...(answer === undefined
      ? []
      : [
          `< ${answer.status} ${answer.reason}`.trimEnd(),
          ...headers('<', answer.headers),
          ...body('<', answer.body),
        ]),
  ];
}

function headers(mark: string, fields: readonly Field[]): string[] {
  return fields.map(({ name, value }) => `${mark} ${name}: ${value}`);
}

function body(mark: string, value: Body | undefined): string[] {
  if (value === undefined || value.text === '') return [];
  return value.text.split('\n').map((line) => `${mark}   ${line}`);
}
