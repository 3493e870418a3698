// Search engines behind one interface, all given the same tokens: ours in its plain BM25 setting, and the peers.
import { createRequire } from 'node:module';
import { create, insertMultiple, load, type RawData, save, search } from '@orama/orama';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { loadSearchIndex, type SearchIndex } from '../../src/search';
import { createIndexFromTokens } from '../../src/search/index-tokens';
import { createJiebaSegmenter } from '../../src/segment';

/** An index over passages, which are known by their numbers. */
export interface BenchIndex {
  search(tokens: readonly string[], limit: number): Promise<readonly number[]> | readonly number[];
  /** What can be written to a file: bytes, or texts that hold JSON. */
  save(): Promise<Snapshot> | Snapshot;
}

export type Snapshot = Uint8Array | readonly (readonly [name: string, text: string])[];

export type EngineName = 'ours' | 'wink' | 'minisearch' | 'orama' | 'flexsearch';

export interface BenchEngine {
  /** `passages` are read once, each a line of tokens with spaces between them. */
  build(passages: Iterable<string>): Promise<BenchIndex> | BenchIndex;
  load(snapshot: Snapshot): Promise<BenchIndex> | BenchIndex;
}

const split = (text: string): string[] => text.split(' ');

function textsOf(snapshot: Snapshot): readonly (readonly [string, string])[] {
  if (snapshot instanceof Uint8Array) throw new Error('expected texts, received bytes');
  return snapshot;
}

function* numbered<Item>(
  passages: Iterable<string>,
  make: (text: string, id: number) => Item,
): Generator<Item> {
  let id = 0;
  for (const text of passages) yield make(text, id++);
}

const segmenter = createJiebaSegmenter();

const ours: BenchEngine = {
  build: (passages) =>
    wrapOurs(
      createIndexFromTokens(
        numbered(passages, (text, id) => ({ id: String(id), body: split(text) })),
        { segmenter },
      ),
    ),
  load: (snapshot) => {
    if (!(snapshot instanceof Uint8Array)) throw new Error('expected bytes, received texts');
    return wrapOurs(loadSearchIndex(snapshot, { segmenter }));
  },
};

function wrapOurs(index: SearchIndex): BenchIndex {
  return {
    search: (tokens, limit) =>
      index
        .searchTerms(
          tokens.map((term) => ({ term, weight: 1 })),
          { limit, countTotal: false },
        )
        .hits.map(({ passage }) => Number(passage.id)),
    save: () => index.toBytes(),
  };
}

interface WinkEngine {
  defineConfig(config: { fldWeights: { body: number } }): void;
  definePrepTasks(tasks: readonly ((text: string) => string[])[]): void;
  addDoc(document: { body: string }, id: number): void;
  consolidate(): void;
  search(text: string, limit: number): [string, number][];
  exportJSON(): string;
  importJSON(json: string): void;
}

const require = createRequire(import.meta.url);

function createWink(): WinkEngine {
  return (require('wink-bm25-text-search') as () => WinkEngine)();
}

function wrapWink(engine: WinkEngine): BenchIndex {
  return {
    search: (tokens, limit) => engine.search(tokens.join(' '), limit).map(([id]) => Number(id)),
    save: () => [['wink', engine.exportJSON()]],
  };
}

const wink: BenchEngine = {
  build: (passages) => {
    const engine = createWink();
    engine.defineConfig({ fldWeights: { body: 1 } });
    engine.definePrepTasks([split]);
    let id = 0;
    for (const body of passages) engine.addDoc({ body }, id++);
    engine.consolidate();
    return wrapWink(engine);
  },
  load: (snapshot) => {
    const engine = createWink();
    engine.importJSON(textsOf(snapshot)[0]?.[1] ?? '');
    engine.definePrepTasks([split]);
    return wrapWink(engine);
  },
};

const miniSearchOptions = {
  fields: ['body'],
  tokenize: split,
  processTerm: (term: string) => term,
  searchOptions: { bm25: { k: 1.2, b: 0.75, d: 0 } },
};

function wrapMiniSearch(index: MiniSearch): BenchIndex {
  return {
    search: (tokens, limit) =>
      index
        .search(tokens.join(' '))
        .slice(0, limit)
        .map(({ id }) => id as number),
    save: () => [['minisearch', JSON.stringify(index)]],
  };
}

const miniSearch: BenchEngine = {
  build: (passages) => {
    const index = new MiniSearch(miniSearchOptions);
    for (const document of numbered(passages, (body, id) => ({ id, body }))) index.add(document);
    return wrapMiniSearch(index);
  },
  load: (snapshot) =>
    wrapMiniSearch(MiniSearch.loadJSON(textsOf(snapshot)[0]?.[1] ?? '', miniSearchOptions)),
};

const ORAMA_BATCH = 1000;

const createOrama = () =>
  create({
    schema: { body: 'string' } as const,
    components: {
      tokenizer: { language: 'tokens', normalizationCache: new Map(), tokenize: split },
    },
  });

function wrapOrama(index: ReturnType<typeof createOrama>): BenchIndex {
  return {
    search: async (tokens, limit) => {
      const { hits } = await search(index, { term: tokens.join(' '), limit });
      return hits.map(({ id }) => Number(id));
    },
    save: () => [['orama', JSON.stringify(save(index))]],
  };
}

const orama: BenchEngine = {
  build: async (passages) => {
    const index = createOrama();
    let batch: { id: string; body: string }[] = [];
    for (const document of numbered(passages, (body, id) => ({ id: String(id), body }))) {
      batch.push(document);
      if (batch.length < ORAMA_BATCH) continue;
      await insertMultiple(index, batch, ORAMA_BATCH);
      batch = [];
    }
    await insertMultiple(index, batch, ORAMA_BATCH);
    return wrapOrama(index);
  },
  load: (snapshot) => {
    const index = createOrama();
    load(index, JSON.parse(textsOf(snapshot)[0]?.[1] ?? '') as RawData);
    return wrapOrama(index);
  },
};

const createFlexSearch = (): Index => new Index({ tokenize: 'strict', encode: split });

function wrapFlexSearch(index: Index): BenchIndex {
  return {
    // Without `suggest` every token would have to be there.
    search: (tokens, limit) =>
      (index.search(tokens.join(' '), { limit, suggest: true }) as number[]).map(Number),
    save: () => {
      const parts: [string, string][] = [];
      index.export((name, text) => {
        parts.push([name, text]);
      });
      return parts;
    },
  };
}

const flexSearch: BenchEngine = {
  build: (passages) => {
    const index = createFlexSearch();
    let id = 0;
    for (const body of passages) index.add(id++, body);
    return wrapFlexSearch(index);
  },
  load: (snapshot) => {
    const index = createFlexSearch();
    for (const [name, text] of textsOf(snapshot)) index.import(name, text);
    return wrapFlexSearch(index);
  },
};

/** The engines by name; all but FlexSearch rank by BM25, with k1 = 1.2 and b = 0.75. */
export const searchEngines: Readonly<Record<EngineName, BenchEngine>> = {
  ours,
  wink,
  minisearch: miniSearch,
  orama,
  flexsearch: flexSearch,
};
