import process from 'node:process';

/** Whether `npm run test:long` runs: then everything is tried in every spelling. */
export const isLong = process.env.LEGWORK_HOSTILE === 'all';
