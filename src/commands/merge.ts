import { defineCommand } from './command.ts';

/** `legwork merge`: joins the results of the shards of one run. */
export const merge = defineCommand({
  name: 'merge',
  summary: 'Join the results of all shards of a run into one set of reports.',
  positionals: {
    dir: {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Report folders of the shards (with targets.ndjson), or folders that contain them',
    },
  },
  options: {
    reports: { type: 'string', describe: 'Folder for the joined reports; "reports" by default' },
    reporter: {
      type: 'string',
      array: true,
      describe: 'html, junit, json, markdown (these four by default), github, none',
    },
    quiet: { type: 'boolean', describe: 'Print nothing when all passed' },
  },
  examples: [
    ['$0 merge shards/*', 'Join the shards in the folders below shards/'],
    ['$0 merge shards --reports reports --reporter html junit', 'The same, with two reports only'],
  ],
  async run({ dir, reports, reporter, quiet }, io) {
    const { mergeShards } = await import('../batch/merge/merge-shards.ts');
    return mergeShards({ dirs: dir, reports: reports ?? 'reports', reporter, quiet: quiet === true }, io);
  },
});
