import { z } from 'zod';
import { isSecureUrl } from '../../oauth/secure-url.ts';
import { textList } from './shapes.ts';

/** Hints for a scripted login. */
export const signIn = z
  .strictObject({
    username_field: z.string().optional().describe('name of the input field for the user name.'),
    password_field: z.string().optional().describe('name of the input field for the password.'),
    consent_form: z.string().optional().describe('CSS selector of the form that allows the request.'),
    approve_button: z
      .string()
      .optional()
      .describe('CSS selector, within that form, of the button that allows.'),
    error_message: z.string().optional().describe('CSS selector of the message after a refused login.'),
    challenge_paths: textList
      .optional()
      .describe('Beginnings of paths where a person must prove to be one (captcha, PIN, second factor).'),
    refused_queries: textList
      .optional()
      .describe('Pieces of a query that mean: the server refuses scripted logins for now.'),
    blocked_statuses: z
      .array(z.int().min(100).max(999))
      .optional()
      .describe('HTTP statuses that mean: this client is blocked.'),
    password_origins: z
      .array(
        z.string().refine((origin) => isSecureUrl(origin) && new URL(origin).origin === origin, {
          error: 'must be scheme, host and port only, such as "https://login.example.com"',
        }),
      )
      .optional()
      .describe(
        "Further origins that a login form may send the password to, besides the server's own and those that share their registrable domain.",
      ),
  })
  .describe('Hints for signing in by script. Without them the forms are recognised by what they contain.');

export type SignInEntry = z.infer<typeof signIn>;
