import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createHosts, type Triggers } from '../../../src/runner/reuse/host.ts';
import type { Sandbox } from '../../../src/runner/reuse/sandbox.ts';

/** A sandbox that only keeps what it is told; the test says what its scripts say. */
function fakeSandbox() {
  const told: unknown[][] = [];
  const sandbox = Object.assign(new EventEmitter(), {
    execute: () => {},
    dispatch: (...said: unknown[]) => void told.push(said),
    dispose: () => {},
  }) as Sandbox;
  return { sandbox, told };
}

function listener() {
  const heard: string[] = [];
  const hear =
    (what: string) =>
    (...details: unknown[]) =>
      void heard.push(`${what} ${details.slice(1).join(' ')}`.trim());
  const triggers: Triggers = {
    console: hear('console'),
    error: hear('error'),
    exception: hear('exception'),
    assertion: hear('assertion'),
  };
  return { heard, triggers };
}

function runs() {
  const { sandbox, told } = fakeSandbox();
  const hosts = createHosts(sandbox);
  return {
    sandbox,
    told,
    begin(id: string) {
      const host = hosts.take();
      const { heard, triggers } = listener();
      host.listen(triggers);
      host.execute({ listen: 'test', script: { exec: [] } }, { id }, () => {});
      return { host, heard };
    },
  };
}

test('a run hears what its own scripts say, and nothing of the others', () => {
  const { sandbox, begin } = runs();
  const [one, two] = [begin('a'), begin('b')];
  sandbox.emit('console', { execution: 'a' }, 'log', 'hello');
  sandbox.emit('execution.assertion', { execution: 'b' }, 'passed');
  sandbox.emit('execution.error', { execution: 'b' }, 'broken');
  sandbox.emit('console', { execution: 'nobody' }, 'log', 'who?');
  expect(one.heard).toEqual(['console log hello']);
  expect(two.heard).toEqual(['assertion passed', 'exception broken']);
});

test('what is wrong with the sandbox itself is told to all', () => {
  const { sandbox, begin } = runs();
  const [one, two] = [begin('a'), begin('b')];
  sandbox.emit('error', new Error('the bridge is down'));
  expect([one.heard, two.heard]).toEqual([['error'], ['error']]);
});

test('an error of a sandbox that nobody has does not end the program', () => {
  const { sandbox, begin } = runs();
  begin('a').host.leave();
  expect(() => sandbox.emit('error', new Error('the bridge is down'))).not.toThrow();
});

test('nothing is heard of a script any more that has left out its request', () => {
  const { sandbox, begin } = runs();
  const { host, heard } = begin('a');
  const skipped: unknown[] = [];
  host.on('execution.skipRequest.a', (...details) => skipped.push(details));
  sandbox.emit('console', { execution: 'a' }, 'before');
  sandbox.emit('execution.skipRequest.a', {});
  sandbox.emit('console', { execution: 'a' }, 'after');
  expect(heard).toEqual(['console before']);
  expect(skipped).toHaveLength(1);
});

test('when a run leaves, its scripts are aborted, and only its own listeners are gone', () => {
  const { sandbox, told, begin } = runs();
  const [one, two] = [begin('a'), begin('b')];
  one.host.on('execution.request.a', () => {});
  one.host.once('execution.error.a', () => {});
  two.host.on('execution.request.b', () => {});
  one.host.leave();
  sandbox.emit('console', { execution: 'a' }, 'late');
  sandbox.emit('console', { execution: 'b' }, 'still here');
  expect(told).toEqual([['execution.abort.a']]);
  expect(one.heard).toEqual([]);
  expect(two.heard).toEqual(['console still here']);
  expect(sandbox.eventNames().filter((name) => /\.[ab]$/.test(String(name)))).toEqual([
    'execution.request.b',
  ]);
});
