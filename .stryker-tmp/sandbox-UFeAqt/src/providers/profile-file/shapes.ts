// @ts-nocheck
import { z } from 'zod';
import { isSecureUrl } from '../../oauth/secure-url.ts';

const INSECURE = 'must be an absolute https address (http is allowed for this machine only)';

/** An address that secrets may be sent to. */
export const secureUrl = z
  .string()
  .refine(isSecureUrl, { error: INSECURE, abort: true })
  .meta({ format: 'uri' });

export const textList = z.array(z.string());

/** Header or parameter names with their values. */
export const textRecord = z.record(z.string(), z.string());

/** An address of a resource: absolute, or beginning with a variable of the collection. */
export const resourceUrl = z
  .string()
  .refine((url) => /^\{\{\w+\}\}/.test(url) || isSecureUrl(url.replace(/\{\{\w+\}\}/g, 'x')), {
    error: `${INSECURE}, or begin with a variable such as {{api_base_url}}`,
    abort: true,
  });
