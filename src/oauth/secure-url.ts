/**
 * Whether an address stays on this machine: `localhost`, names below it (RFC 6761 section 6.3), 127.0.0.0/8, ::1.
 *
 * @param hostname as `URL` gives it: lower case, IPv6 in brackets
 */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

/** Whether a Host header names this machine, with or without a port. */
export function isLoopbackHost(host: string): boolean {
  return isLoopback(host.toLowerCase().replace(/:\d+$/, ''));
}

/**
 * Whether secrets may be sent to an address: https, or http that does not leave this machine
 * (RFC 6749 sections 3.1 and 3.2 require TLS; RFC 8252 section 8.3 excepts loopback).
 */
export function isSecureUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}
