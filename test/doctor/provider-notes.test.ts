import { expect, test } from 'vitest';
import { type ProblemCode, problems } from '../../src/doctor/problems/all.ts';
import { withProviderNotes } from '../../src/doctor/provider-notes.ts';
import { meanings } from '../../src/doctor/url/meanings.ts';
import { main } from '../../src/main.ts';
import { allProviders, providers } from '../../src/providers/atlas/all.ts';
import { testIo } from '../support/io.ts';
import { checkedCases } from './cases.ts';

const all = await allProviders();
const linkedin = await providers.linkedin();

async function doctor(...args: string[]): Promise<string> {
  const io = testIo();
  await main(['doctor', ...args], io, '0.0.0');
  return io.written().replace(/\s+/g, ' ');
}

test.each(all.map((facts) => [facts.id, facts] as const))(
  '%s has notes on problems that the doctor names, and on parameters that it explains',
  (id, { notes = {}, parameters = {} }) => {
    expect(
      Object.keys(notes).filter((code) => !(code in problems)),
      `notes of src/providers/atlas/${id}.ts: use a code of docs/problems/README.md`,
    ).toEqual([]);
    expect(
      Object.keys(parameters).filter((name) => !(name in meanings)),
      `parameters of src/providers/atlas/${id}.ts: add the general meaning to src/doctor/url/meanings.ts`,
    ).toEqual([]);
  },
);

test.each(Object.keys(linkedin.notes ?? {}) as (keyof typeof checkedCases)[])(
  'the note on %s follows the general explanation, and nobody else gets it',
  (code) => {
    const diagnosis = checkedCases[code].found();
    const own = withProviderNotes(diagnosis, linkedin).problems.find((found) => found.code === code);
    expect(own?.explanation).toContain(linkedin.notes?.[code]?.value.text);
    const others = withProviderNotes(diagnosis, { notes: {} }).problems.find((found) => found.code === code);
    expect(others?.explanation).not.toContain('LinkedIn');
  },
);

test('what the catalogue says is true of every provider', () => {
  const codes = (Object.keys(problems) as ProblemCode[]).filter((code) => !code.startsWith('rejected-'));
  expect(codes.filter((code) => /LinkedIn/i.test(JSON.stringify(problems[code])))).toEqual([]);
});

test('the command tells whose rule it is', async () => {
  const request =
    'https://www.linkedin.com/oauth/v2/authorization?response_type=code&client_id=77abcdefghijkl&state=Zk3vQ9x_7TbLw2&redirect_uri=https://a.example/cb';
  expect(await doctor('url', request)).toContain(
    'LinkedIn requires response_type, client_id, redirect_uri and scope',
  );
  const github = request.replace(
    'www.linkedin.com/oauth/v2/authorization',
    'github.com/login/oauth/authorize',
  );
  expect(await doctor('url', github)).not.toMatch(/LinkedIn|parameter scope is missing/);
});

test('settings of another provider are not judged by the shape of the default one', async () => {
  const env = {
    GITHUB_CLIENT_ID: 'Iv1.0123456789abcdef',
    GITHUB_CLIENT_SECRET: 'f'.repeat(40),
    GITHUB_REDIRECT_URI: 'https://a.example/cb',
  };
  const io = testIo({ env });
  await main(['doctor', '--provider', 'github'], io, '0.0.0');
  expect(io.written()).not.toMatch(/LinkedIn|does not look like/);
  expect(io.written()).toContain('legwork doctor redirect-uri --provider github --probe');
});

test('the lifetime of a code is that of its provider', async () => {
  const callback = 'https://a.example/cb?code=AQabc&state=Zk3vQ9x_7TbLw2';
  expect(await doctor('url', callback, '--provider', 'linkedin')).toContain('works once, for 30 minutes');
  expect(await doctor('url', callback, '--provider', 'github')).toContain('works once, for 10 minutes');
});
