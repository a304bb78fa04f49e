import type { ProviderFacts } from '../../providers/facts.ts';
import type { Profile } from '../../providers/profile.ts';
import type { RecognizedProvider } from '../../providers/recognize.ts';

/** One parameter of an address, in its order. */
export interface UrlParameter {
  readonly name: string;
  /** Decoded once, as a form: "+" is a space. */
  readonly value: string;
  /** As it stands in the address. */
  readonly raw: string;
  readonly isInFragment: boolean;
}

/** What an address is for. */
export type UrlKind = 'authorization' | 'token' | 'callback' | 'api' | 'unknown';

/** An OAuth address, as it was found in what somebody pasted. */
export interface UrlObservation {
  readonly kind: 'url';
  /** Of the provider that was recognized or named; otherwise what is true of any server. */
  readonly profile: Pick<Profile, 'id' | 'name' | 'errors' | 'scopes'> &
    Partial<Pick<Profile, 'metadata' | 'facts' | 'apiBaseUrl'>>;
  /** Whose texts an error may have; left out: those of the profile alone. */
  readonly atlas?: readonly ProviderFacts[];
  readonly recognized?: RecognizedProvider | undefined;
  readonly use: UrlKind;
  /** GET or POST, where a line of the Postman console says it. */
  readonly method: string | undefined;
  /** Address without query and fragment; empty where only parameters were pasted. */
  readonly endpoint: string;
  readonly parameters: readonly UrlParameter[];
  /** There are more parameters than are looked at. */
  readonly isCut: boolean;
}

/** What the atlas knows of the provider that the URL belongs to. */
export function factsOf({ profile, recognized }: UrlObservation): ProviderFacts | undefined {
  return recognized?.facts ?? profile.facts;
}

/** Whether the URL is an authorization endpoint for native clients (RFC 8252), at the provider or where it is emulated. */
export function isNativeEndpoint(observation: UrlObservation): boolean {
  const known = [factsOf(observation), observation.profile.facts, ...(observation.atlas ?? [])];
  return known.some((facts) => {
    const native = facts?.endpoints.native?.value;
    return native !== undefined && samePath(observation.endpoint, native);
  });
}

/** Whether two URLs have the same path, wherever they are. */
export function samePath(one: string, other: string): boolean {
  const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]*/i, '').replace(/\/$/, '');
  return pathOf(one) === pathOf(other);
}

/** The value of a parameter; undefined where it is not there. */
export function parameterOf({ parameters }: UrlObservation, name: string): string | undefined {
  return parameters.find((parameter) => parameter.name === name)?.value;
}
