import { expect, test } from 'vitest';
import { postmanCollection } from '../../src/collection/build.ts';
import { flowIds, flows } from '../../src/flows/all.ts';
import { type Flow, isGroup, type Step, type StepGroup } from '../../src/flows/flow.ts';
import { linkedin } from '../../src/providers/linkedin.ts';

/** Every object with an id, as text, by its id. */
function byId(flow: Flow): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const { id, item, ...rest } = value as { id?: string; item?: object[] };
    if (id !== undefined) {
      expect(found.has(id), `${id} occurs twice`).toBe(false);
      found.set(id, JSON.stringify(rest));
    }
    for (const each of Object.values(value)) visit(each);
  };
  visit(postmanCollection(flow, linkedin));
  return found;
}

function withStep(flow: Flow, step: Step): Flow {
  const [first, ...others] = flow.parts as [Step | StepGroup, ...(Step | StepGroup)[]];
  const parts = isGroup(first)
    ? [{ ...first, steps: [step, ...first.steps] }, ...others]
    : [step, first, ...others];
  return { ...flow, parts };
}

const added: Step = {
  key: 'added',
  name: 'Added',
  description: 'A step that was added in front of all others.',
  method: 'GET',
  url: '{{token_endpoint}}' as never,
  headers: [],
  browser: false,
  auth: 'none',
  repeat: 'never',
};

test.each(flowIds)('a step that is added to %s changes no other step and no id', (id) => {
  const flow = flows[id].make(linkedin);
  const before = byId(flow);
  const after = byId(withStep(flow, added));
  expect(after.size).toBe(before.size + 1);
  for (const [key, text] of before) expect(after.get(key)).toBe(text);
});

test('a request keeps its id when it is renamed', () => {
  const flow = flows['client-credentials'].make(linkedin);
  const renamed = {
    ...flow,
    parts: flow.parts.map((part) => ({ ...part, name: `${part.name}, renamed` })),
  } as Flow;
  expect([...byId(renamed).keys()]).toEqual([...byId(flow).keys()]);
});

test('two flows and two providers share no id', () => {
  const all = flowIds.flatMap((id) =>
    [linkedin, { ...linkedin, id: 'other' }].flatMap((profile) => {
      const text = JSON.stringify(postmanCollection(flows[id].make(profile), profile));
      return [...text.matchAll(/"(?:_postman_)?id":"([0-9a-f-]{36})"/g)].map(([, found]) => found);
    }),
  );
  expect(new Set(all).size).toBe(all.length);
});
