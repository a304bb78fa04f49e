import type { ProviderFacts } from './facts.ts';

/**
 * Whose host a URL has: hosts that only one provider answers at.
 *
 * @param host without a port, as `URL.hostname` gives it
 * @returns undefined for a host that the atlas does not know, such as that of a self-hosted server
 */
export function providerOfHost(host: string, all: readonly ProviderFacts[]): ProviderFacts | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  return all.find(({ hosts }) =>
    hosts.some((known) => (known.startsWith('*.') ? name.endsWith(known.slice(1)) : name === known)),
  );
}
