// A search endpoint on Hono, with a page: node examples/search-server/server.mjs [FILE.zci]
// Without an index, one of the sample documents is made. PORT sets the port (default 8787).
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import {
  builtinTaxonomy,
  createAnalyzer,
  createSearchResultRecord,
  listAssignableConcepts,
  loadPinyin,
  loadSearchIndex,
  ZhengceError,
} from 'zhengce';
import { readPolicyFolder } from 'zhengce/node';

const PAGE_SIZE = 10;
const FACETS = ['task', 'action', 'region', 'genre', 'year'];

const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
const index = await openIndex(process.argv[2]);
const pinyin = await loadPinyin();
const page = await readFile(new URL('page.html', import.meta.url), 'utf8');
const labels = Object.fromEntries(
  listAssignableConcepts(builtinTaxonomy).map(({ notation, prefLabel }) => [notation, prefLabel]),
);

const app = new Hono();
app.get('/', (context) => context.html(page));
app.get('/api/labels', (context) => context.json(labels));

// ?q=QUERY&task=T2&region=…&year=2023&offset=10: what `zhengce search --json` writes.
app.get('/api/search', (context) => {
  const query = context.req.query('q') ?? '';
  const offset = Number(context.req.query('offset') ?? 0);
  const result = index.search(query, {
    filter: readFilter(context.req.queries()),
    facets: FACETS,
    highlight: true,
    limit: PAGE_SIZE,
    offset,
  });
  const correction = index.correct(query, { pinyin });
  return context.json(createSearchResultRecord({ query, result, offset, correction }));
});

app.get('/api/suggest', (context) =>
  context.json(index.suggest(context.req.query('q') ?? '', { limit: 8, pinyin })),
);

app.get('/api/similar', (context) => {
  const result = index.findSimilar(context.req.query('id') ?? '', {
    limit: PAGE_SIZE,
    highlight: true,
  });
  return context.json(createSearchResultRecord({ query: undefined, result, offset: 0 }));
});

// What a caller asks wrongly is answered with 400 and the place; anything else is a fault of this server.
app.onError((error, context) => {
  if (!(error instanceof ZhengceError)) throw error;
  const { code, message, details } = error;
  return context.json({ code, message, details }, 400);
});

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT ?? 8787) }, (at) => {
  console.log(`${index.passageCount} passages on http://127.0.0.1:${at.port}/`);
});

/** The values of each facet that the address names; years are numbers, and what is none is refused by the index. */
function readFilter(parameters) {
  const named = FACETS.filter((field) => field in parameters);
  return Object.fromEntries(
    named.map((field) => [
      field,
      field === 'year' ? parameters.year.map(Number) : parameters[field],
    ]),
  );
}

async function openIndex(file) {
  if (file !== undefined) {
    return loadSearchIndex(await readFile(file), { segmenter: analyzer.segmenter });
  }
  const documents = [];
  for await (const item of readPolicyFolder('corpus/documents')) {
    if (item.kind === 'failure') throw item.error;
    documents.push(analyzer.tag(analyzer.parse(item.text, { id: item.id })));
  }
  return analyzer.createIndex(documents);
}
