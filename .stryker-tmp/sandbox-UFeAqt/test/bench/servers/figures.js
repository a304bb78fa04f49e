// @ts-nocheck
// 
// Preloaded into a server under measurement: tells its processor time or its memory when it is asked.
import { setTimeout as wait } from 'node:timers/promises';

process.on('message', async (question) => {
  if (question === 'processor') {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
    return;
  }
  // Twice, with a pause for what is only freed once its finalizers ran.
  for (let time = 0; time < 2; time += 1) {
    globalThis.gc?.();
    await wait(50);
  }
  process.send?.(process.memoryUsage().heapUsed);
});
