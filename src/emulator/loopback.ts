/**
 * Whether a Host header names this computer: `localhost`, a name below it (RFC 6761 section 6.3), an address of
 * 127.0.0.0/8, or `[::1]`, with or without a port.
 */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
  );
}
