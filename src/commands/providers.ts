import { failure } from '../failure.ts';
import { json } from '../printable/printable.ts';
import { allProviders, isProviderId, providers } from '../providers/atlas/all.ts';
import { defineCommand } from './command.ts';

/** `legwork providers`: what legwork knows of each provider, and where it was read. */
export const providersCommand = defineCommand({
  name: 'providers',
  summary: 'List the providers that legwork knows by name, or print one with the source of each fact.',
  positionals: {
    name: { type: 'string', describe: 'Which provider to print; left out: the list' },
  },
  options: {
    json: { type: 'boolean', describe: 'Print as JSON, every fact with its source' },
    out: { type: 'string', describe: 'Folder to write providers.md to, in place of printing' },
  },
  examples: [
    ['$0 providers', 'List all'],
    ['$0 providers github', 'Redirect URI rule, endpoints and error texts of GitHub'],
    ['$0 providers github --json', 'The same for a program'],
  ],
  async run({ name, json: asJson, out }, io) {
    if (name !== undefined && out !== undefined) {
      throw failure('USAGE', {
        problem: `--out writes the page about all providers, so it does not go together with ${name}.`,
        command: 'providers',
      });
    }
    if (out !== undefined) {
      const { writeProvidersPage } = await import('./providers/write-page.ts');
      return writeProvidersPage(out, io);
    }
    const { listText, providerText } = await import('./providers/provider-text.ts');
    if (name === undefined) {
      const all = await allProviders();
      io.out(asJson === true ? json(all) : listText(all));
      return 0;
    }
    if (!isProviderId(name)) {
      const { nearestProvider } = await import('../providers/load.ts');
      const close = await nearestProvider(name);
      const suggestion = close === undefined ? '' : `Did you mean "${close}"?`;
      throw failure('PROVIDER_UNKNOWN', { provider: name, suggestion });
    }
    const facts = await providers[name]();
    io.out(asJson === true ? json(facts) : providerText(facts));
    return 0;
  },
});
