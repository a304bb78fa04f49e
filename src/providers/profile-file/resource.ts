import { z } from 'zod';
import { resourceNames } from '../../inert.ts';
import { headerRecord, resourceBody, resourceUrl, textList } from './shapes.ts';

const variable = `The variables ${resourceNames} are filled in; no others may stand in it.`;

/** One request to an API, and what its answer must show. */
export const resource = z
  .strictObject({
    name: z.string().min(1).describe('Name of the step, such as "Read projects"; each only once.'),
    description: z.string().optional().describe('What the request is good for; shown in the collection.'),
    method: z.enum(['GET', 'POST']).optional().describe('HTTP method. Left out: GET.'),
    url: resourceUrl.describe(`Address of the request. ${variable}`),
    scopes: textList
      .optional()
      .describe('The request is sent only when one of these scopes was granted. Left out: always.'),
    headers: headerRecord
      .optional()
      .describe('Further headers; the access token is sent without being named here.'),
    body: resourceBody.optional().describe(`JSON to send, for POST. ${variable}`),
    status: z
      .int()
      .min(100)
      .max(599)
      .optional()
      .describe('HTTP status that the answer must have. Left out: 200.'),
    members: textList.optional().describe('Names that the JSON object of the answer must have.'),
    member_id: z
      .string()
      .optional()
      .describe("Member of the answer that holds the person's id; later requests use it as {{member_id}}."),
    id_header: z.string().optional().describe('Header of the answer that must name what was made.'),
    publishes: z
      .boolean()
      .optional()
      .describe(
        'true: other people will see what it writes; it is sent only when the variable publish is true.',
      ),
  })
  .describe('A request to an API, and what its answer must show.');

export type ResourceEntry = z.infer<typeof resource>;
