/**
 * A text as one word of a POSIX shell, for commands that a person copies: what needs no quotes has none.
 *
 * POSIX.1-2017, Shell Command Language, section 2.2.2: between apostrophes every character stands for itself, and an
 * apostrophe itself cannot stand there.
 */
export function shellWord(text: string): string {
  return /^[\w@%+:,./-][\w@%+=:,./-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
