import { expect, test } from 'vitest';
import { isOneOf, loopbackHosts } from '../../src/redirect-uri/loopback-hosts.ts';

test.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.10.100.255', '127.100.10.10', '[::1]'])(
  '%s is a loopback host',
  (host) => {
    expect(isOneOf(host, loopbackHosts)).toBe(true);
    expect(isOneOf(host, [])).toBe(false);
  },
);

test.each([undefined, '', 'localhost.', '128.0.0.1', 'x127.0.0.1', '127.0.0.1x', '127.0.0', '127.0.0.0/8'])(
  '%s is none',
  (host) => {
    expect(isOneOf(host, loopbackHosts)).toBe(false);
  },
);
