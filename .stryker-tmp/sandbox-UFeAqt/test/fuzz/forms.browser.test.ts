// @ts-nocheck
import fc from 'fast-check';
import { chromium } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CHROMIUM_ARGUMENTS, findChromium, skipsWithoutChromium } from '../support/chromium.ts';
import { inSandbox } from '../support/sandbox.ts';
import { FORM_READER } from './form-reader.ts';
import { formContent } from './pages.ts';
import { PATIENCE, runs } from './runs.ts';

describe.skipIf(skipsWithoutChromium('forms, as the scripts encode them'))('in a browser', () => {
  test('the scripts send a form as Chromium does', { timeout: PATIENCE }, async () => {
    const contents = fc.sample(formContent, runs(1500));
    const browser = await chromium.launch({
      executablePath: findChromium() ?? 'no Chromium found: set CHROME_PATH',
      args: CHROMIUM_ARGUMENTS,
    });
    try {
      const page = await browser.newPage();
      const wanted = await page.evaluate(
        (all) =>
          all.map((content) => {
            const { document, FormData, URLSearchParams } = globalThis as unknown as {
              document: { body: { innerHTML: string }; querySelector(selector: string): unknown };
              FormData: new (form: unknown) => Iterable<[string, string]>;
              URLSearchParams: new (pairs: [string, string][]) => { toString(): string };
            };
            document.body.innerHTML = `<form id="it" method="post">${content}</form>`;
            // The encoding of a form normalises line ends; FormData itself does not.
            const pairs = [...new FormData(document.querySelector('form'))].map(
              ([name, value]): [string, string] => [name, value.replace(/\r\n|\r|\n/g, '\r\n')],
            );
            return new URLSearchParams(pairs).toString();
          }),
        contents,
      );
      const sent = await inSandbox<string, string>(FORM_READER, contents);
      const different = contents.flatMap((content, index) =>
        sent[index] === wanted[index] ? [] : [{ content, sent: sent[index], wanted: wanted[index] }],
      );
      different.sort((one, other) => one.content.length - other.content.length);
      expect(different.slice(0, 3)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
