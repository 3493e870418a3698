/**
 * Inferred descriptions: the gaps of a description, filled by what the text says of itself in other words.
 *
 * @module
 */
import { inferGenre } from './infer-genre';
import { inferFromImprint } from './infer-imprint';
import { inferRegion } from './infer-region';
import { inferFromReport } from './infer-report';
import type { Inference, InferenceRule, InferenceSources, KnownFields } from './inference';

/** In this order: a field that one has filled is known to the next. */
const RULES: readonly InferenceRule[] = [
  inferFromReport,
  inferGenre,
  inferFromImprint,
  inferRegion,
];

/** What can be inferred of the fields that are not known; what the text does not say stays open. Linear. */
export function inferDescription(
  known: KnownFields,
  sources: InferenceSources,
): readonly Inference[] {
  const inferences: Inference[] = [];
  let fields = known;
  for (const rule of RULES) {
    const found = rule(fields, sources);
    for (const { field, value } of found) fields = { ...fields, [field]: value };
    inferences.push(...found);
  }
  return inferences;
}
