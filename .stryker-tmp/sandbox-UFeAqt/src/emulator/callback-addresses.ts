// @ts-nocheck
import { postmanCallbacks } from '../oauth/postman-callbacks.ts';

/** Where the example application of the settings expects its callback. Nothing has to listen there. */
export const LOCAL_CALLBACK = 'http://localhost:3000/callback';

/** Where Postman takes callbacks: the desktop application ("Authorize using browser") and the web application. */
export const POSTMAN_CALLBACKS = postmanCallbacks.map(({ uri }) => uri);
