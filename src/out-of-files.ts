/** Files that may be open; with fewer, a module that is there may not be found. */
const FEW = 256;
const DEPTH = 5;

/**
 * What to say when the program needs more files, or connections, than the system lets it open at once. It imports
 * nothing: it is needed when no further file can be loaded.
 *
 * @param error what was thrown
 * @param limit how many files the process may open, where the system says it
 * @returns undefined when the error is another one
 */
export function outOfFiles(error: unknown, limit: unknown): string | undefined {
  const isFew = typeof limit === 'number' && limit <= FEW;
  if (!isOutOfFiles(error) && !(isFew && isMissingModule(error))) return undefined;
  const allowed = typeof limit === 'number' ? `: ${limit} are allowed` : '';
  return `legwork: Too many files and connections are open at once${allowed}.\nAllow more, such as with "ulimit -n 1024", and try again.\n`;
}

function isOutOfFiles(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEPTH) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EMFILE' || code === 'ENFILE' || /\bE[MN]FILE\b/.test(error.message)) return true;
  const inner = error instanceof AggregateError ? error.errors : [];
  return [error.cause, ...inner].some((cause) => isOutOfFiles(cause, depth + 1));
}

function isMissingModule(error: unknown): boolean {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  // Without its package.json a package that is there looks like a folder.
  return (
    code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || code === 'ERR_UNSUPPORTED_DIR_IMPORT'
  );
}
