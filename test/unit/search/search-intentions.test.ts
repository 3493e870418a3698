// What people look for, as data: each query with the passage that answers it. Known failures are flagged there with their reason.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../src/analyzer';
import { readPolicyFolder } from '../../../src/read';
import type { TaggedDocument } from '../../../src/tag';
import { builtinTaxonomy } from '../../../src/taxonomy';
import intentions from '../../fixtures/search-intentions.json';

interface Intention {
  readonly intention: string;
  readonly query: string;
  readonly document: string;
  /** Words of the passage that is looked for; any passage of the document where there are none. */
  readonly text?: string;
  /** It has to be among so many first hits. */
  readonly within: number;
  /** Why it is not found. */
  readonly fails?: string;
}

const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
const documents: TaggedDocument[] = [];
for await (const item of readPolicyFolder(join(import.meta.dirname, '../../../corpus/documents'))) {
  if (item.kind === 'failure') throw item.error;
  documents.push(analyzer.tag(analyzer.parse(item.text, { id: item.id })));
}
const index = analyzer.createIndex(documents);

describe('search intentions', () => {
  const cases: readonly Intention[] = intentions;

  for (const { intention, query, document, text = '', within, fails } of cases) {
    const name = `${intention}: ${query}${fails === undefined ? '' : ` (known failure: ${fails})`}`;
    const test = fails === undefined ? it : it.fails;
    test(name, () => {
      const { hits } = index.search(query, { limit: within });
      const found = hits.map((hit) => ({ document: hit.document.id, text: hit.passage.text }));
      expect(found).toContainEqual({ document, text: expect.stringContaining(text) as string });
    });
  }
});
