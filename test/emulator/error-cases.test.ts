import { describe, expect, test } from 'vitest';
import { type ErrorCase, errorText } from '../../src/providers/error-case.ts';
import { ERROR_PAGE_HEADING } from '../../src/providers/linkedin/authorization-errors.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { NOT_PLAYED, scenes, type Values } from './error-scenes.ts';
import { play } from './play.ts';

const current = Object.entries(linkedin.errors).filter(
  ([, errorCase]: [string, ErrorCase]) => !errorCase.past,
);

describe('every way in which LinkedIn says no', () => {
  test('is played, or listed with the reason why not', () => {
    const answered = [...Object.keys(scenes), ...Object.keys(NOT_PLAYED)].sort();
    expect(
      answered,
      'Let the emulator play it (src/emulator/checks or endpoints) and give it a scene in test/emulator/error-scenes.ts, or a reason in NOT_PLAYED there.',
    ).toEqual(current.map(([name]) => name).sort());
  });

  test.each(current.filter(([name]) => !(name in NOT_PLAYED)))(
    'is played literally: %s',
    async (name, errorCase) => {
      const scene = scenes[name as keyof typeof linkedin.errors];
      const [response, values = {}] = (await scene?.(play())) ?? [];
      await expectCase(errorCase, response as Response, errorText(errorCase, values as Values));
    },
  );
});

async function expectCase(errorCase: ErrorCase, response: Response, text: string): Promise<void> {
  switch (errorCase.place) {
    case 'authorization page': {
      expect(response.status).toBe(errorCase.status);
      const html = (await response.text()).replaceAll('&quot;', '"');
      expect(html).toContain(ERROR_PAGE_HEADING);
      expect(html).toContain(`<p>${text}</p>`);
      return;
    }
    case 'authorization redirect': {
      const { searchParams } = new URL(response.headers.get('location') ?? '');
      expect(Object.fromEntries(searchParams)).toEqual({
        error: errorCase.error,
        error_description: text,
        state: 'st/a+te=1',
      });
      return;
    }
    case 'token':
    case 'introspection':
      expect(response.status).toBe(errorCase.status);
      expect(await response.json()).toEqual({ error: errorCase.error, error_description: text });
      return;
    case 'api': {
      const { status, serviceErrorCode, error: code } = errorCase;
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual(
        JSON.parse(JSON.stringify({ status, serviceErrorCode, code, message: text })),
      );
      return;
    }
    case 'login':
      throw new Error('There are no such cases yet.');
  }
}
