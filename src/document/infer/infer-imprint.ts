/**
 * Inferred from an imprint 版记: the office that printed a document, and when, stand in for a missing signature.
 *
 * @module
 */
import { getBlockSpan } from '../blocks';
import { readImprint } from '../imprint';
import type { Inference, InferenceSources, KnownFields } from './inference';

/** The issuer and the date of the last imprint. Linear. */
export function inferFromImprint(
  { issuer, issuedOn }: KnownFields,
  { blocks, roles }: InferenceSources,
): readonly Inference[] {
  if (issuer.length > 0 && issuedOn !== undefined) return [];
  const line = blocks.findLast(
    ({ text }, index) => roles[index] === 'note' && text.endsWith('印发'),
  );
  const imprint = line === undefined ? undefined : readImprint(line.text);
  if (line === undefined || imprint === undefined) return [];
  const because = `from the imprint "${line.text}"`;
  const at = getBlockSpan(line);
  const found: Inference[] = [];
  if (issuer.length === 0 && imprint.bodies.length > 0)
    found.push({ field: 'issuer', value: imprint.bodies, because, at });
  if (issuedOn === undefined)
    found.push({ field: 'issuedOn', value: imprint.printedOn, because, at });
  return found;
}
