/**
 * What every reader is told beside the bytes.
 *
 * @module
 */
import type { ReadLimits } from './read-limits';

/** The file as errors name it, and the bounds. */
export interface ReaderContext {
  readonly path: string;
  readonly limits: ReadLimits;
}
