/**
 * The model of the plan that the package brings along.
 *
 * @module
 */
import file from '../../corpus/model/informatization-2021-2025.json';
import type { Taxonomy } from '../taxonomy';
import { matchesModel } from './trained/matches-model';
import { createTaggerModel, type TaggerModelFile } from './trained/model-file';
import type { TaggerModel } from './trained/tagger-model';

let loaded: TaggerModel | undefined;

/** The built-in model where it was trained for the taxonomy; otherwise it is not so much as unpacked. */
export function findBuiltinModel(taxonomy: Taxonomy): TaggerModel | undefined {
  return matchesModel(taxonomy, file) ? loadBuiltinModel() : undefined;
}

/** The model that was trained for the built-in plan (`npm run train`; docs/decisions/trained-tagger.md). Loaded when first asked for, in milliseconds. */
export function loadBuiltinModel(): TaggerModel {
  loaded ??= createTaggerModel(file as TaggerModelFile);
  return loaded;
}
