/** Compiles the YAML of a taxonomy to the JSON that is imported in its stead. */
import { parse } from 'yaml';
import { taxonomyFileSchema } from '../src/taxonomy/schema';
import { loadTaxonomy } from '../src/taxonomy/load-taxonomy';

/** The JSON of a taxonomy file, one concept a line. Throws where the file is not valid. */
export function compileTaxonomy(yaml: string, fileName: string): string {
  loadTaxonomy(yaml, { fileName });
  const { concepts, ...rest } = taxonomyFileSchema.parse(parse(yaml));
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"concepts":[\n${concepts.map((concept) => JSON.stringify(concept)).join(',\n')}\n]}\n`;
}
