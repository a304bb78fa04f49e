import { expect, test } from 'vitest';
import { flows } from '../../src/flows/all.ts';
import { stepsOf } from '../../src/flows/flow.ts';
import { linkedin } from '../../src/providers/linkedin.ts';

test('resources of the same name, or of the name of a step, get names and keys of their own', () => {
  const [resource] = linkedin.memberResources;
  const named = (name: string) => ({ ...resource, name }) as NonNullable<typeof resource>;
  const flow = flows['three-legged'].make({
    ...linkedin,
    memberResources: ['Ask', 'Ask', 'Ask', 'Request the login form'].map(named),
  });
  const steps = stepsOf(flow);
  const names = steps.map(({ name }) => name);
  expect(names.filter((name) => /^(?:Ask|Request the)/.test(name) && !/renewed/.test(name))).toEqual([
    'Request the login form',
    'Ask',
    'Ask (2)',
    'Ask (3)',
    'Request the login form (2)',
  ]);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
});
