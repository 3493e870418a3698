/**
 * Alignment records as tables: the CSV files and the sheets of the workbook.
 *
 * @module
 */
import type {
  AlignmentRecord,
  AlignmentReport,
  IndicatorRecord,
  TargetRecord,
} from './alignment-record';
import type { Cell, Table } from './cells';

/**
 * The tables documents, concepts, tasks, indicators (paired and new ones), missing (the plan's that a document lacks), reuse, correspondences, shared and plan (its passages, that the others refer to by id), in this order; rows in the order of the documents and, within one, of its record. Linear.
 */
export function listAlignmentTables(report: AlignmentReport): readonly Table[] {
  return [
    listDocuments(report),
    listConcepts(report),
    listTasks(report),
    listIndicators(report),
    listMissing(report),
    listReuse(report),
    listCorrespondences(report),
    listShared(report),
    listPlan(report),
  ];
}

function createTable<T>(
  name: string,
  items: readonly T[],
  columns: Readonly<Record<string, (item: T) => Cell>>,
): Table {
  const getters = Object.values(columns);
  return {
    name,
    columns: Object.keys(columns),
    rows: items.map((item) => getters.map((get) => get(item))),
  };
}

type Measured = Extract<AlignmentRecord['measures'], { kind: 'measured' }>;

function measure(name: Exclude<keyof Measured, 'kind'>): (document: AlignmentRecord) => Cell {
  return ({ measures }) => (measures.kind === 'measured' ? measures[name] : null);
}

function listDocuments({ documents }: AlignmentReport): Table {
  return createTable('documents', documents, {
    documentId: ({ id }) => id,
    path: ({ path }) => path,
    title: ({ title }) => title,
    issuer: ({ issuer }) => issuer.join('、'),
    genre: ({ genre }) => genre,
    issuedOn: ({ issuedOn }) => issuedOn,
    region: ({ region }) => region,
    passages: ({ basis }) => basis.passages,
    characters: ({ basis }) => basis.characters,
    taggedPassages: ({ basis }) => basis.taggedPassages,
    meanScore: ({ basis }) => basis.meanScore,
    unmeasured: ({ measures }) => (measures.kind === 'unmeasured' ? measures.reason : null),
    coverage: measure('coverage'),
    weightedCoverage: measure('weightedCoverage'),
    digitalShare: measure('digitalShare'),
    diversity: measure('diversity'),
    convergence: measure('convergence'),
    cosine: measure('cosine'),
    jensenShannon: measure('jensenShannon'),
    formalStrength: ({ strength }) => strength.formal,
    wordingStrength: ({ strength }) => strength.wording,
    reuse: ({ reuse }) => reuse?.share ?? null,
    planReuse: ({ reuse }) => reuse?.planShare ?? null,
    boilerplateReuse: ({ reuse }) => reuse?.boilerplateShare ?? null,
    peaks: ({ peaks }) => peaks.map(({ code }) => code).join(' '),
    nearest: ({ nearest }) => nearest.map(({ id }) => id).join(' '),
  });
}

function listConcepts({ collection, documents }: AlignmentReport): Table {
  const labels = new Map(collection.concepts.map(({ code, label }) => [code, label]));
  const items = documents.flatMap(({ id, concepts }) =>
    concepts.map((concept) => ({ id, concept })),
  );
  return createTable('concepts', items, {
    documentId: ({ id }) => id,
    code: ({ concept }) => concept.code,
    label: ({ concept }) => labels.get(concept.code) ?? null,
    characters: ({ concept }) => concept.characters,
    passages: ({ concept }) => concept.passages,
    emphasis: ({ concept }) => concept.emphasis,
    planEmphasis: ({ concept }) => concept.planEmphasis,
    relativeEmphasis: ({ concept }) => concept.relativeEmphasis,
    symmetricEmphasis: ({ concept }) => concept.symmetricEmphasis,
    similarity: ({ concept }) => concept.similarity,
    targets: ({ concept }) => concept.targets,
    deadlines: ({ concept }) => concept.deadlines,
    bodies: ({ concept }) => concept.bodies,
    specificity: ({ concept }) => concept.specificity,
  });
}

function listTasks({ collection, documents }: AlignmentReport): Table {
  const labels = new Map(collection.concepts.map(({ code, label }) => [code, label]));
  const items = documents.flatMap(({ id, tasks }) => tasks.map((task) => ({ id, task })));
  return createTable('tasks', items, {
    documentId: ({ id }) => id,
    code: ({ task }) => task.code,
    label: ({ task }) => labels.get(task.code) ?? null,
    status: ({ task }) => task.status,
    score: ({ task }) =>
      task.passages.length === 0 ? null : Math.max(...task.passages.map(({ score }) => score)),
    passageIds: ({ task }) => task.passages.map(({ passageId }) => passageId).join(' '),
    passages: ({ task }) => task.passages.map(({ text }) => text).join('\n'),
    planPassageIds: ({ task }) => task.planPassageIds.join(' '),
    particulars: ({ task }) =>
      task.particulars.map(({ kind, text }) => `${kind}: ${text}`).join('; '),
  });
}

interface IndicatorRow extends IndicatorRecord {
  readonly id: string;
}

function listIndicators({ documents }: AlignmentReport): Table {
  const items = documents.flatMap(({ id, indicators }) =>
    indicators.map((entry): IndicatorRow => ({ id, ...entry })),
  );
  const planned = (get: (target: TargetRecord) => Cell) => (row: IndicatorRow) =>
    row.planTarget === null ? null : get(row.planTarget);
  return createTable('indicators', items, {
    documentId: ({ id }) => id,
    kind: ({ kind }) => kind,
    ambition: ({ ambition }) => ambition,
    gap: ({ gap }) => gap,
    years: ({ years }) => years,
    reason: ({ reason }) => reason,
    indicator: ({ target }) => target.indicator,
    value: ({ target }) => target.value,
    unit: ({ target }) => target.unit,
    deadline: ({ target }) => target.deadline,
    text: ({ target }) => target.text,
    planIndicator: planned(({ indicator }) => indicator),
    planValue: planned(({ value }) => value),
    planUnit: planned(({ unit }) => unit),
    planDeadline: planned(({ deadline }) => deadline),
    planText: planned(({ text }) => text),
  });
}

/** Apart from what documents say: with a long plan these are nearly all rows. */
function listMissing({ collection, documents }: AlignmentReport): Table {
  const items = documents.flatMap(({ id, missing }) =>
    missing.flatMap((at) => {
      const target = collection.plan?.targets[at];
      return target === undefined ? [] : [{ id, target }];
    }),
  );
  return createTable('missing', items, {
    documentId: ({ id }) => id,
    planIndicator: ({ target }) => target.indicator,
    planValue: ({ target }) => target.value,
    planUnit: ({ target }) => target.unit,
    planDeadline: ({ target }) => target.deadline,
    planText: ({ target }) => target.text,
  });
}

function listReuse({ documents }: AlignmentReport): Table {
  const items = documents.flatMap(({ id, reuse }) =>
    (reuse?.stretches ?? []).map((stretch) => ({ id, stretch })),
  );
  return createTable('reuse', items, {
    documentId: ({ id }) => id,
    kind: ({ stretch }) => stretch.kind,
    start: ({ stretch }) => stretch.start,
    end: ({ stretch }) => stretch.end,
    planStart: ({ stretch }) => stretch.planStart,
    planEnd: ({ stretch }) => stretch.planEnd,
    matches: ({ stretch }) => stretch.matches,
    identity: ({ stretch }) => stretch.identity,
    text: ({ stretch }) => stretch.text,
    planText: ({ stretch }) => stretch.planText,
  });
}

function listCorrespondences({ documents }: AlignmentReport): Table {
  const items = documents.flatMap(({ id, correspondences }) =>
    correspondences.map((pair) => ({ id, pair })),
  );
  return createTable('correspondences', items, {
    documentId: ({ id }) => id,
    passageId: ({ pair }) => pair.passageId,
    planPassageId: ({ pair }) => pair.planPassageId,
    relation: ({ pair }) => pair.relation,
    similarity: ({ pair }) => pair.similarity,
    contained: ({ pair }) => pair.contained,
    containing: ({ pair }) => pair.containing,
    sharedLetters: ({ pair }) => pair.sharedLetters,
    commonCode: ({ pair }) => pair.commonCode,
    codes: ({ pair }) => pair.codes.join(' '),
  });
}

function listShared({ collection }: AlignmentReport): Table {
  const groupOf = new Map(
    collection.groups.flatMap((group) => group.map((id) => [id, group[0] ?? id] as const)),
  );
  return createTable('shared', collection.pairs, {
    a: ({ a }) => a,
    b: ({ b }) => b,
    shareOfA: ({ shareOfA }) => shareOfA,
    shareOfB: ({ shareOfB }) => shareOfB,
    verbatimOfA: ({ verbatimOfA }) => verbatimOfA,
    verbatimOfB: ({ verbatimOfB }) => verbatimOfB,
    duplicatesOf: ({ a, b }) =>
      groupOf.get(a) !== undefined && groupOf.get(a) === groupOf.get(b)
        ? (groupOf.get(a) ?? null)
        : null,
  });
}

/** Each once: documents refer to the same passages again and again. */
function listPlan({ collection }: AlignmentReport): Table {
  return createTable('plan', collection.plan?.passages ?? [], {
    planPassageId: ({ id }) => id,
    headingPath: ({ headingPath }) => headingPath.join(' › '),
    codes: ({ codes }) => codes.join(' '),
    text: ({ text }) => text,
  });
}
