import { expect, test } from 'vitest';
import { withoutCredentials } from '../../src/redaction/credential.ts';

test.each(['code_challenge_method=S256', 'id_token_signed_response_alg=RS256'])(
  'the name of an algorithm does not make a credential of the words before it: %s',
  (text) => {
    expect(withoutCredentials(text, () => '***')).toBe(text);
  },
);
