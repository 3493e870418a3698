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

/** The name of a format with its article: an ofd, a pdf. */
function withArticle(format: string): string {
  return `${/^(?:html|o)/.test(format) ? 'an' : 'a'} ${format}`;
}

/** The error for a file that wants a password. */
export function refuseEncrypted(path: string, format: string): ZhengceError {
  const message = `readPolicyFile: expected ${withArticle(format)} file that opens without a password, received an encrypted one: save it without encryption (${path})`;
  return new ZhengceError('encrypted-file', message);
}

/** The error for a document without words: of pictures, of glyphs that stand for no characters, of links alone. */
export function refuseTextless(
  path: string,
  format: string,
  received: string,
  advice = 'recognise its text first',
): ZhengceError {
  const message = `readPolicyFile: expected ${withArticle(format)} file with text, received ${received}: ${advice} (${path})`;
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
