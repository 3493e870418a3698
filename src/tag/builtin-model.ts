/**
 * The model of the plan that the package brings along.
 *
 * @module
 */
import file from '../../corpus/model/informatization-2021-2025.json';
import { createTaggerModel, type TaggerModelFile } from './trained/model-file';
import type { TaggerModel } from './trained/tagger-model';

let loaded: TaggerModel | undefined;

/** The model that was trained for the built-in plan (`npm run train`; docs/decisions/trained-tagger.md). Loaded when first asked for, in milliseconds. */
export function loadBuiltinModel(): TaggerModel {
  loaded ??= createTaggerModel(file as TaggerModelFile);
  return loaded;
}
