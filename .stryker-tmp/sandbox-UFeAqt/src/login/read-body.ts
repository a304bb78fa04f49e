/** Bytes; answers of token endpoints and APIs have some kilobytes. */
// @ts-nocheck

const LARGEST = 1024 * 1024;

/** The text of an answer; what is longer than any answer should be is cut off. */
export async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop cancels the rest of the body.
    if (length > LARGEST) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
