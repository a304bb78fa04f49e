import { expect, test } from 'vitest';
import { executeRun } from '../../src/run/execute.ts';
import { exposedSecrets } from '../../src/run/exposed-secrets.ts';
import { ASSERTS, serve } from '../runner/support.ts';
import { argumentsWith, captured, flowOf, standIns } from './run-support.ts';

const warningFor = (value: string, name = 'password') =>
  exposedSecrets([{ secrets: [{ name, value }] }]).toString();

test.each([
  ['hunter', 'it is a short word'],
  ['480213', 'it is a short number'],
  ['480213\n', 'it is a short number'],
  ['a1', 'it has only 2 characters'],
  ['linkedin', 'it is a word that stands in every report'],
])('the secret %j cannot be hidden, and a warning says so without showing it', (value, reason) => {
  expect(warningFor(value)).toContain(`password cannot be hidden in all of the output: ${reason}.`);
  expect(warningFor(value)).not.toContain(value.trim());
});

test.each(['', 'hunter22', 'swordfish', '48021387', 'h7nt!r'])(
  'nothing is said of the secret %j',
  (value) => {
    expect(warningFor(value)).toBe('');
    expect(warningFor('abc', 'cookie lang')).toBe('');
  },
);

test('each warning is said once, before the run', async () => {
  const base = await serve();
  const { io, err } = captured();
  const weak = standIns(
    [flowOf('one', [{ name: 'Ask', test: ASSERTS }]), flowOf('two', [{ name: 'Ask', test: ASSERTS }])],
    base,
  );
  const startEmulator = async (...given: Parameters<typeof weak.startEmulator>) => {
    const emulator = await weak.startEmulator(...given);
    return { ...emulator, settings: { ...emulator.settings, password: 'hunter' } };
  };
  await executeRun(argumentsWith({ reporter: ['none'] }), io, { ...weak, startEmulator });
  expect(err().match(/Warning: password cannot be hidden/g)).toHaveLength(1);
});

test('--hide-bodies masks every value of a body', async () => {
  const base = await serve((_, response) => response.end('{"name":"Mia","id":[17,true]}'));
  for (const hide of [true, undefined]) {
    const { io, out } = captured();
    const flows = [
      flowOf('one', [{ name: 'Ask', headers: { Authorization: 'Bearer abcdefgh12345678' }, test: ASSERTS }]),
    ];
    await executeRun(
      argumentsWith({ verbose: true, 'hide-bodies': hide, reporter: ['none'] }),
      io,
      standIns(flows, base),
    );
    expect(out().includes('{"name":"‹name›","id":["‹id›","‹id›"]}')).toBe(hide === true);
    expect(out().includes('Mia')).toBe(hide === undefined);
  }
});

test('--hide-bodies masks the fields of a form, too', async () => {
  const base = await serve();
  for (const hide of [true, undefined]) {
    const { io, out } = captured();
    const flows = [
      flowOf('one', [{ name: 'Ask', method: 'POST', body: { scope: 'openid' }, test: ASSERTS }]),
    ];
    const args = argumentsWith({ verbose: true, 'hide-bodies': hide, reporter: ['none'] });
    await executeRun(args, io, standIns(flows, base));
    expect(out()).toContain(hide === true ? 'scope = ‹scope›' : 'scope = openid');
  }
});
