import type { LoopbackHost } from './provider-rule.ts';

/** Whether a host, as it stands in a URI, is one of some loopback hosts. Case does not count in a host name. */
export function isOneOf(host: string | undefined, hosts: readonly LoopbackHost[]): boolean {
  if (host === undefined) return false;
  const name = host.toLowerCase();
  return hosts.some((known) =>
    known === '127.0.0.0/8' ? /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name) : name === known,
  );
}

/** Every name of the own machine that a rule can single out. */
export const loopbackHosts = ['localhost', '127.0.0.0/8', '[::1]'] as const satisfies readonly LoopbackHost[];
