import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/doctor/answer/read-answer.ts';
import { diagnoseCollection } from '../../src/doctor/collection/diagnose.ts';
import { fixCollection } from '../../src/doctor/collection/fix/fix-collection.ts';
import type { CollectionObservation } from '../../src/doctor/collection/observation.ts';
import { readCollection } from '../../src/doctor/collection/read-collection.ts';
import { readPage } from '../../src/doctor/read-page.ts';
import { diagnosisText } from '../../src/doctor/text.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { answer, uri, url } from './observations.ts';

const pieces = fc.constantFrom(
  'HTTP/1.1 400 Bad\n',
  '\n\n',
  '{"error":',
  '"invalid_grant"',
  '}',
  '<html>',
  '<form>',
  '<input name=pin>',
  '&',
  '=',
  '?',
  '#',
  'code',
  'error',
  'state',
  '%',
  '%26quot%3B',
  '&quot;',
  'https://',
  'redirect_uri',
  'scope',
  '[',
  ']',
  '\u0000',
  '\uD800',
  '"',
  '{{',
  '}}',
  '999',
  'location: ',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 20 }).map((list) => list.join('')),
);

describe('whatever is given, an answer comes', () => {
  test('for errors, addresses and redirect URIs', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        for (const diagnosis of [answer(one), url(one), uri(one, other), uri(one)]) {
          expect(diagnosisText(diagnosis).endsWith('\n')).toBe(true);
          JSON.stringify(diagnosis);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('for anything that JSON can say in place of a collection', () => {
    const item = fc.letrec((tie) => ({
      value: fc.oneof(
        fc.jsonValue(),
        fc.record(
          {
            item: fc.array(tie('value')),
            info: fc.jsonValue(),
            name: fc.jsonValue(),
            request: tie('value'),
            url: fc.jsonValue(),
            body: fc.jsonValue(),
            event: fc.jsonValue(),
            auth: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
      ),
    })).value;
    fc.assert(
      fc.property(item, fc.array(item), (root, items) => {
        const json = { info: {}, item: items, variable: [root], auth: root };
        for (const given of [json, root]) {
          const observation: CollectionObservation = {
            kind: 'collection',
            profile: linkedin,
            ...readCollection(given),
            environment: {},
          };
          diagnoseCollection(observation);
          fixCollection(given, observation);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('for input of megabytes, made to be slow', () => {
    for (const piece of [
      '<div>',
      '<',
      '{',
      '"',
      '{"a":',
      'error=',
      ' ',
      '\n',
      '%25',
      '&',
      'HTTP/1.1 400 x\n\n',
      'Bearer ',
      'AQA',
      'eyJ.',
      'scope "',
      '\\"',
      '\u0000',
    ]) {
      const long = piece.repeat(Math.ceil(300_000 / piece.length));
      readAnswer(long);
      answer(`{"error":"x","error_description":${JSON.stringify(long)}}`);
      url(`https://a.example/callback?code=${long}`);
      uri(long.slice(0, 20_000), long.slice(0, 20_000).trim());
    }
  });

  test('a page of many thousand open tags is read', () => {
    expect(readPage(`<title>T</title>${'<b>x'.repeat(50_000)}`).title).toBe('T');
  });
});

describe('answers are read in every form in which people have them', () => {
  test.each([
    ['a body', '{"error":"invalid_grant"}'],
    [
      'a line of a log',
      '2026-01-01 ERROR token endpoint said: {"error":"invalid_grant","error_description":"x"} (400)',
    ],
    ['JSON within JSON', JSON.stringify(JSON.stringify({ error: 'invalid_grant' }))],
    ['escaped quotes', '{\\"error\\":\\"invalid_grant\\"}'],
    ['what axios prints', '{"response":{"status":400,"data":{"error":"invalid_grant"}}}'],
    ['curl -i', 'HTTP/2 400 \r\ncontent-type: application/json\r\n\r\n{"error":"invalid_grant"}'],
    [
      'curl -iL',
      'HTTP/1.1 302 Found\r\nlocation: /x\r\n\r\nHTTP/1.1 400 Bad Request\r\n\r\n{"error":"invalid_grant"}',
    ],
    ['a status and a body', '400 Bad Request {"error":"invalid_grant"}'],
    ['an address', 'http://localhost/cb?error=invalid_grant&state=x'],
    ['a fragment', 'http://localhost/cb#error=invalid_grant'],
    ['parameters', 'error=invalid_grant&error_description=Bad+code'],
    ['the code alone', ' invalid_grant\n'],
    ['with a byte order mark', '\uFEFF{"error":"invalid_grant"}'],
  ])('%s', (_form, text) => {
    expect(readAnswer(text).error).toBe('invalid_grant');
    expect(answer(text).problems.map(({ code }) => code)).toContain('rejected-invalid-grant');
  });
});

test('no secret comes out again', () => {
  const secret = 'Sup3rS3cretValue';
  const token = `AQV${'x'.repeat(60)}`;
  const diagnoses = [
    answer(`{"error":"x","error_description":"Bearer ${token} refused, client_secret=${secret}"}`),
    answer(`HTTP/1.1 400 x\n\n<p>code=${secret}&state=${secret}`),
    url(`https://a.example/cb?code=${secret}&state=${secret}`),
    url(
      `https://www.linkedin.com/oauth/v2/authorization?response_type=code&client_secret=${secret}&password=${secret}&code_verifier=${secret}&x=${token}`,
    ),
    url(`https://a.example/cb#access_token=${token}&id_token=${secret}`),
  ];
  const printed = diagnoses.map((each) => diagnosisText(each) + JSON.stringify(each)).join();
  expect(printed).not.toContain(secret);
  expect(printed).not.toContain(token);
});
