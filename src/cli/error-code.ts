/**
 * The code of a failure of the system, ENOENT.
 *
 * @module
 */

/** Whether a failure has a code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The code of a failure; what it says where it has none. */
export function describeCause(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
