const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** The bytes that letters of base32 stand for (RFC 4648 section 6); bits that make no whole byte are left out. */
export function base32Bytes(letters: string): number[] {
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  for (const letter of letters.toLowerCase()) {
    bits = ((bits << 5) | Math.max(0, ALPHABET.indexOf(letter))) & 0xfff;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes.push((bits >> held) & 0xff);
  }
  return bytes;
}
