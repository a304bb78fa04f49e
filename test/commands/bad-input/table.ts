import {
  choice,
  jsonFile,
  nothingMore,
  number,
  otherShapes,
  output,
  privateFile,
  type Trial,
  textFile,
  trial,
} from './row.ts';

const profiles = ['profile.json', 'profile-bom.json', 'profile-utf16.json'];
const environments = ['environment.json', 'environment-bom.json', 'environment-utf16.json'];

const SECONDS = ['0', '-1', '86401', '1e99', 'Infinity', '-Infinity'];

/** A provider that is named by a file, an address, or a word. */
function provider(before: string, fine: Parameters<typeof jsonFile>[2]): Trial {
  const { rows } = jsonFile(before, 'does not have the expected shape', { ...fine, files: profiles });
  return trial(before, [
    ...rows,
    { what: 'a mistyped name', value: 'linkdin', code: 2, says: ['Did you mean "linkedin"?'] },
    {
      what: 'a host',
      value: 'login.example.org',
      code: 2,
      says: ['Did you mean "https://login.example.org"?'],
    },
    { what: 'an address without TLS', value: 'http://login.example.org', code: 2, says: ['cannot be used'] },
    { what: 'an address that is none', value: 'https://', code: 2, says: ['cannot be used'] },
    { what: 'blanks', value: '  ', code: 2, says: ['There is no provider'], unnamed: true },
  ]);
}

/**
 * Every option and positional of every command, and what can be wrong with its value. What can be wrong with any
 * option (no value, an empty one, twice, mistyped) is tried with each and not listed here.
 */
export const table: Readonly<Record<string, Readonly<Record<string, Trial>>>> = {
  run: {
    target: choice('run', 'emulatr', 'emulator'),
    flow: trial('run', [
      { what: 'a mistyped flow', value: 'three-leged', code: 2, says: ['Did you mean "three-legged"?'] },
      { what: 'no flow', value: 'mars', code: 2, says: ['it offers', 'three-legged'], unnamed: true },
      { what: 'one that takes a person', value: 'postman-login', code: 2, says: ['takes a person'] },
    ]),
    provider: provider('run', { files: [], code: 3, says: ['Nothing was run', 'CLIENT_ID'] }),
    environment: jsonFile('run --target live', 'expected a list of variables', {
      files: environments,
      code: 3,
      says: ['not set: LINKEDIN_CLIENT_ID'],
    }),
    'env-file': textFile('run --target live'),
    session: privateFile('run --target live', ['there is no such file', 'legwork login'], ''),
    token: choice('run --target live', 'stor', 'store'),
    store: privateFile(
      'run --target live --token store',
      ['There is no stored token', 'legwork login'],
      'it is not a token store',
    ),
    reporter: trial('run', [
      { what: 'a mistyped one', value: 'junitt', code: 1, says: ['Did you mean "junit"?'] },
      { what: 'one that is not installed', value: 'mars', code: 1, says: ['npm install'] },
      { what: 'a path', value: '../../x', code: 1, says: ['There is no reporter'] },
      { what: 'a comma', value: ',', code: 1, says: ['names no reporter'] },
    ]),
    reports: output('run --quiet --reporter json --flow client-credentials', true),
    verbose: nothingMore,
    quiet: nothingMore,
    'hide-bodies': nothingMore,
    retries: number(
      'run',
      ['-1', '1.5', '21', '1e99', 'Infinity', '-Infinity'],
      '--retries takes a whole number from 0 to 20',
    ),
    targets: trial('run', [
      ...textFile('').rows,
      { what: 'broken JSON', value: '@broken.json', code: 2, says: ['line 3, column 5'] },
      { what: 'broken JSON after a mark', value: '@broken-bom.json', code: 2, says: ['line 3, column 5'] },
      { what: 'broken JSON in UTF-16', value: '@broken-utf16.json', code: 2, says: ['line 3, column 5'] },
      { what: 'ten megabytes of broken JSON', value: '@long.json', code: 2, says: ['column 10000002'] },
      { what: 'JSON of a thousand levels', value: '@deep.json', code: 2, says: ['nested more than 20 deep'] },
      { what: 'an empty file', value: '@empty.json', code: 2, says: ['It holds no targets'] },
      { what: 'an empty list', value: '@list.json', code: 2, says: ['It holds no targets'] },
    ]),
    name: trial('run --targets @targets.csv', [
      { what: 'a mistyped name', value: 'alpa', code: 2, says: ['Did you mean "alpha"?'] },
    ]),
    shard: trial(
      'run --targets @targets.csv',
      ['0/2', '3/2', '1/0', '1', '1.5/2', '-1/2', '1/99999', 'one/two'].map((value) => ({
        what: value,
        value,
        code: 1,
        says: ['--shard takes I/N'],
      })),
    ),
    balance: trial('run --targets @targets.csv --shard 1/2', [
      ...textFile('').rows.filter(
        ({ value }) => !['@folder', '@pipe', '@endless', '@binary'].includes(value),
      ),
      { what: 'a folder without reports', value: '@folder', code: 2, says: ['targets.ndjson'] },
      { what: 'a pipe that nobody writes to', value: '@pipe', code: 2, says: ['it is no file'] },
      { what: 'a file without an end', value: '@endless', code: 2, says: ['it is no file'] },
      { what: 'a file that is no text', value: '@binary', code: 2, says: ['line 1'] },
      { what: 'broken JSON', value: '@broken.json', code: 2, says: ['line 3, column 5'] },
      { what: 'JSON that is a list', value: '@list.json', code: 2, says: ['flows: expected a list'] },
      { what: 'a file of something else', value: '@plain.txt', code: 2, says: ['line 1'] },
    ]),
    workers: number('run --targets @targets.csv', ['0', '-1', '1.5', '257', 'Infinity'], '--workers takes'),
    concurrency: number('run --targets @targets.csv', ['0', '-1', '1.5', '101'], '--concurrency takes'),
    rate: number('run --targets @targets.csv', ['0', '-1', '1e99'], '--rate takes'),
    bail: nothingMore,
    timeout: number('run', SECONDS, '--timeout takes seconds'),
  },
  merge: {
    dir: trial('merge', [
      { what: 'a folder that is not there', value: '@missing', code: 2, says: ['there is no such file'] },
      {
        what: 'a folder without reports',
        value: '@folder',
        code: 2,
        says: ['There is no targets.ndjson in'],
      },
      { what: 'a file of something else', value: '@plain.txt', code: 2, says: ['is a file, not a folder'] },
      { what: 'a path through a file', value: '@plain.txt/x', code: 2, says: ['is a file, not a folder'] },
      { what: 'links in a circle', value: '@circle', code: 2, says: ['its links lead in a circle'] },
      { what: 'a pipe', value: '@pipe', code: 2, says: ['is a file, not a folder'] },
      {
        what: 'a file that is none of legwork',
        value: '@no-log',
        code: 2,
        says: ['line 1', 'no JSON object'],
      },
      { what: 'an empty name', value: '', code: 2, says: ['There is no targets.ndjson'] },
      { what: 'a folder with a damaged run', value: '@damaged', code: 2, says: ['line 1'] },
      {
        what: 'a glob that the shell left alone',
        value: '@shards-*',
        code: 2,
        says: ['there is no such file'],
      },
    ]),
    reports: output('merge @log --quiet', true),
    reporter: trial('merge @log', [
      { what: 'a mistyped one', value: 'junitt', code: 1, says: ['Did you mean "junit"?'] },
      { what: 'one of Newman', value: 'htmlextra', code: 1, says: ['cannot report on many targets'] },
      { what: 'a comma', value: ',', code: 1, says: ['names no reporter'] },
    ]),
    quiet: nothingMore,
  },
  doctor: {
    what: trial('doctor', [
      { what: 'a mistyped one', value: 'redirect-ur', code: 1, says: ['Did you mean "redirect-uri"?'] },
      { what: 'none of them', value: 'mars', code: 1, says: ['Possible: redirect-uri'] },
    ]),
    subject: trial('doctor collection', [
      ...jsonFile('', '', {
        files: ['collection.json', 'collection-bom.json', 'collection-utf16.json'],
        code: 0,
        says: ['No OAuth mistake was found'],
      })
        .rows.filter(({ says }) => !says.includes(''))
        // A folder may be a collection of Postman's format version 3, which is said.
        .map((row) => (row.says.includes('it is a folder') ? { ...row, says: ['format version 3'] } : row)),
      // What is JSON is a finding, not a failure.
      ...otherShapes('not a Postman collection').map((row) => ({
        ...row,
        code: 4 as const,
        accepted: true as const,
      })),
    ]),
    requested: nothingMore,
    registered: trial('doctor redirect-uri', [
      { what: 'one without --requested', value: 'x', code: 1, says: ['Missing: --requested'], unnamed: true },
    ]),
    'application-type': choice('doctor redirect-uri --requested x', 'nativ', 'native'),
    probe: nothingMore,
    'client-id': nothingMore,
    audience: nothingMore,
    scope: nothingMore,
    target: choice('doctor', 'lve', 'live'),
    provider: provider('doctor', { files: [], code: 4, says: ['CLIENT_ID'] }),
    environment: jsonFile('doctor collection @collection.json', 'expected a list of variables', {
      files: environments,
      code: 0,
      says: ['No OAuth mistake was found'],
    }),
    'env-file': textFile('doctor'),
    fix: nothingMore,
    json: nothingMore,
  },
  login: {
    target: choice('login', 'emulatr', 'emulator'),
    provider: provider('login', { files: [], code: 3, says: ['Not set: ', 'CLIENT_ID'] }),
    scope: nothingMore,
    'redirect-uri': trial('login', [
      { what: 'a word', value: 'nonsense', code: 1, says: ['is not an http or https URL'] },
      {
        what: 'another protocol',
        value: 'ftp://localhost/x',
        code: 1,
        says: ['is not an http or https URL'],
      },
      {
        what: 'a port that is none',
        value: 'http://localhost:99999/',
        code: 1,
        says: ['is not an http or https URL'],
      },
      { what: 'another computer', value: 'http://192.0.2.1/x', code: 3, says: ['is not this computer'] },
      { what: 'https', value: 'https://localhost:3000/x', code: 3, says: ['https needs a certificate'] },
    ]),
    pkce: nothingMore,
    browser: nothingMore,
    'show-token': nothingMore,
    timeout: number('login', SECONDS, '--timeout takes seconds'),
    store: trial('login', [
      ...output('login', false).rows.filter(({ value }) => value.startsWith('/proc')),
      ...privateFile('login', [], 'it is not a token store').rows.filter(({ code }) => code === 2),
    ]),
    force: nothingMore,
    certificate: trial('login --redirect-uri https://localhost:0/x --key @plain.txt', [
      ...textFile('').rows,
      {
        what: 'a file that is no certificate',
        value: '@plain.txt',
        code: 3,
        says: ['certificate'],
        unnamed: true,
      },
    ]),
    key: trial('login --certificate @plain.txt --redirect-uri https://localhost:0/x', [
      ...textFile('').rows,
      { what: 'a file that is no key', value: '@plain.txt', code: 3, says: ['key'], unnamed: true },
    ]),
    'save-session': output('login', false),
    'env-file': textFile('login --target live'),
  },
  token: {
    action: choice('token', 'revok', 'revoke'),
    flow: choice('token', 'membr', 'member'),
    format: choice('token', 'heade', 'header'),
    target: choice('token', 'lve', 'live'),
    provider: provider('token', { files: [], code: 3, says: ['There is no stored token'] }),
    scope: nothingMore,
    store: privateFile(
      'token --target live',
      ['There is no stored token', 'legwork login'],
      'it is not a token store',
    ),
    'env-file': textFile('token --target live'),
  },
  generate: {
    provider: provider('generate --check', {
      files: [],
      code: 2,
      says: ['out of date'],
    }),
    flow: choice('generate', 'three-leged', 'three-legged'),
    out: output('generate', true),
    check: nothingMore,
  },
  emulate: {
    provider: trial('emulate', [
      { what: 'a mistyped name', value: 'githb', code: 2, says: ['Did you mean "github"?'] },
      { what: 'one that is not played', value: 'reddit', code: 2, says: ['does not play', '--target live'] },
    ]),
    port: number('emulate', ['-1', '65536', '80.5', '1e99', 'Infinity'], '--port takes a whole number'),
    config: jsonFile('emulate --port 0', 'does not have the expected shape', {
      files: ['emulator.json', 'emulator-bom.json', 'emulator-utf16.json'],
      code: 0,
      says: ['plays LinkedIn'],
    }),
    fault: trial('emulate --port 0', [
      { what: 'no fault', value: 'mars', code: 1, says: ['there is no "=" in it'] },
      { what: 'no endpoint', value: 'tokn=reset', code: 1, says: ['Did you mean "token"?'] },
      { what: 'a mistyped fault', value: 'token=rest', code: 1, says: ['Did you mean "reset"?'] },
      { what: 'a number too many', value: 'token=reset:5', code: 1, says: ['takes no number'] },
      { what: 'a number that is too large', value: 'token=status:99999', code: 1, says: ['from 400 to 999'] },
      { what: 'calls that are none', value: 'token#0=reset', code: 1, says: ['names no calls'] },
    ]),
    control: nothingMore,
    host: trial('emulate --port 0', [
      { what: 'an address of another computer', value: '192.0.2.1', code: 3, says: ['Cannot listen on'] },
      { what: 'no name at all', value: 'not a host', code: 3, says: ['Cannot listen on'] },
    ]),
  },
  providers: {
    name: trial('providers', [
      { what: 'a mistyped name', value: 'githb', code: 2, says: ['Did you mean "github"?'] },
      { what: 'another name of one', value: 'azure', code: 2, says: ['Did you mean "entra"?'] },
      { what: 'no name at all', value: 'mars', code: 2, says: ['There is no provider'] },
    ]),
    json: nothingMore,
    out: output('providers', true),
  },
  schema: {
    name: choice('schema', 'profil', 'profile'),
    out: output('schema profile', true),
  },
};
