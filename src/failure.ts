import { escaped, escapedLine } from './printable/escaped.ts';

/**
 * The one error class of the program, and the catalogue of all its reasons.
 *
 * A failure means that the program could not go on. What it finds out about OAuth is not a failure but a value.
 */

/** 1 wrong usage · 2 bad input · 3 network or environment. (0 is success, 4 is failed assertions or findings.) */
export type FailureExitCode = 1 | 2 | 3;

type Details = Readonly<Record<string, string | number>>;

interface Entry {
  readonly exitCode: FailureExitCode;
  /** What is wrong; `{name}` is filled in from the details. */
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
}

const catalogue = {
  USAGE: { exitCode: 1, message: '{problem}', hint: 'Type "legwork {command} --help" to see what it takes.' },
  FILE_UNREADABLE: {
    exitCode: 2,
    message: 'Cannot read {file}: {reason}.',
    hint: 'Check the path and your permission to read the file.',
  },
  FILE_UNWRITABLE: {
    exitCode: 3,
    message: 'Cannot write {file}: {reason}.',
    hint: 'Check that the folder exists and is writable, or name another one.',
  },
  FILE_NOT_JSON: {
    exitCode: 2,
    message: '{file} is not valid JSON: {reason}.',
    hint: 'Correct the file there; the usual cause is a trailing comma or a missing quote.',
  },
  FILE_INVALID: {
    exitCode: 2,
    message: '{file} does not have the expected shape:\n{problems}',
    hint: 'Correct the values named above; "{schema}" describes the whole shape.',
  },
  COLLECTION_VERSION_3: {
    exitCode: 2,
    message:
      "{file} is a folder or a file of Postman's collection format version 3 (YAML), or a folder of something else: legwork reads one JSON file of version 2.0 or 2.1.",
    hint: 'In Postman choose Export and "Collection v2.1", and give that file.',
  },
  PROVIDER_UNKNOWN: {
    exitCode: 2,
    message: 'There is no provider "{provider}". {suggestion}',
    hint: 'Use a name that "legwork providers" lists, the path of a profile file (a saved discovery document is one), or an issuer URL.',
  },
  PROVIDER_INCOMPLETE: {
    exitCode: 2,
    message: 'Each customer of {provider} has a URL of its own. Not set, or not usable:\n{names}',
    hint: 'Set it in the environment or in a .env file, or give the issuer URL of the server with --provider.',
  },
  ISSUER_REFUSED: {
    exitCode: 2,
    message: 'The issuer {issuer} cannot be used: {reason}.',
    hint: 'An issuer is an https URL without query and fragment (RFC 8414 section 2), such as https://login.example.com.',
  },
  DISCOVERY_FAILED: {
    exitCode: 3,
    message: 'No discovery document found for {issuer}. Tried:\n{attempts}',
    hint: "Check the issuer URL, or save the server's metadata to a file and give that to --provider.",
  },
  DISCOVERY_MISMATCH: {
    exitCode: 2,
    message: 'The discovery document of {issuer} says that its issuer is {actual}.',
    hint: 'RFC 8414 section 3.3 requires both to be equal. If you trust it, use {actual}, or save the document to a file and give that to --provider.',
  },
  VALUE_NOT_INERT: {
    exitCode: 2,
    message:
      '{what} is not used: two opening braces in a row, or one at its end, make Postman put another variable there, which may be a secret.',
    hint: '{remedy}',
  },
  FLOW_NOT_OFFERED: {
    exitCode: 2,
    message: '{provider} does not offer the flow "{flow}": {reason}.',
    hint: 'Omit --flow to run every flow that the provider offers.',
  },
  COLLECTIONS_STALE: {
    exitCode: 2,
    message: '{count} generated file(s) are out of date: {files}.',
    hint: 'Run "{command}" and commit the result.',
  },
  FOLDER_IN_USE: {
    exitCode: 3,
    message: 'Another run writes its reports to {folder} ({owner}).',
    hint: 'Wait for it to end, or name another folder with --reports. If no legwork is running there, remove {claim}.',
  },
  PROBE_NEEDS_LIVE: {
    exitCode: 2,
    message:
      'The emulator has no application with the client_id {clientId}, and nothing was asked of {provider}.',
    hint: 'To ask {provider} itself, add --target live. To try the emulator, add --target emulator, and --client-id {example} or none.',
  },
  NOTHING_RAN: {
    exitCode: 3,
    message: 'Nothing was run.\n{reasons}',
    hint: '{remedy}',
  },
  PORT_IN_USE: {
    exitCode: 3,
    message: 'Port {port} on {host} is in use.',
    hint: 'Stop the program that listens there, or choose another port with --port (0 picks a free one).',
  },
  LISTEN_FAILED: {
    exitCode: 3,
    message: 'Cannot listen on {host}, port {port}: {reason}.',
    hint: 'Choose a port above 1023 with --port, and a host name or IP address of this computer with --host.',
  },
  EMULATED_UNKNOWN: {
    exitCode: 1,
    message: 'The emulator has no {kind} named "{name}".',
    hint: 'It has: {names}.',
  },
  FAULT_INVALID: {
    exitCode: 1,
    message: 'The fault "{spec}" cannot be read: {problem}',
    hint: 'A fault is written ENDPOINT[#CALLS]=FAULT[:NUMBER], such as "token#1=status:503"; docs/faults.md lists them all.',
  },
  TARGET_NOT_PLAYED: {
    exitCode: 2,
    message: 'The emulator does not play {provider}.',
    hint: 'Add --target live to send requests to {provider} itself, with the credentials of an application that is registered there.',
  },
  REPORTER_UNKNOWN: {
    exitCode: 1,
    message: 'There is no reporter "{name}". {suggestion}',
    hint: 'Available: {names}. Any other Newman reporter must be installed: "npm install newman-reporter-…".',
  },
  REPORTER_NOT_FOR_MANY: {
    exitCode: 1,
    message: 'The reporter "{name}" cannot report on many targets. {suggestion}',
    hint: 'Available for many targets: {names}. To report on one target in another way, run it alone.',
  },
  REPORTER_FAILED: {
    exitCode: 3,
    message: 'The reporter {name} failed: {reason}.',
    hint: 'All other reports were written. Update the reporter, or remove it from --reporter.',
  },
  TARGETS_INVALID: {
    exitCode: 2,
    message: '{file} is not a usable list of targets:\n{problems}',
    hint: 'Correct the values named above; docs/targets.md describes the file, and "legwork schema targets" prints its schema.',
  },
  TARGET_UNKNOWN: {
    exitCode: 2,
    message: 'No target matches "{pattern}". {suggestion}',
    hint: 'There are {count} targets, such as "{example}". In a glob, * stands for any characters; quote it so that the shell does not expand it.',
  },
  RESULT_LOG_INVALID: {
    exitCode: 2,
    message: '{file}, line {line}: {problem}.',
    hint: 'Use targets.ndjson exactly as "legwork run --targets" wrote it.',
  },
  MERGE_REFUSED: { exitCode: 2, message: '{problem}', hint: '{remedy}' },
  SHARD_UNKNOWN: {
    exitCode: 3,
    message: 'legwork cannot tell which part of the targets this job should run: {problem}.',
    hint: 'Pass --shard I/N (counted from 1), or run all targets with --shard 1/1; docs/targets.md lists the variables of each CI system.',
  },
  SETTINGS_MISSING: {
    exitCode: 3,
    message: 'Not set: {names}.',
    hint: 'Set it in the environment or in a .env file, or use --target emulator, which needs nothing.',
  },
  CALLBACK_PORT_IN_USE: {
    exitCode: 3,
    message: 'Port {port} on {host} is in use, and the redirect_uri {redirect_uri} needs it.',
    hint: 'Stop the program that listens there ("lsof -i :{port}" or "ss -ltnp" names it), or register another redirect_uri and give it to --redirect-uri, or use --no-browser and paste the URL at which the browser stops.',
  },
  CALLBACK_NOT_SERVED: {
    exitCode: 3,
    message: 'legwork cannot listen for the callback at {redirect_uri}: {reason}.',
    hint: '{remedy}',
  },
  LOGIN_REFUSED: { exitCode: 3, message: 'The login did not succeed: {reason}', hint: '{remedy}' },
  LOGIN_NEEDED: {
    exitCode: 3,
    message: '{reason}',
    hint: 'Sign in: {command}',
  },
  TOKEN_REFUSED: { exitCode: 3, message: '{endpoint} of {provider} responded: {said}', hint: '{remedy}' },
  PRIVATE_FILE_REFUSED: {
    exitCode: 2,
    message: 'legwork does not use {file} and leaves it unchanged: {reason}.',
    hint: '{remedy}',
  },
  TOKEN_UNSTORABLE: {
    exitCode: 3,
    message: 'The token from {provider} cannot be stored: {reason}.',
    hint: 'The stored tokens are unchanged. Check the response of the token endpoint; remove tokens you no longer need with "legwork token forget".',
  },
  LOCK_BUSY: {
    exitCode: 3,
    message: '{file} is in use by process {owner}.',
    hint: 'Try again. If that process is not legwork, remove {lock}.',
  },
  SESSION_DEAD: {
    exitCode: 3,
    message: 'The saved session in {file} cannot be used: {reason}.',
    hint: 'Sign in once more: {command}',
  },
  BROWSER_MISSING: {
    exitCode: 3,
    message: 'Saving a session needs a browser that legwork can control: {reason}.',
    hint: '{remedy}',
  },
  NEWMAN_FAILED: {
    exitCode: 3,
    message: 'Newman could not run {collection}: {reason}.',
    hint: 'The collection or environment may be damaged; generate it again.',
  },
} as const satisfies Record<string, Entry>;

export type FailureCode = keyof typeof catalogue;

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The details that a code's message and hint need; leaving one out does not compile. */
export type FailureDetails<Code extends FailureCode> = Readonly<
  Record<
    Placeholder<(typeof catalogue)[Code]['message']> | Placeholder<(typeof catalogue)[Code]['hint']>,
    string | number
  >
>;

/** Why the program could not go on: a stable code, a message that names the value, and a hint what to do. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly hint: string;
  readonly exitCode: FailureExitCode;

  constructor(code: FailureCode, details: Details, options: { cause?: unknown } = {}) {
    const entry: Entry = catalogue[code];
    super(fill(entry.message, details), options);
    this.code = code;
    this.hint = fill(entry.hint, details);
    this.exitCode = entry.exitCode;
  }
}

/**
 * Makes a {@link Failure} whose details are checked against its message by the compiler.
 *
 * @param code which entry of the catalogue
 * @param details a value for every placeholder of the entry's message and hint
 */
export function failure<Code extends FailureCode>(
  code: Code,
  details: FailureDetails<Code>,
  options: { cause?: unknown } = {},
): Failure {
  return new Failure(code, details as Details, options);
}

/**
 * An empty value takes the space before it along: "legwork {command} --help" becomes "legwork --help". Values come from
 * servers, files and arguments, so they are made printable here, where they enter the message. Only a list, which begins
 * a line, has lines of its own: no value can add one that looks like the program's.
 */
function fill(text: string, details: Details): string {
  return text.replace(/(\s?)\{(\w+)\}/g, (whole, before: string, name: string) => {
    const value = details[name];
    if (value === undefined) return whole;
    if (value === '') return before === ' ' ? '' : before;
    return before + (before === '\n' ? escaped(String(value)) : escapedLine(String(value)));
  });
}
