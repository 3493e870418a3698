/**
 * Faults of a file's content, as errors that say in words what is wrong.
 *
 * @module
 */
import { ZhengceError } from '../errors';
import type { ReadLimits } from './read-limits';

/** The error for a file whose content is not of the form it should have, or breaks off. */
export function refuseDamaged(
  path: string,
  format: string,
  received: string,
  cause?: unknown,
): ZhengceError {
  const message = `readPolicyFile: expected a whole ${format} file, received ${received} (${path})`;
  return new ZhengceError('invalid-input', message, cause === undefined ? {} : { cause });
}

/** The error for a file that wants a password. */
export function refuseEncrypted(path: string, format: string): ZhengceError {
  const message = `readPolicyFile: expected a ${format} file that opens without a password, received an encrypted one: save it without encryption (${path})`;
  return new ZhengceError('encrypted-file', message);
}

/** The error for a document of pictures, or of glyphs that stand for no characters. */
export function refuseTextless(path: string, format: string, received: string): ZhengceError {
  const message = `readPolicyFile: expected a ${format} file with text, received ${received}: recognise its text first (${path})`;
  return new ZhengceError('no-text', message);
}

/** The error for a file of a kind that is not read. */
export function refuseFormat(path: string, received: string, advice: string): ZhengceError {
  const message = `readPolicyFile: expected a policy document, received ${received}: ${advice} (${path})`;
  return new ZhengceError('unsupported-format', message);
}

/** The error for a file beyond one of the bounds. */
export function refuseBeyond(
  path: string,
  limits: ReadLimits,
  name: keyof ReadLimits,
  received: number,
  unit: string,
): ZhengceError {
  const limit = limits[name];
  const message = `readPolicyFile: expected at most ${String(limit)} ${unit}, received "${String(received)}" (${path})`;
  return new ZhengceError('input-too-large', message, { details: { limit, received, name } });
}
