/**
 * From tags to a person's labels to a better tagger: `zhengce tag --review`, `evaluate --tune`, `train` and `--model`, driven as processes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tagEvaluationSchema } from '../../src/evaluate';
import { taggedDocumentRecordSchema } from '../../src/report';
import { createLearningDocuments } from '../support/learning-gold';
import { createFolder, parseJsonLines, runCli } from '../support/run-cli';
import { tinyYaml } from '../support/tiny-taxonomy';

const documents = createLearningDocuments(16);
const files = {
  ...Object.fromEntries(documents.map(({ id, text }) => [`docs/${id}.txt`, text])),
  'gold.jsonl': documents
    .flatMap(({ labels }) => labels)
    .map((label) => `${JSON.stringify(label)}\n`)
    .join(''),
  'tiny.yaml': tinyYaml,
};

/** Milliseconds for tests that run many processes. */
const LONG = 180_000;

/** A folder with gold, documents and plan, and a way to run commands in it. */
function createWork() {
  const folder = createFolder(files);
  const at = (name: string): string => join(folder, name);
  const taxonomy = ['--taxonomy', at('tiny.yaml')];
  return {
    at,
    run: (...args: readonly string[]) => runCli([...args, ...taxonomy]),
    learn: (command: readonly string[], ...flags: readonly string[]) => {
      const [name = '', ...more] = command;
      const place = ['--documents', at('docs'), ...more];
      return runCli([name, at('gold.jsonl'), ...place, ...taxonomy, ...flags]);
    },
  };
}

describe('zhengce train', () => {
  it(
    'learns what the lexicon does not say, and gives the same file again',
    () => {
      const { at, learn } = createWork();
      const trained = learn(['train'], '--out', at('model.json'), '--json');
      expect(trained).toMatchObject({ status: 0 });
      expect(trained.stderr).toMatch(/112 gold labels, 0 failed; written to .*model\.json\n$/);
      const { before, heldOut } = readComparison(trained.stdout);
      expect(heldOut.samples).toBe(112);
      // 档案 is no term of the plan; the labels say what it is about.
      expect(heldOut.micro.f1).toBeGreaterThan(before.micro.f1);

      learn(['train'], '--out', at('again.json'), '--quiet');
      expect(readFileSync(at('again.json'), 'utf8')).toBe(readFileSync(at('model.json'), 'utf8'));
    },
    LONG,
  );

  it(
    'makes what tag, evaluate, index and align take',
    () => {
      const { at, run, learn } = createWork();
      learn(['train'], '--out', at('model.json'), '--quiet');
      const model = ['--model', at('model.json')];
      const tagged = run('tag', at('docs'), ...model, '--quiet');
      const records = parseJsonLines(tagged.stdout).map((line) =>
        taggedDocumentRecordSchema.parse(line),
      );
      const codes = records.map(({ passages }) => passages[1]?.tags.map(({ code }) => code));
      expect(codes).toEqual(documents.map(() => ['T1']));
      const evaluated = learn(['evaluate'], ...model);
      expect(evaluated.status).toBe(0);
      expect(evaluated.stderr).toContain(
        '112 of 112 labels stand in documents that the model learnt from',
      );
      expect(learn(['evaluate'], '--model', 'lexicon').stderr).not.toContain('learnt');
      expect(run('index', at('docs'), '--out', at('x.zci'), ...model)).toMatchObject({ status: 0 });
      expect(run('align', at('docs'), ...model)).toMatchObject({ status: 0 });
    },
    LONG,
  );

  it('refuses too little gold, and writes nothing', () => {
    const { at, learn } = createWork();
    const few = readFileSync(at('gold.jsonl'), 'utf8').split('\n').slice(0, 20).join('\n');
    writeFileSync(at('gold.jsonl'), few);
    const { status, stdout, stderr } = learn(['train'], '--out', at('model.json'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /expected at least 100 gold labels in 10 documents, 50 of them with a code, received 20 in 3, 15 with a code .*: label more/,
    );
    expect(() => readFileSync(at('model.json'))).toThrow('ENOENT');
    expect(learn(['train']).status).toBe(2);
    const refused = learn(['train'], '--out', at('docs'));
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/received a folder of the name that the result needs, EISDIR/);
    expect(refused.stderr).not.toContain('gold labels');
  });
});

describe('zhengce evaluate --tune', () => {
  it('fits settings, says how good they are elsewhere, and writes what --model takes', () => {
    const { at, run, learn } = createWork();
    const tuned = learn(['evaluate', '--tune'], '--out', at('tuned.json'));
    expect(tuned.status).toBe(0);
    expect(tuned.stdout).toMatch(/^ +micro-F1 +macro-F1 +precision@1 +calibration error\n/);
    expect(tuned.stdout).toMatch(/tuned, on documents not tuned on +\d\.\d{3} \(/);
    expect(tuned.stdout).toMatch(/tuned, on these very labels \(flatters\) +\d\.\d{3} \(/);
    expect(tuned.stdout).toContain('All about: tuned, on documents not tuned on');
    expect(JSON.parse(readFileSync(at('tuned.json'), 'utf8'))).toMatchObject({
      kind: 'lexicon',
      taxonomy: { id: 'tiny' },
    });
    expect(run('tag', at('docs'), '--model', at('tuned.json'), '--quiet').status).toBe(0);
  });

  it.each([
    [['--tune', '--model', 'lexicon'], /expected no --model with --tune/],
    [['--out', 'x.json'], /expected --tune with --out/],
  ])('refuses %j', (flags, message) => {
    const { status, stderr } = createWork().learn(['evaluate', ...flags]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('--model', () => {
  it.each([
    [
      'of another taxonomy',
      { taxonomy: { id: 'other', version: '2', lexicon: '0' } },
      2,
      /other 2/,
    ],
    ['of other terms', { taxonomy: { id: 'tiny', version: '1', lexicon: '0' } }, 2, /lexicon 0/],
    ['that is none', { kind: 'x' }, 1, /expected a tagger model of format 1/],
  ])('refuses a model %s', (_name, changes, status, message) => {
    const { at, run, learn } = createWork();
    learn(['evaluate', '--tune'], '--out', at('tuned.json'), '--quiet');
    const model = JSON.parse(readFileSync(at('tuned.json'), 'utf8')) as object;
    writeFileSync(at('changed.json'), JSON.stringify({ ...model, ...changes }));
    const tagged = run('tag', at('docs'), '--model', at('changed.json'));
    expect(tagged).toMatchObject({ status, stdout: '' });
    expect(tagged.stderr).toMatch(message);
  });

  it('refuses a file that is not there', () => {
    const { at, run } = createWork();
    const { status, stderr } = run('tag', at('docs'), '--model', at('none.json'));
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /expected a readable JSON file of a model, .* received no file or folder of that name, ENOENT/,
    );
  });
});

describe('zhengce tag --review', () => {
  it('lists what to check, which is gold once it is checked', () => {
    const { at, run, learn } = createWork();
    const tagged = run('tag', at('docs'), '--review', at('gold.jsonl'), '--review-limit', '9');
    expect(tagged.status).toBe(0);
    expect(tagged.stdout).not.toContain('"scores"');
    expect(tagged.stdout).toContain('"confidence":"high"');
    expect(learn(['evaluate'])).toMatchObject({ status: 1, stdout: '' });
    const list = readFileSync(at('gold.jsonl'), 'utf8');
    const entries = parseJsonLines(list) as readonly { readonly margin: number | null }[];
    expect(entries).toHaveLength(9);
    const distances = entries.map(({ margin }) => Math.abs(margin ?? Infinity));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));

    writeFileSync(at('gold.jsonl'), list.replaceAll('"checked":false', '"checked":true'));
    const { status, stdout } = learn(['evaluate'], '--json', '--model', 'lexicon');
    expect(status).toBe(0);
    // Nobody has corrected anything, so the tagger agrees with itself.
    expect(tagEvaluationSchema.parse(JSON.parse(stdout)).exactMatch).toBe(1);
  });

  it(
    'gives the same list in one thread, in two, and where results are at hand',
    () => {
      const { at, run } = createWork();
      const list = (name: string, ...flags: readonly string[]): string => {
        const out = ['--out', at('out'), '--review', at(name)];
        expect(run('tag', at('docs'), ...out, ...flags).status).toBe(0);
        return readFileSync(at(name), 'utf8');
      };
      const alone = list('a.csv', '--jobs', '1');
      expect(alone.split('\r\n').length).toBeGreaterThan(50);
      expect(list('b.csv', '--jobs', '2')).toBe(alone);
      expect(list('c.csv', '--jobs', '2', '--resume', '--model', 'lexicon')).toBe(alone);
      expect(list('d.csv', '--jobs', '1', '--resume')).toBe(alone);
    },
    LONG,
  );

  it('lists single passages too', () => {
    const { at, run } = createWork();
    const lines = ['推进数据共享。', '更换门窗。'].map((text, i) =>
      JSON.stringify({ id: i, text }),
    );
    writeFileSync(at('in.jsonl'), lines.join('\n'));
    const review = ['--review', at('r.csv'), '--scores'];
    const { status, stdout } = run('tag', '--passages', at('in.jsonl'), ...review);
    expect(status).toBe(0);
    expect(parseJsonLines(stdout)).toMatchObject([{ scores: [{ code: 'T1' }, {}, {}] }, { id: 1 }]);
    expect(readFileSync(at('r.csv'), 'utf8').split('\r\n')[1]).toMatch(/^,,推进数据共享。/);
  });

  it('keeps the score of every concept in the records where asked', () => {
    const { at, run } = createWork();
    const { stdout } = run('tag', at('docs/doc-00.txt'), '--scores', '--quiet');
    const [record] = parseJsonLines(stdout).map((line) => taggedDocumentRecordSchema.parse(line));
    expect(record?.passages.map(({ scores }) => scores?.length)).toEqual(Array(7).fill(3));
    expect(run('tag', at('docs'), '--scores', '--format', 'csv').status).toBe(2);
  });
});

function readComparison(stdout: string) {
  const { before, heldOut } = JSON.parse(stdout) as Record<string, unknown>;
  return { before: tagEvaluationSchema.parse(before), heldOut: tagEvaluationSchema.parse(heldOut) };
}
