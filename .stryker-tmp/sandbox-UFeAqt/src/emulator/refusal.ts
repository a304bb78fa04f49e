// @ts-nocheck
import { type ErrorCase, errorText } from '../providers/error-case.ts';

/** How a refusal reaches the client. */
export type RefusalForm =
  | { readonly kind: 'page' }
  | { readonly kind: 'redirect'; readonly redirectUri: string; readonly state: string | undefined }
  | { readonly kind: 'token' }
  | { readonly kind: 'api'; readonly headers?: Readonly<Record<string, string>> };

/**
 * What a check throws to end a request. It is no {@link Failure}: the emulator works, and saying no is its answer.
 * It becomes HTTP in one place, `answerRefusal`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly errorCase: ErrorCase;
  readonly form: RefusalForm;

  constructor(errorCase: ErrorCase, form: RefusalForm, values: Readonly<Record<string, string>> = {}) {
    super(errorText(errorCase, values));
    this.errorCase = errorCase;
    this.form = form;
  }
}
