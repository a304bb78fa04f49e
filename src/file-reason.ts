/** Why a file could not be read or written, in words that need no manual. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file stands where a folder is needed',
  EACCES: 'permission denied',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open: allow more, such as with "ulimit -n 1024"',
  ENFILE: 'too many files are open on this computer',
  ENXIO: 'it is no file',
  ERR_INVALID_ARG_VALUE: 'the name holds a character that no file name can hold',
};

/**
 * Says why a file could not be read or written.
 *
 * @param error what the file system threw; where its code is not known here, its message is passed on
 */
export function fileReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message ?? String(error);
}
