export { collectionsFor, type FlowCollection } from './collection/collections.ts';
export { type PostmanEnvironment, postmanEnvironment } from './collection/environment.ts';
export type { Diagnosis, Problem } from './doctor/diagnosis.ts';
export type { EmulatorConfig } from './emulator/config/config.ts';
export { defaultConfig } from './emulator/config/default-config.ts';
export { emulatorSettings } from './emulator/config/settings.ts';
export { createEmulator, type Emulator, type EmulatorOptions } from './emulator/emulator.ts';
export { type ServedEmulator, serveEmulator } from './emulator/http/serve.ts';
export type { ExitCode } from './exit-code.ts';
export { Failure, type FailureCode } from './failure.ts';
export type { FlowId } from './flows/flow.ts';
export type { Io } from './io.ts';
export { main } from './main.ts';
export type { CiCommand } from './printable/ci-commands.ts';
export type { Printable } from './printable/printable.ts';
export {
  type Confidence,
  type ErrorCase,
  type ErrorPlace,
  errorPattern,
  errorText,
} from './providers/error-case.ts';
export type { ScopeFact } from './providers/facts.ts';
export { linkedin } from './providers/linkedin.ts';
export { loadProfile } from './providers/load.ts';
export type {
  ApiResource,
  ClientAuthentication,
  GrantType,
  Lifetimes,
  Profile,
  ServerMetadata,
  SignInHints,
} from './providers/profile.ts';
export type { RetryPolicy } from './providers/retry.ts';
