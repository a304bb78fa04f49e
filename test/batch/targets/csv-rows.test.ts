import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTargets } from '../../../src/batch/targets/read-targets.ts';
import { isInert } from '../../../src/inert.ts';
import { problemsOf } from './read.ts';

function settingsOf(text: string) {
  return readTargets(text, 'a.csv', {}).map(({ settings }) => settings);
}

test.each([
  ['commas', 'name,client_id,redirect_uri\na,b,"c,d"'],
  ['semicolons', 'name;client_id;redirect_uri\na;b;c,d'],
  ['tabs', 'name\tclient_id\tredirect_uri\na\tb\tc,d'],
  ['a byte order mark and CRLF', '\uFEFFname,client_id,redirect_uri\r\na,b,"c,d"\r\n'],
  ['spaces around the names of columns', 'name , client_id , redirect_uri\na,b,"c,d"'],
  ['empty lines and rows', '\nname,client_id,redirect_uri\n\n,,\na,b,"c,d"\n\n,,\n'],
])('%s', (_, text) => {
  expect(settingsOf(text)).toEqual([{ client_id: 'b', redirect_uri: 'c,d' }]);
});

test('a value in quotation marks may hold quotation marks and line ends', () => {
  const text = 'name,client_id,scope\r\na,"say ""no""\r\ntwice",openid\r\nb,c,d';
  expect(settingsOf(text)).toEqual([
    { client_id: 'say "no"\r\ntwice', scope: 'openid' },
    { client_id: 'c', scope: 'd' },
  ]);
});

test('what follows a value over several lines is still found by its line and column', () => {
  const text = 'name,client_id,scope\r\na,"x\r\ny\r\nz",openid\r\n\r\nä,"""q"",r","s",t\r\nb,c';
  expect(problemsOf(text, 'a.csv')).toEqual([
    'line 6, column 1: 4 values, but the first line names 3 columns; a value with the separator in it must stand in quotation marks',
    'line 7, column 1: 2 values, but the first line names 3 columns',
  ]);
  expect(problemsOf('name,client_id,scope\r\nä,"x\r\n""y"",z",$' + '{NO}', 'a.csv')).toEqual([
    'line 3, column 10: scope of "ä": the environment variable NO is not set',
  ]);
});

test('columns are known by their names, which stand once', () => {
  expect(problemsOf('name,scope,scope,,variables.\na,b,c,d,e', 'a.csv')).toEqual([
    'line 1, column 12: the column "scope" is there twice',
    'line 1, column 18: a column has no name',
    'line 1, column 19: a column has no name',
  ]);
  expect(problemsOf('eu-1,secret\n', 'a.csv')).toEqual([
    'line 1, column 1: the first line must name the columns, and one of them must be "name"',
  ]);
});

test('an unknown column is complained of where it has a value', () => {
  expect(problemsOf('name,redirect-uri\na,\nb,c', 'a.csv')).toEqual([
    'line 3, column 3: "redirect-uri" of "b" is unknown. Did you mean "redirect_uri"?',
  ]);
});

test.each([
  ['name,scope\na,b\nc,"d\ne,f', 'line 3, column 3: a quotation mark is opened and not closed'],
  ['name,scope\na,"b\r\nb"\nc,d"e"\n', 'line 4, column 3: a quotation mark within a value'],
  ['name,scope\nc,"d"e\n', 'line 2, column 3: a quotation mark within a value'],
  ['na"me,scope\nc,"d"e\n', 'line 1, column 1: a quotation mark within a value'],
])('broken quotation: %j', (text, problem) => {
  expect(problemsOf(text, 'a.csv')[0]).toContain(problem);
});

test('whatever a value holds, it is read as it was written', () => {
  const value = fc.string({
    unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', ' ', 'ä', '😀', '{', '#'),
  });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value.filter(isInert)), { minLength: 1, maxLength: 20 }),
      (pairs) => {
        const lines = pairs.map(([one, other], index) => `t${index},${quoted(one)},${quoted(other)}`);
        const read = readTargets(`name,client_id,variables.x\n${lines.join('\n')}`, 'a.csv', {});
        const expected = pairs.map(([one, other]) => ({
          ...(one !== '' && { client_id: one }),
          ...(other !== '' && { x: other }),
        }));
        expect(read.map(({ settings }) => settings)).toEqual(expected);
      },
    ),
  );
});
