import { problemCauses } from '../providers/facts.ts';
import { problems } from './problems/all.ts';

const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;

function object(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  };
}

const namedTexts = { type: 'array', items: object({ name: text, text }) };

/** The JSON Schema (draft 2020-12) of what `legwork doctor --json` prints. */
export function diagnosisSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Diagnosis',
    description:
      'What "legwork doctor --json" prints. Exit code 4 goes with one problem or more, 0 with none.',
    ...object(
      {
        version: { const: 1 },
        subject: { enum: ['redirect-uri', 'probe', 'error', 'url', 'collection', 'set-up', 'token'] },
        provider: {
          type: ['string', 'null'],
          description:
            'Whose server it is: a name that "legwork providers" lists or that of a profile file; null where nobody can know.',
        },
        summary: { ...text, description: 'The conclusion in a sentence.' },
        verdict: {
          enum: ['accepted', 'refused', 'not known'],
          description:
            'Of the subject redirect-uri: by the rule of the provider that was named, or by strict comparison.',
        },
        condition: { ...text, description: 'Under which condition the verdict holds, or would be another.' },
        problems: {
          type: 'array',
          description: 'What is wrong; where one answer may mean several things, the most likely first.',
          items: object(
            {
              code: { enum: Object.keys(problems).sort(), description: 'Stable: programs may rely on it.' },
              cause: {
                enum: [...problemCauses],
                description: 'What is wrong, from a fixed list: the same for every provider.',
              },
              title: text,
              explanation: text,
              evidence: {
                ...texts,
                description: 'What was seen, line by line, for a fixed-width font; secrets are masked.',
              },
              remedy: text,
              page: { ...text, description: 'Where to read more, from the root of the package.' },
              causes: {
                type: 'array',
                description: 'Where one answer has several causes: all of them, the most likely first.',
                items: object({ cause: text, tell: text, remedy: text }),
              },
            },
            ['causes'],
          ),
        },
        facts: { ...namedTexts, description: 'What was read, before any judgement.' },
        exact: { ...namedTexts, description: 'Values to be copied exactly as they stand.' },
        advice: texts,
      },
      ['verdict', 'condition'],
    ),
  };
}
