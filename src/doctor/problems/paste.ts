import type { ProblemEntry } from './entry.ts';

const COUNTS = 'It is part of the text that the server compares, so that nothing matches.';

/** What copying and pasting leaves in a value. */
export const pasteProblems = {
  'line-end': {
    title: 'The value contains a line end',
    explanation: `It came along when a whole line was copied, or with a file that was read to its end. ${COUNTS}`,
    remedy: 'Delete everything behind the last character of the address, and join broken lines.',
  },
  'white-space': {
    title: 'There is white space in front of the value or behind it',
    explanation: `Copying takes a space or tab along easily, and input fields do not show it. ${COUNTS}`,
    remedy: 'Click behind the last character and delete what follows; the same in front of the first one.',
  },
  'invisible-character': {
    title: 'The value contains a character that cannot be seen',
    explanation: `Chat programs, word processors and web pages put zero-width spaces, joiners and byte order marks into text. ${COUNTS}`,
    remedy: 'Type the address by hand, or paste it through an editor that shows such characters.',
  },
  'smart-character': {
    title: 'The value contains typographic quotes, dashes or look-alikes',
    explanation: `Word processors turn " into “ and - into –, and some alphabets have their own "/" and ":". ${COUNTS}`,
    remedy: 'Type these characters by hand.',
  },
  'html-entity': {
    title: 'The value contains HTML entities such as &amp;',
    explanation: `It was copied from the source of a web page, or escaped once too often. ${COUNTS}`,
    remedy: 'Replace the entity by the character that it stands for.',
  },
  quotes: {
    title: 'There are quotes, brackets or commas around the value',
    explanation: `They belong to the program text or list that the value was copied from. ${COUNTS}`,
    remedy: 'Leave them out.',
  },
  'percent-encoded-value': {
    title: 'The value is percent-encoded (https%3A%2F%2F…)',
    explanation:
      'The encoded form belongs into a complete address and nowhere else. As a value of its own it is encoded once more when it is sent (https%253A%252F%252F…), and the server sees another text.',
    remedy: 'Keep the value plain; Postman and every OAuth library encode it themselves.',
  },
  'double-encoded-value': {
    title: 'The value is percent-encoded twice (%253A)',
    explanation:
      '"%25" is an encoded "%": the value was encoded, and then encoded again. The server decodes once and compares what is still encoded.',
    remedy: 'Keep the value plain, and encode it in one place only.',
  },
  'joined-list': {
    title: 'Several addresses stand in one value',
    explanation:
      'A request names exactly one redirect_uri. A list, as the configuration of some programs has it, is one long wrong address to the server.',
    remedy: 'Send one of them; register each by itself.',
  },
  'callback-url': {
    title: 'The value is a callback URL: it contains what the server sent back',
    explanation:
      'code, state, error and the like are added by the server when it sends the browser to the redirect_uri (RFC 6749 section 4.1.2). They are different each time, so no registered value can contain them. Some applications build the redirect_uri of the token request from the URL that they were called with, and send these parameters along.',
    remedy:
      'Leave out everything that the server added. A code in a URL that was shown to somebody can be used until it expires: start the sign-in again.',
  },
} as const satisfies Record<string, ProblemEntry>;
