import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnosis } from '../../src/doctor/diagnosis.ts';
import { main } from '../../src/main.ts';
import { jwt, NOW } from '../doctor/observations.ts';
import { testIo } from '../support/io.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

async function ask(text: string, ...options: string[]) {
  const read = async (limit: number) => Buffer.from(text).subarray(0, limit);
  const io = testIo({ now: () => NOW * 1000, stdin: { isTerminal: false, read } });
  const code = await main(['doctor', 'token', ...options], io, '0');
  return { code, out: io.written(), err: io.said() };
}

async function found(text: string, ...options: string[]): Promise<Diagnosis> {
  return JSON.parse((await ask(text, '-', '--json', ...options)).out);
}

const codes = ({ problems }: Diagnosis) => problems.map(({ code }) => code);
const fact = ({ facts }: Diagnosis, wanted: string) => facts.find(({ name }) => name === wanted)?.text;

describe('legwork doctor token', () => {
  test('decodes a token in every form in which people have it, and ends with 0 where nothing is wrong', async () => {
    const token = jwt({ scp: 'User.Read', roles: ['admin'], email: 'ann@a.example' }, { typ: 'at+jwt' });
    for (const text of [
      token,
      `Bearer ${token}\n`,
      `"${token}"`,
      JSON.stringify({ access_token: token }),
      `\uFEFF${token}`,
    ]) {
      const { code, out } = await ask(text, '-');
      expect(code, text.slice(0, 8)).toBe(0);
      for (const part of ['https://api.example', 'User.Read', 'admin', 'at+jwt', 'RS256', 'in 10 minutes'])
        expect(out).toContain(part);
    }
  });

  test('never prints it whole, nor claims about a person', async () => {
    const token = jwt({ email: 'ann@a.example', secret: 'Sup3rS3cret', exp: NOW - 9999 });
    for (const options of [[], ['--json']]) {
      const { out } = await ask(token, '-', ...options);
      for (const part of [...token.split('.'), 'ann@a.example', 'Sup3rS3cret'])
        expect(out).not.toContain(part);
      expect(out).toContain('email');
    }
  });

  test('judges it against provider, client and audience', async () => {
    const token = jwt({ iss: 'https://login.microsoftonline.com/42/v2.0', azp: 'mine' });
    const right = await found(
      token,
      '--provider',
      'entra',
      '--client-id',
      'mine',
      '--audience',
      'https://api.example',
    );
    expect([right.provider, codes(right)]).toEqual(['entra', []]);
    const wrong = await found(
      token,
      '--provider',
      'google',
      '--client-id',
      'other',
      '--audience',
      'https://b.example',
    );
    expect(codes(wrong)).toEqual([
      'token-of-other-issuer',
      'token-for-other-audience',
      'token-of-other-client',
    ]);
    expect(wrong.problems.map(({ cause }) => cause)).toEqual(['id-token', 'id-token', 'id-token']);
  });

  test('tells what it is bound to, and how it is signed', async () => {
    expect(fact(await found(jwt({ cnf: { jkt: 'x' } })), 'cnf')).toContain('DPoP');
    expect(fact(await found(jwt({ cnf: { 'x5t#S256': 'x' } })), 'cnf')).toContain('certificate');
    expect(fact(await found(jwt({}, { kid: undefined })), 'kid')).toContain('missing');
    expect(codes(await found(jwt({}, { alg: 'none' })))).toEqual(['token-unsigned']);
    expect(codes(await found(jwt({}).replace(/\.[^.]*$/, '.')))).toEqual(['token-unsigned']);
  });

  test('says of an opaque and of an encrypted token what can be known', async () => {
    const opaque = await found('gho_0123456789abcdef');
    expect([opaque.summary, fact(opaque, 'length')]).toEqual([
      'This token is opaque: only the server that issued it can read it.',
      '20 characters',
    ]);
    const encrypted = await found(`${jwt({}, { enc: 'A256GCM' }).split('.')[0]}.a.b.c.d`);
    expect([encrypted.summary, fact(encrypted, 'enc')]).toEqual([
      expect.stringContaining('encrypted'),
      'A256GCM',
    ]);
  });

  test('takes none as an argument, and does not repeat it', async () => {
    for (const token of [jwt({}), `Bearer ${'x'.repeat(20)}`, 'A'.repeat(80)]) {
      const { code, out, err } = await ask('', token);
      expect(code).toBe(1);
      expect(err).toContain('A token is not taken as an argument');
      expect(out + err).not.toContain(token);
    }
  });

  test('reads a file, and tells of a missing one and of nothing', async () => {
    const cwd = scratchFolder('doctor-token');
    writeFileSync(join(cwd, 'token.txt'), jwt({}));
    const io = testIo({ cwd, now: () => NOW * 1000 });
    expect(await main(['doctor', 'token', 'token.txt'], io, '0')).toBe(0);
    expect((await ask('', 'missing.txt')).code).toBe(2);
    expect(codes(await found(' \n'))).toEqual(['nothing-to-read']);
    expect(codes(await found('eyJhbGciOi.eyJz.x'))).toEqual(['token-damaged']);
  });
});
