// @ts-nocheck
// 
// Preloaded into a program under measurement: writes its processor time, in milliseconds, and its peak memory, in
// megabytes, to the file that LEGWORK_BENCH_FIGURES names.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { LEGWORK_BENCH_FIGURES: file } = process.env;
if (isMainThread && file !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(
      file,
      JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 }),
    );
  });
}
