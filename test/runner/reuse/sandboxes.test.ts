import { expect, test } from 'vitest';
import type { Host } from '../../../src/runner/reuse/host.ts';
import { createSandboxes } from '../../../src/runner/reuse/sandboxes.ts';
import { storeScripts } from '../../../src/runner/reuse/stored-scripts.ts';

const scripts = storeScripts({ item: [] });

/** Settles when a script has run in the sandbox; rejects when it could not. */
function execute(host: Host, source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    host.execute({ listen: 'test', script: { exec: [source] } }, { id: source }, (error) =>
      error ? reject(new Error(error.message)) : resolve(),
    );
  });
}

const isMarked = "if (!require('lodash').marked) throw new Error('not marked');";

test('runs side by side and one after another have places in the same sandbox', async () => {
  const sandboxes = createSandboxes(5000);
  const [one, two] = await Promise.all([sandboxes.take(scripts), sandboxes.take(scripts)]);
  await execute(one, "require('lodash').marked = true;");
  await execute(two, isMarked);
  sandboxes.giveBack(one, true);
  sandboxes.giveBack(two, true);
  await execute(await sandboxes.take(scripts), isMarked);
});

test('after a run that broke, new ones get a fresh sandbox, and those that have the old one keep it', async () => {
  const sandboxes = createSandboxes(5000);
  const [broken, beside] = await Promise.all([sandboxes.take(scripts), sandboxes.take(scripts)]);
  await execute(broken, "require('lodash').marked = true;");
  sandboxes.giveBack(broken, false);
  await execute(beside, isMarked);
  await expect(execute(await sandboxes.take(scripts), isMarked)).rejects.toThrow('not marked');
  sandboxes.giveBack(beside, true);
});

test('a run that is about to get a place keeps the sandbox from being thrown away', async () => {
  const sandboxes = createSandboxes(5000);
  const broken = await sandboxes.take(scripts);
  const next = sandboxes.take(scripts);
  sandboxes.giveBack(broken, false);
  const host = await next;
  const heard: unknown[] = [];
  const triggers = { error: () => {}, exception: () => {}, assertion: () => {} };
  host.listen({ ...triggers, console: (_cursor, ...words) => heard.push(words) });
  await execute(host, "console.log('still here');");
  expect(heard).toEqual([['log', 'still here']]);
});

test('scripts that cannot be stored are said so, and the next run gets a fresh sandbox', async () => {
  const sandboxes = createSandboxes(5000);
  const broken = { ...scripts, key: 'broken', store: "throw new Error('no room');" };
  await expect(sandboxes.take(broken)).rejects.toThrow('scripts could not be stored: no room');
  await execute(await sandboxes.take(scripts), "require('lodash');");
});
