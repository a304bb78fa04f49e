// @ts-nocheck
// 
// The cheapest client there can be, so that the servers are what is measured: it writes the same bytes again and again,
// and reads only as much as it takes to see that an answer is complete and right.
import { connect } from 'node:net';

/**
 * Sends a request many times, over some connections at once, each as soon as the answer to the last one is there.
 *
 * @param {string} url
 * @param {string} form the body
 * @param {{ times: number, connections: number, expected: string }} options what every answer must contain
 * @returns {Promise<number>} answers a second
 */
export async function repeat(url, form, { times, connections, expected }) {
  const { host, hostname, port, pathname } = new URL(url);
  const bytes = Buffer.from(
    `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(form)}\r\n\r\n${form}`,
  );
  const started = performance.now();
  const each = Math.ceil(times / connections);
  await Promise.all(
    Array.from({ length: connections }, () => connection({ hostname, port, bytes, times: each, expected })),
  );
  return (each * connections) / ((performance.now() - started) / 1000);
}

/**
 * @param {{ hostname: string, port: string, bytes: Buffer, times: number, expected: string }} what
 * @returns {Promise<void>}
 */
function connection({ hostname, port, bytes, times, expected }) {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let left = times;
    let text = '';
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('connect', () => socket.write(bytes));
    socket.on('error', reject);
    socket.on('close', () =>
      reject(new Error(`The server closed the connection ${left} answers too early.`)),
    );
    socket.on('data', (chunk) => {
      text += chunk;
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = /^content-length: *(\d+)/im.exec(text.slice(0, end))?.[1];
      if (length !== undefined && text.length < end + 4 + Number(length)) return;
      if (length === undefined || !text.startsWith('HTTP/1.1 200') || !text.includes(expected)) {
        reject(new Error(`An unexpected answer: ${text}`));
        socket.destroy();
        return;
      }
      text = '';
      left -= 1;
      if (left > 0) {
        socket.write(bytes);
        return;
      }
      resolve();
      socket.destroy();
    });
  });
}
