import type { CommandOption } from '../option.ts';
import { defaultProvider } from '../providers/default-provider.ts';

/** The option that names a provider or a server: one wording for every verb that has it. */
export const providerOption = {
  type: 'string',
  default: defaultProvider,
  describe:
    'A name that "legwork providers" lists, the path of a profile file (a saved discovery document is one), or an issuer URL',
} as const satisfies CommandOption;
