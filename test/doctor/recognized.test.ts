import { describe, expect, test } from 'vitest';
import type { ErrorCase } from '../../src/providers/error-case.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { answer, url } from './observations.ts';

describe('an API code with other words is still recognized', () => {
  const cases = Object.values<ErrorCase>(linkedin.errors).filter(({ place }) => place === 'api');
  const named = (body: object) =>
    answer(JSON.stringify({ message: 'Quite other words than those that are known.', ...body }));

  test('by its number, alone and together with its letters', () => {
    const numbered = cases.filter(({ serviceErrorCode }) => serviceErrorCode !== undefined);
    expect(numbered.length).toBeGreaterThan(3);
    for (const { serviceErrorCode, status, error, cause } of numbered) {
      for (const body of [
        { serviceErrorCode, status },
        { serviceErrorCode, status, code: error },
      ]) {
        expect(
          named(body).problems.map(({ explanation }) => explanation),
          JSON.stringify(body),
        ).toContain(cause);
      }
    }
  });

  test('by its letters', () => {
    const lettered = cases.filter((one) => one.error !== undefined && one.serviceErrorCode === undefined);
    expect(lettered.length).toBeGreaterThan(2);
    for (const { error, status, cause } of lettered) {
      const { problems } = named({ code: error, status });
      expect(
        problems.map(({ explanation }) => explanation),
        error,
      ).toContain(cause);
    }
  });

  test('and a code that nobody knows is not taken for one of them', () => {
    const { problems } = named({ code: 'QUITE_ANOTHER', serviceErrorCode: 1, status: 400 });
    expect(problems.filter(({ code }) => code.startsWith('rejected-'))).toEqual([]);
  });
});

describe('an old endpoint without parameters is an OAuth endpoint', () => {
  test.each([
    ['https://www.linkedin.com/uas/oauth2/accessToken', 'This is the token endpoint.'],
    ['https://www.linkedin.com/uas/oauth2/accessToken/', 'This is the token endpoint.'],
    ['https://www.linkedin.com/uas/oauth2/authorization', 'This is an authorization request:'],
  ])('%s', (address, beginning) => {
    const { summary, problems } = url(address);
    expect(summary.startsWith(beginning)).toBe(true);
    const codes = problems.map(({ code }) => code);
    expect(codes).toContain('old-endpoint');
    expect(codes).not.toContain('url-not-understood');
    // Without parameters nobody has sent a token request by GET.
    expect(codes).not.toContain('token-endpoint-in-browser');
    expect(codes).not.toContain('token-request-without-body');
  });

  test('and an address that only mentions it is none', () => {
    expect(url('https://a.example/accessTokens').problems.map(({ code }) => code)).toEqual([
      'url-not-understood',
    ]);
  });
});
