// Reads every .txt and .md file of a folder and counts, over all documents, the passages that each task gets.
import { builtinTaxonomy, createAnalyzer } from 'zhengce';
import { readPolicyFolder } from 'zhengce/node';

const folder = process.argv[2] ?? new URL('../corpus/documents', import.meta.url).pathname;
const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
const counts = new Map();
for await (const item of readPolicyFolder(decodeURIComponent(folder))) {
  if (item.kind === 'failure') {
    console.error(item.error.message);
    process.exitCode = 1;
    continue;
  }
  const document = analyzer.tag(analyzer.parse(item.text, { id: item.id }));
  for (const { tags } of document.passages) {
    for (const { code } of tags) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
}
for (const { notation, prefLabel } of builtinTaxonomy.concepts) {
  if (counts.has(notation))
    console.log(notation.padEnd(4), String(counts.get(notation)).padStart(4), prefLabel);
}
