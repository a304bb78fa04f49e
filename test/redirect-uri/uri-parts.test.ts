import { expect, test } from 'vitest';
import { uriParts } from '../../src/redirect-uri/uri-parts.ts';

/** The parts that are there, by their texts. */
const texts = (uri: string) =>
  Object.fromEntries(Object.entries(uriParts(uri)).map(([name, part]) => [name, part?.text]));

test.each([
  [
    'https://me:pw@a.example:8443/x/y?q=1#top',
    {
      scheme: 'https',
      'user info': 'me:pw',
      host: 'a.example',
      port: '8443',
      path: '/x/y',
      query: 'q=1',
      fragment: 'top',
    },
  ],
  ['https://a.example', { scheme: 'https', host: 'a.example', path: '' }],
  ['https://a.example?', { scheme: 'https', host: 'a.example', path: '', query: '' }],
  ['https://a.example#', { scheme: 'https', host: 'a.example', path: '', fragment: '' }],
  ['https://a.example#a?b', { scheme: 'https', host: 'a.example', path: '', fragment: 'a?b' }],
  ['https://a.example:', { scheme: 'https', host: 'a.example', port: '', path: '' }],
  ['https://@a.example', { scheme: 'https', 'user info': '', host: 'a.example', path: '' }],
  ['https://a@b@c', { scheme: 'https', 'user info': 'a@b', host: 'c', path: '' }],
  ['https://a.example/@x:1', { scheme: 'https', host: 'a.example', path: '/@x:1' }],
  ['https:///x@y', { scheme: 'https', host: '', path: '/x@y' }],
  ['http://[::1]:80/', { scheme: 'http', host: '[::1]', port: '80', path: '/' }],
  ['http://a:1]', { scheme: 'http', host: 'a', port: '1]', path: '' }],
  ['http://[::1]', { scheme: 'http', host: '[::1]', path: '' }],
  ['http://[::1/]:2', { scheme: 'http', host: '[', port: ':1', path: '/]:2' }],
  ['com.example.app:/cb', { scheme: 'com.example.app', path: '/cb' }],
  ['a+b-c.d:x', { scheme: 'a+b-c.d', path: 'x' }],
  ['localhost:3000/cb', { path: 'localhost:3000/cb' }],
  ['1http://a.example', { path: '1http://a.example' }],
  [' https://a.example', { path: ' https://a.example' }],
  ['//a.example/x', { host: 'a.example', path: '/x' }],
  ['/x//y', { path: '/x//y' }],
  ['x//y', { path: 'x//y' }],
  ['', { path: '' }],
])('%j', (uri, parts) => {
  expect(texts(uri)).toEqual(parts);
});

test('places count from the beginning of the text', () => {
  expect(uriParts('https://me@a.example:1/p?q#f')).toEqual({
    scheme: { text: 'https', start: 0, end: 5 },
    'user info': { text: 'me', start: 8, end: 10 },
    host: { text: 'a.example', start: 11, end: 20 },
    port: { text: '1', start: 21, end: 22 },
    path: { text: '/p', start: 22, end: 24 },
    query: { text: 'q', start: 25, end: 26 },
    fragment: { text: 'f', start: 27, end: 28 },
  });
});
