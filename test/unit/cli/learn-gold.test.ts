/** Learning from gold labels: what a fold may see, and how much gold it takes. */
import { describe, expect, it } from 'vitest';
import {
  assertEnough,
  type CollectedGold,
  collectGold,
  crossValidate,
  type MayLearn,
} from '../../../src/cli/learn-gold';
import { createJiebaSegmenter } from '../../../src/segment';
import { createLexiconTagger } from '../../../src/tag';
import { listAssignableConcepts } from '../../../src/taxonomy';
import { createGold, createLearningDocuments } from '../../support/learning-gold';
import { createFolder } from '../../support/run-cli';
import { tinyTaxonomy } from '../../support/tiny-taxonomy';

const tagger = createLexiconTagger(tinyTaxonomy, createJiebaSegmenter());
const concepts = listAssignableConcepts(tinyTaxonomy);
const codes = concepts.map(({ notation }) => notation);
type Inputs = Parameters<typeof collectGold>[0];

function createInputs(count: number): Inputs {
  const learning = createLearningDocuments(count);
  const files = Object.fromEntries(learning.map(({ id, text }) => [`${id}.txt`, text]));
  const gold = learning
    .flatMap(({ labels }) => labels)
    .map(({ id, doc, start, end, text, codes: given }, i) =>
      createGold({ line: i + 1, id, place: { doc, span: { start, end } }, text, codes: given }),
    );
  const source = { file: 'gold.jsonl', documents: createFolder(files) };
  return { taxonomy: tinyTaxonomy, concepts, codes, gold, source };
}

/** What each fold may learn from, as `documentId text` of the labelled passages. */
function listLearnt(collected: CollectedGold): readonly ReadonlySet<string>[] {
  const folds: Set<string>[] = [];
  const fit = (mayLearn: MayLearn): typeof tagger => {
    const learnt = collected.training.flatMap(({ id, views, labels }) =>
      labels
        .map(({ passage }) => views[passage]?.text ?? '')
        .filter((text) => mayLearn(id, text))
        .map((text) => `${id} ${text}`),
    );
    folds.push(new Set(learnt));
    return tagger;
  };
  const samples = crossValidate(collected, fit, { quiet: true });
  expect(samples).toHaveLength(collected.training.flatMap(({ labels }) => labels).length);
  return folds;
}

describe('crossValidate', () => {
  it('judges every label once, by what learnt nothing of its document', async () => {
    const collected = await collectGold(createInputs(12));
    const folds = listLearnt(collected);
    expect(folds).toHaveLength(5);
    const all = collected.training.flatMap(({ id, views, labels }) =>
      labels.map(({ passage }) => ({ id, key: `${id} ${views[passage]?.text ?? ''}` })),
    );
    for (const learnt of folds) {
      const heldOut = new Set(all.filter(({ key }) => !learnt.has(key)).map(({ id }) => id));
      expect(heldOut.size).toBeGreaterThan(0);
      expect(all.filter(({ id, key }) => heldOut.has(id) && learnt.has(key))).toEqual([]);
    }
    for (const { key } of all) expect(folds.filter((learnt) => !learnt.has(key))).toHaveLength(1);
  });

  it('learns from no passage of the words of one that is held out', async () => {
    const inputs = createInputs(10);
    const twins = ['x', 'y'].map((id, i) =>
      createGold({ line: 900 + i, id, text: '推进 数据共享，开放目录。', codes: ['T1'] }),
    );
    const folds = listLearnt(await collectGold({ ...inputs, gold: [...inputs.gold, ...twins] }));
    const known = folds.map(
      (learnt) => [...learnt].filter((key) => key.includes('开放目录')).length,
    );
    expect(known.every((count) => count === 0 || count === 2)).toBe(true);
    expect(known).toContain(0);
  });
});

describe('assertEnough', () => {
  const message = { command: 'train', advice: 'label more' };

  it('says how much there is and how much is needed', async () => {
    const inputs = createInputs(2);
    const collected = await collectGold(inputs);
    const needs = { labels: 100, documents: 10, coded: 50 };
    expect(() => {
      assertEnough(collected, inputs, needs, message);
    }).toThrow(
      'train: expected at least 100 gold labels in 10 documents, 50 of them with a code, received 14 in 2, 10 with a code (gold.jsonl): label more',
    );
    expect(() => {
      assertEnough(collected, inputs, { labels: 14, documents: 2, coded: 10 }, message);
    }).not.toThrow();
  });

  it('refuses labels of which each has every concept', async () => {
    const inputs = createInputs(2);
    const gold = inputs.gold.map((label) => ({ ...label, codes }));
    const collected = await collectGold({ ...inputs, gold });
    expect(() => {
      assertEnough(collected, inputs, { labels: 1, documents: 1, coded: 1 }, message);
    }).toThrow(/expected labels that lack some concept/);
  });
});
