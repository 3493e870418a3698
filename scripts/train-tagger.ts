// `npm run train`: trains the tagger of the built-in plan and writes corpus/model/informatization-2021-2025.json. It reads the shared labels and documents, those of
// reserved-docs.txt never; test/integration/training-data.test.ts holds that. Deterministic.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTaxonomySegmenter, serializeTaggerModel, trainTagger } from '../src/tag';
import { builtinTaxonomy } from '../src/taxonomy';
import { collectDocuments, readDocument, readLabels, readWeakPassages } from './training-data';

const shared = process.env['ZHENGCE_SHARED'] ?? join(import.meta.dirname, '../../shared');
const folder = join(import.meta.dirname, '../corpus/model');

const labels = readLabels(shared, ['dev', 'train', 'own']);
const documents = collectDocuments(labels, (id) => readDocument(shared, id));
const weak = readWeakPassages(shared);
process.stdout.write(
  `${labels.length} labels in ${documents.length} documents, ${weak.length} weak labels\n`,
);
const model = trainTagger({
  taxonomy: builtinTaxonomy,
  segmenter: createTaxonomySegmenter(builtinTaxonomy),
  documents,
  weak,
});
mkdirSync(folder, { recursive: true });
const text = `${JSON.stringify(serializeTaggerModel(model))}\n`;
writeFileSync(join(folder, 'informatization-2021-2025.json'), text);
process.stdout.write(
  `${model.words.table.words.length} words, ${model.words.headingTable.words.length} of headings, ${(text.length / 1e6).toFixed(2)} MB\n`,
);
