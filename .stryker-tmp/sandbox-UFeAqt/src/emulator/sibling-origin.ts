/**
 * The other loopback name of an origin: `localhost` for an address, `127.0.0.1` for a name. For a browser the two
 * are different hosts, with cookies of their own, though one emulator answers on both.
 */
// @ts-nocheck

export function siblingOrigin(url: URL): string {
  const sibling = new URL(url.origin);
  sibling.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return sibling.origin;
}
