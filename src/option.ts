import type { InferredOptionTypes, Options } from 'yargs';

/** The numbers that an option takes, both bounds included unless it says otherwise. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  /** What is counted: `seconds`. With it, numbers that are not whole are fine. */
  readonly unit?: string;
  /** `least` itself is too small. */
  readonly above?: true;
}

/** An option of a verb, as data: everything that can be said of its value without running anything. */
export interface CommandOption extends Options {
  /** `--name ""` means something; every other option rejects it. */
  readonly mayBeEmpty?: true;
  readonly range?: NumberRange;
  /** The option means something only together with this one. */
  readonly onlyWith?: string;
  /** Options that it cannot be combined with, and why: `--session is for one account, --targets for many`. */
  readonly notWith?: Readonly<Record<string, string>>;
  /** The alias that suggested commands use instead of the name. */
  readonly shownAs?: string;
  /** It brings settings of a real application, which the emulator does not take. */
  readonly forLive?: true;
}

/** The arguments that options give, under the options' own names. */
export type ArgumentsOf<Flags extends Readonly<Record<string, CommandOption>>> = InferredOptionTypes<Flags>;
