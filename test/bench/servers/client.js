// @ts-check
import { defaultConfig } from '../../../dist/emulator/config/default-config.js';

const [app] = defaultConfig.apps;
if (app === undefined) throw new Error('The emulator has no application.');

/** The client that every server under measurement knows: the emulator's first application. */
export const client = { client_id: app.clientId, client_secret: app.clientSecret };
