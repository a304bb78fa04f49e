import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openResultLogs, readResultLog } from '../../../src/batch/result-log/read-result-log.ts';
import type { Span } from '../../../src/batch/result-log/result-log.ts';
import { endLine, flowLine, headLine, targetList } from '../../../src/batch/result-log/result-log-lines.ts';
import type { FlowResult } from '../../../src/runner/result.ts';
import { flowOf, folderWith, headOf, resultLogOf } from './made-up.ts';

const flows = [flowOf('eu-1'), flowOf('ä😀', 'mismatch'), flowOf('us-1', 'not-run')];

async function read(content: string | Buffer) {
  const found: { flow: FlowResult; at: Span }[] = [];
  const path = join(folderWith(content), 'targets.ndjson');
  const log = await readResultLog({ path, shown: 'targets.ndjson' }, (flow, at) => found.push({ flow, at }));
  return { ...log, found, path };
}

test('what was written is read, flow by flow, and each can be found again', async () => {
  const { head, end, found, path } = await read(resultLogOf(flows));
  expect(head).toMatchObject({ provider: 'LinkedIn', list: { count: 3 } });
  expect(end).toEqual({ kind: 'end', durationMs: 1000, interrupted: false });
  expect(found.map(({ flow }) => [flow.targetName, flow.outcome])).toEqual([
    ['eu-1', 'passed'],
    ['ä😀', 'failed'],
    ['us-1', 'not-run'],
  ]);
  const logs = openResultLogs([path]);
  for (const { flow, at } of [...found].reverse()) expect(await logs.read(at)).toEqual(flow);
  await logs.close();
});

test('a flow that passed is stored without exchanges and console, one that did not in full', async () => {
  const { found } = await read(resultLogOf(flows));
  const [passed, failed] = found.map(({ flow }) => flow);
  expect(passed?.steps.map(({ exchanges, console }) => [exchanges.length, console.length])).toEqual([[0, 0]]);
  expect(passed?.steps[0]).toMatchObject({
    name: 'Request the login form',
    assertions: [{ outcome: 'passed' }],
  });
  expect(failed).toEqual(flows[1]);
});

test('the list is told by all its names, in any order', () => {
  expect(targetList(['a', 'b'])).toEqual(targetList(['b', 'a']));
  expect(targetList(['a', 'b']).digest).not.toBe(targetList(['ab']).digest);
  expect(targetList(['a,b']).digest).not.toBe(targetList(['a', 'b']).digest);
});

describe('a process that was killed', () => {
  const whole = Buffer.from(resultLogOf(flows));
  const ends = [...whole.entries()].flatMap(([at, byte]) => (byte === 10 ? [at + 1] : []));

  test('between two lines', async () => {
    const { end, found } = await read(whole.subarray(0, ends[2]));
    expect(end).toBeUndefined();
    expect(found).toHaveLength(2);
  });

  test('in the middle of a line, at any byte', async () => {
    const [start = 0, stop = 0] = [ends[1], ends[2]];
    for (let cut = start + 1; cut < stop - 1; cut += 97) {
      const { end, found } = await read(whole.subarray(0, cut));
      expect(end).toBeUndefined();
      expect(found).toHaveLength(1);
    }
  });

  test('just before the line end: the line is there', async () => {
    expect((await read(whole.subarray(0, (ends[2] ?? 0) - 1))).found).toHaveLength(2);
  });

  test('before the head was written', async () => {
    await expect(read('')).rejects.toThrow('targets.ndjson, line 1: it is empty.');
    await expect(read('{"version":1,"ki')).rejects.toThrow('targets.ndjson, line 1: it is no JSON object.');
  });
});

describe('anything else is refused, with its line', () => {
  const head = headLine(headOf(['a']));
  const [one, end] = [flowLine(flowOf('a')), endLine({ durationMs: 1, interrupted: false })];
  test.each([
    [`${head}${one.slice(0, 20)}\n${end}`, 2, 'it is no JSON object'],
    [one + end, 1, 'the head is the first line'],
    [head + head + end, 2, 'the head is the first line'],
    [head + end + one, 3, 'something follows the end'],
    [`${head}{"kind":"note"}\n`, 2, 'its kind is none of head, flow and end'],
    [`${head}[]\n`, 2, 'its kind is none'],
    [`${head}\n${one}`, 2, 'it is no JSON object'],
    [head.replace('"version":1', '"version":2'), 1, 'its version is 2, and this program reads version 1'],
    [head.replace('"count":1', '"count":-1'), 1, 'it is no head of a result log'],
    [head.replace('2026', 'soon'), 1, 'it is no head of a result log'],
    [head + one.replace('"targetName":"a",', ''), 2, 'it is no flow of a target'],
    [`${head}{"kind":"end"}\n`, 2, 'it is no end of a result log'],
  ])('%#', async (content, line, problem) => {
    await expect(read(content)).rejects.toThrow(`targets.ndjson, line ${line}: ${problem}`);
  });

  test('a flow that the caller does not take for one', async () => {
    const path = join(folderWith(head + one), 'targets.ndjson');
    await expect(
      readResultLog(
        { path, shown: 'x' },
        () => {},
        () => false,
      ),
    ).rejects.toThrow('x, line 2: it is no flow');
  });

  test('a file that is not there', async () => {
    await expect(
      readResultLog({ path: '/nowhere/targets.ndjson', shown: 'x' }, () => {}),
    ).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
  });
});

test('a line that is there twice is refused, and so are the zeros that a crash or a broken copy leaves', async () => {
  const whole = resultLogOf(flows);
  const second = whole.split('\n')[1] ?? '';
  await expect(read(whole.replace(second, `${second}\n${second}`))).rejects.toMatchObject({
    code: 'RESULT_LOG_INVALID',
    message: 'targets.ndjson, line 3: the flow "three-legged" of the target "eu-1" is there twice.',
  });
  const nul = { code: 'RESULT_LOG_INVALID', message: expect.stringContaining('it has NUL characters') };
  await expect(read(`${whole}\0\0\0\0`)).rejects.toMatchObject(nul);
  await expect(read(whole.slice(0, -9) + '\0'.repeat(9))).rejects.toMatchObject(nul);
  await expect(read(whole.replace('eu-1', 'eu\\u0000-1'))).rejects.toMatchObject(nul);
  // A backslash before the same letters is a text like others.
  expect((await read(whole.replace('eu-1', 'eu\\\\u0000-1'))).found).toHaveLength(3);
});
