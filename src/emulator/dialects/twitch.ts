import { fact, observed } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

export const twitch: DialectAdditions = {
  errors: {
    'redirect-uri': fact(
      {
        error: 'redirect_mismatch',
        texts: ['Parameter redirect_uri does not match registered URI'],
        arrival: 'redirect to the registered URI',
      },
      observed('skarab42/marv#222; ExpiredPopsicle/TwitchGD4#1; offish/twitchtube#7'),
    ),
  },
};
