// biome-ignore-all lint/suspicious/noTemplateCurlyInString: how a reference is written is what the texts say
// zod costs start-up time: this file is imported only when targets are read.
import { z } from 'zod';

/** Longest name of a target, in UTF-16 units. It becomes a line of a report, and part of an id. */
const LONGEST_NAME = 200;

const NOT_TEXT = 'must be a text';

/** Numbers are taken as they are written, and become texts: 007 stays 007. */
const text = z.union([z.string(), z.number(), z.boolean()], { error: NOT_TEXT });

/** One or several words. */
const words = z.union([text, z.array(text)], { error: 'must be a text or a list of texts' });

const name = z
  .string({ error: NOT_TEXT })
  .min(1)
  .max(LONGEST_NAME, { error: `must have at most ${LONGEST_NAME} characters` })
  .regex(/^\P{Cc}*$/u, { error: 'must not hold control characters, such as line ends' })
  .regex(/^(?:\S|\S.*\S)?$/su, { error: 'must not begin or end with a space' })
  .describe('Names the target in reports and on the command line; no two are alike.');

/** One target of a file. A member that is not listed here is a typing error, and is refused. */
export const targetEntry = z
  .strictObject({
    name,
    provider: text
      .optional()
      .describe(
        'A name that "legwork providers" lists, the path of a profile file, or an issuer URL; left out: that of --provider.',
      ),
    client_id: text.optional().describe('Of the application, from the developer portal.'),
    client_secret: text.optional().describe('Best as a reference: ${CLIENT_SECRET_OF_THIS_ONE}.'),
    redirect_uri: text
      .optional()
      .describe('One of the registered redirect addresses, character by character.'),
    registered_redirect_uris: words
      .optional()
      .describe(
        'All redirect URIs registered for the application: a text with spaces, or a list. A run against the emulator then registers these and finds a redirect_uri that is not among them; left out: redirect_uri is registered.',
      ),
    scope: words.optional().describe('What to ask for: a text with spaces, or a list.'),
    username: text.optional().describe('Of the member who signs in.'),
    password: text.optional().describe('Of the member who signs in; best as a reference.'),
    flow: words
      .optional()
      .describe(
        'The flows to run, such as three-legged: a text with spaces, or a list; left out: those of --flow.',
      ),
    variables: z
      .record(z.string().regex(/^[\w.-]+$/), text, { error: 'must be an object of texts' })
      .optional()
      .describe('Further variables of the collection, by name. In CSV each is a column: variables.NAME.'),
  })
  .describe(
    'One app registration to run against. ${NAME} in a value stands for the environment variable NAME.',
  );

export type TargetEntry = z.infer<typeof targetEntry>;

/** Keys that a target may have, in the order in which documents list them. */
export const targetKeys = Object.keys(targetEntry.shape);

const list = z.array(targetEntry.meta({ id: 'target' })).min(1);

/** What may stand around the list: its schema, and things that anchors name. */
const file = z.object({ $schema: z.string().optional(), targets: list }).meta({
  patternProperties: { '^x-': {} },
  additionalProperties: false,
});

/** The JSON Schema (draft 2020-12) of a file of targets, for editors. */
export function targetsSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(z.union([list, file]), { io: 'input', reused: 'inline' });
  return { $schema, title: 'legwork targets', ...schema };
}
