export type { ExitCode } from './commands/command.ts';
export type { Diagnosis, Problem } from './doctor/diagnosis.ts';
export type { SeenRefusal } from './doctor/explain-refusal.ts';
export { Failure, type FailureCode } from './failure.ts';
export type { Io } from './io.ts';
export { main } from './main.ts';
export {
  type Confidence,
  type ErrorCase,
  type ErrorPlace,
  errorPattern,
  errorText,
} from './providers/error-case.ts';
export { linkedin } from './providers/linkedin.ts';
export { loadProfile } from './providers/load.ts';
export type {
  ApiResource,
  ClientAuthentication,
  GrantType,
  Lifetimes,
  Profile,
  ScopeFact,
  ServerMetadata,
  SignInHints,
} from './providers/profile.ts';
