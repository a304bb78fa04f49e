import { isGroup, type Step, type StepGroup } from './flow.ts';

/**
 * The parts with names and keys that occur once: a profile may call two resources the same, or one of them like a step of
 * the flow. The first one keeps the name; steps that scripts name stand in front of what a profile names.
 */
export function distinctNames(parts: readonly (Step | StepGroup)[]): (Step | StepGroup)[] {
  const times = new Map<string, number>();
  const distinct = (step: Step): Step => {
    const before = times.get(step.name) ?? 0;
    times.set(step.name, before + 1);
    if (before === 0) return step;
    return distinct({ ...step, key: `${step.key} (${before + 1})`, name: `${step.name} (${before + 1})` });
  };
  return parts.map((part) => (isGroup(part) ? { ...part, steps: part.steps.map(distinct) } : distinct(part)));
}
