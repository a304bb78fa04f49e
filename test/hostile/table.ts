import { COMMANDS, reflectedAtCommands } from './commands.ts';
import { metadataAttempts, READERS } from './metadata.ts';
import { PLACES } from './places.ts';
import { REQUESTS } from './provider.ts';
import { redirects, SPELLINGS, STATUSES } from './redirects.ts';
import { reflectedTexts, reflections } from './reflections.ts';

interface Row {
  readonly attack: string;
  readonly attempts: string;
  readonly promise: string;
  readonly provenBy: string;
}

const count = (list: object) => Object.keys(list).length;
const number = (value: number) => value.toLocaleString('en-US');

const commands = Object.keys(COMMANDS).map((command) => `\`${command}\``);

/** What is tried, counted from the lists that the tests go through. */
const rows: readonly Row[] = [
  {
    attack: `every member of a discovery document names a secret as a variable, for ${Object.keys(READERS).join(', ')}`,
    attempts: number(metadataAttempts().length),
    promise:
      'no secret is sent; in an endpoint, the issuer or a name the variable ends the command with exit code 2 before anything but metadata is requested',
    provenBy: 'metadata',
  },
  {
    attack: `${count(REQUESTS)} requests of a login are answered with each of ${STATUSES.length} statuses that lead to another server, the location written in up to ${count(SPELLINGS)} ways`,
    attempts: `${number(redirects('', false).length)}, in \`test:long\` ${number(redirects('', true).length)}`,
    promise: 'no client secret, password, code, token or cookie reaches the other server, and no run passes',
    provenBy: 'redirects',
  },
  {
    attack: `those requests are answered with all secrets of the run, in every spelling, in ${count(PLACES)} places of a response`,
    attempts: `${number(reflections(false).length)} responses with ${number(reflectedTexts(false))} texts, in \`test:long\` ${number(reflections(true).length)} with ${number(reflectedTexts(true))}`,
    promise: 'none is in a report, in the result log or on the terminal of `run --verbose`',
    provenBy: 'reflections',
  },
  {
    attack: `the same places and spellings in what ${commands.join(', ')} read`,
    attempts: `${number(count(PLACES) * commands.length)} responses with ${number(reflectedAtCommands())} texts`,
    promise: 'none is printed',
    provenBy: 'commands',
  },
];

/** The table in `docs/security.md`. */
export function attackTable(): string {
  const lines = rows.map(
    ({ attack, attempts, promise, provenBy }) =>
      `| ${attack} | ${attempts} | ${promise} | \`test/hostile/${provenBy}.test.ts\` |`,
  );
  return [
    '| what a server tries | attempts | what is promised | proven by |',
    '| --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
