import { type ErrorCase, errorText } from '../../providers/error-case.ts';

/** How an error response reaches the client. */
export type ErrorResponseForm =
  | {
      readonly kind: 'page';
      /** Where they do not match: what was sent, and all that are registered. */
      readonly redirectUris?: { readonly sent: string; readonly registered: readonly string[] };
    }
  | { readonly kind: 'redirect'; readonly redirectUri: string; readonly state: string | undefined }
  | { readonly kind: 'token' }
  | { readonly kind: 'api'; readonly headers?: Readonly<Record<string, string>> };

/**
 * What a check throws to end a request. It is no {@link Failure}: the emulator works, and saying no is its response.
 * It becomes HTTP in one place, `respondWithError`.
 */
export class ErrorResponse extends Error {
  override readonly name = 'ErrorResponse';
  readonly errorCase: ErrorCase;
  readonly form: ErrorResponseForm;

  constructor(errorCase: ErrorCase, form: ErrorResponseForm, values: Readonly<Record<string, string>> = {}) {
    super(errorText(errorCase, values));
    this.errorCase = errorCase;
    this.form = form;
  }
}
