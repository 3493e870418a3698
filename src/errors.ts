/**
 * The two kinds of fault: the caller's (thrown) and the text's (returned).
 *
 * @module
 */

/**
 * Every code that a {@link ZhengceError} can carry.
 *
 * - `invalid-argument`: a value of the wrong type or outside its range
 * - `invalid-taxonomy`: a taxonomy that is not well formed, or contradicts itself
 * - `invalid-input`: a record or file whose content does not have the form it should have
 * - `invalid-query`: a query that is not well formed; `details` says where
 * - `invalid-snapshot`: bytes that are no snapshot of a search index, or a truncated or corrupted one
 * - `incompatible-snapshot`: a snapshot that is sound, but of a newer format or of another segmenter
 * - `input-too-large`: an input above the bound that the function states
 * - `unsupported-format`: a file of a kind that no reader reads
 * - `undecodable-text`: bytes that are no text in any known encoding
 * - `encrypted-file`: a file that wants a password
 * - `no-text`: a document of pictures, whose text has to be recognised first
 * - `timed-out`: an input that took longer than the time it is given
 * - `missing-dependency`: an optional package that is not installed, or cannot be loaded
 * - `read-failed`: a file or folder that cannot be read
 * - `write-failed`: an output that cannot be written
 */
export type ZhengceErrorCode =
  | 'invalid-argument'
  | 'invalid-taxonomy'
  | 'invalid-input'
  | 'invalid-query'
  | 'invalid-snapshot'
  | 'incompatible-snapshot'
  | 'input-too-large'
  | 'unsupported-format'
  | 'undecodable-text'
  | 'encrypted-file'
  | 'no-text'
  | 'timed-out'
  | 'missing-dependency'
  | 'read-failed'
  | 'write-failed';

/** Facts about a fault that a program can read: names, limits, places. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** Options of the {@link ZhengceError} constructor. */
export interface ZhengceErrorOptions {
  /** Default: none. */
  readonly details?: ErrorDetails;
  /** The error that led to it. */
  readonly cause?: unknown;
}

/**
 * The one error class that the library throws, for faults of the caller or the environment.
 *
 * The message has the form `function: expected X, received "Y" (where)`.
 *
 * @example
 * new ZhengceError('invalid-argument', 'parse: expected a string, received "42"').code // => 'invalid-argument'
 */
export class ZhengceError extends Error {
  override readonly name: string = 'ZhengceError';
  /** What kind of fault it is, for programs. */
  readonly code: ZhengceErrorCode;
  /** Names, limits and places, by fault; empty where there are none. */
  readonly details: ErrorDetails;

  constructor(code: ZhengceErrorCode, message: string, options: ZhengceErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** How much a {@link Diagnostic} matters: `error` lost content, `warning` may mislead, `info` is good to know. */
export type DiagnosticSeverity = 'error' | 'warning' | 'info';

/**
 * A located remark about the text: what a stage dropped, doubted or could not decide.
 *
 * A Diagnostic is part of a result and never thrown. `span` counts UTF-16 code units of the source.
 */
export interface Diagnostic {
  /** Stable kebab-case name of the rule, for filtering: `heading-sequence-gap`. */
  readonly ruleId: string;
  /** `error` lost content, `warning` may mislead, `info` is good to know. */
  readonly severity: DiagnosticSeverity;
  /** Half-open; empty at 0 where no place is meant. */
  readonly span: { readonly start: number; readonly end: number };
  /** In English, on one line. */
  readonly message: string;
}

/** Longest excerpt of a received value in a message, in UTF-16 code units. */
const EXCERPT_LENGTH = 60;

/**
 * A received value as it stands in messages: quoted, cut at 60 code units, on one line, never throwing.
 *
 * @example
 * describeReceived('数据') // => '"数据"'
 */
export function describeReceived(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `"${excerpt(value)}"`;
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'undefined':
      return `"${String(value)}"`;
    case 'symbol':
    case 'object':
    case 'function':
      return `"${Object.prototype.toString.call(value).slice(8, -1)}"`;
  }
}

const SYSTEM_FAULTS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no file or folder of that name'],
  ['EACCES', 'a place that may not be read'],
  ['EPERM', 'a place that may not be read'],
  ['EISDIR', 'a folder'],
  ['ELOOP', 'links that lead to each other'],
  ['ENOTDIR', 'a path below something that is no folder'],
  ['ENAMETOOLONG', 'a name that is too long'],
  ['EMFILE', 'too many open files'],
  ['ERR_ENCODING_INVALID_ENCODED_DATA', 'bytes that are no UTF-8'],
]);

/**
 * A failure to read something, as it stands in messages: what its code means, and the code; its message where it has none.
 *
 * @example
 * describeReadFault(Object.assign(new Error(), { code: 'ENOENT' })) // => 'no file or folder of that name, ENOENT'
 */
export function describeReadFault(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (!('code' in cause)) return cause.message;
  const code = String(cause.code);
  const words = SYSTEM_FAULTS.get(code);
  return words === undefined ? code : `${words}, ${code}`;
}

/** Line breaks as `\\n`, since a message is one line. */
function excerpt(text: string): string {
  const start = text.slice(0, EXCERPT_LENGTH).replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n');
  return text.length <= EXCERPT_LENGTH ? start : `${start}…`;
}
