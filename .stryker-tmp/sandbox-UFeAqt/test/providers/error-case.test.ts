// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { type ErrorCase, errorPattern, errorText } from '../../src/providers/error-case.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { standardErrors } from '../../src/providers/standard-errors.ts';

const linkedinCases: [string, ErrorCase][] = Object.entries(linkedin.errors);
const standardCases: [string, ErrorCase][] = Object.entries(standardErrors);

function recognises(errorCase: ErrorCase, text: string): boolean {
  return new RegExp(errorPattern(errorCase), 'i').test(text);
}

/** Every text of a case with something in its placeholders. */
function texts(errorCase: ErrorCase): string[] {
  return [errorCase.text ?? '', ...(errorCase.otherTexts ?? [])].map((text) =>
    text.replace(/\{\w+\}/g, 'x/y.z (1)'),
  );
}

describe.each([...linkedinCases, ...standardCases])('%s', (_name, errorCase) => {
  test('says where it is known from, why it happens and what to do', () => {
    expect(errorCase.source).not.toBe('');
    expect(errorCase.cause).toMatch(/[.)]$/);
    expect(errorCase.remedy).toMatch(/\.$/);
  });
});

describe("LinkedIn's refusals are told apart by their texts", () => {
  // One and the same answer for two reasons: which one it is, is known only from the request.
  const ambiguous = [['client_authentication_failed', 'code_verifier_on_ordinary_endpoint']];

  test.each(linkedinCases)('%s', (name, errorCase) => {
    for (const text of texts(errorCase)) {
      const recognisedBy = linkedinCases
        .filter(([, other]) => other.place === errorCase.place && recognises(other, `Sorry: ${text}!`))
        .map(([other]) => other);
      expect(recognisedBy.sort()).toEqual(ambiguous.find((names) => names.includes(name)) ?? [name]);
    }
  });
});

describe('the standard refusals', () => {
  test('have no text, and so recognise none: neither the empty one nor any other', () => {
    for (const [, errorCase] of standardCases) {
      expect(errorText(errorCase)).toBe('');
      expect(recognises(errorCase, '')).toBe(false);
      expect(recognises(errorCase, 'Client authentication failed')).toBe(false);
    }
  });

  test('are told apart by place and code', () => {
    const keys = standardCases.map(([, { place, error }]) => `${place}: ${error}`);
    const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
    // On a page there is no code; both reasons of RFC 6749 section 4.1.2.1 look alike there.
    expect(twice).toEqual(['authorization page: undefined']);
  });

  test.each([
    ['authorization redirect', 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1', 7],
    ['authorization redirect', 'https://openid.net/specs/openid-connect-core-1_0.html#AuthError', 9],
    ['token', 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2', 6],
    ['api', 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1', 3],
  ])('%s: all codes of %s are there', (place, source, count) => {
    expect(
      standardCases.filter(([, found]) => found.place === place && found.source === source),
    ).toHaveLength(count);
  });
});

describe('a text with values', () => {
  const errorCase: ErrorCase = {
    place: 'token',
    text: 'Scope "{scope}" is (not) allowed',
    cause: '',
    remedy: '',
    source: '',
    confidence: 'inferred',
  };

  test('is filled in, and a missing value leaves its placeholder', () => {
    expect(errorText(errorCase, { scope: 'email' })).toBe('Scope "email" is (not) allowed');
    expect(errorText(errorCase)).toBe('Scope "{scope}" is (not) allowed');
  });

  test('is recognised whatever the value is, within other words', () => {
    expect(recognises(errorCase, 'Error: scope "a.b" is (not) allowed, sorry')).toBe(true);
    expect(recognises(errorCase, 'Scope "email" is not allowed')).toBe(false);
  });

  test('that is nothing but a value recognises nothing', () => {
    expect(recognises({ ...errorCase, text: '{reason}', otherTexts: ['', ' {a}{b} '] }, 'anything')).toBe(
      false,
    );
  });
});
