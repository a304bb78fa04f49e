// @ts-check
// Preloaded into a server under measurement: tells its processor time and memory when it is asked.
import { setTimeout as wait } from 'node:timers/promises';

process.on('message', async () => {
  // Twice, with a pause for what is only freed once its finalizers ran.
  for (let time = 0; time < 2; time += 1) {
    globalThis.gc?.();
    await wait(50);
  }
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1000, heap: process.memoryUsage().heapUsed });
});
