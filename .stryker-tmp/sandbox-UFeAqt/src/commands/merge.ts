// @ts-nocheck
import { defineCommand } from './command.ts';

/** `legwork merge`: joins what shards of one run have shown. */
export const merge = defineCommand({
  name: 'merge',
  summary: 'Join the reports of the shards of a run into those of one run.',
  positionals: {
    dir: {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Folders that shards have reported to (with targets.ndjson), or folders of such folders',
    },
  },
  options: {
    reports: { type: 'string', describe: 'Folder for the joined reports; "reports" when left out' },
    reporter: {
      type: 'string',
      array: true,
      describe: 'html, junit, json, markdown (these four when left out), github, none',
    },
    quiet: { type: 'boolean', describe: 'Print nothing when all passed' },
  },
  examples: [
    ['$0 merge shards/*', 'Join the shards that lie in folders of shards/'],
    ['$0 merge shards --reports reports --reporter html junit', 'The same, and only two reports'],
  ],
  async run({ dir, reports, reporter, quiet }, io) {
    const { mergeShards } = await import('./merge/merge-shards.ts');
    return mergeShards({ dirs: dir, reports: reports ?? 'reports', reporter, quiet: quiet === true }, io);
  },
});
