import { readFileSync } from 'node:fs';
import { urlFiles } from '../../src/flows/script-files.ts';

const file = (name: string) => readFileSync(new URL(`../../scripts/${name}`, import.meta.url), 'utf8');

/** Gives the encoded form that the scripts would send for the content of a form, when no button is pressed. */
export const FORM_READER = `const expected = { places: [], signIn: {} };
${file('form-encoding.js')}
${urlFiles.map(file).join('\n')}
${file('sign-in/button-words.js')}
${file('sign-in/2-form.js')}
const { load } = require('cheerio');
function answer(content) {
  const $ = load('<form id="it" method="post">' + content + '</form>');
  return encodeForm(fieldsOf($, $('form').get(0), undefined, []));
}`;
