import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinTaxonomy, createAnalyzer, ZhengceError } from '../../../src';
import { openIndexStore } from '../../../src/cli/watch/index-store';
import { type IndexedFile, placeManifest } from '../../../src/cli/watch/manifest';
import { keyOf, planChanges } from '../../../src/cli/watch/plan-changes';
import { createSurveyComparison, type SettledSurvey } from '../../../src/cli/watch/settle-files';
import type { PolicyFileList, PolicySurvey } from '../../../src/read';
import { createFolder } from '../../support/run-cli';

function createSurvey(stamps: Readonly<Record<string, string>>): PolicySurvey {
  const files = Object.entries(stamps).map(([path, stamp]) => {
    const facts = { relative: path, format: 'txt', bytes: 1, root: 0, isGiven: false } as const;
    return { path, stamp, ...facts };
  });
  return { files, folders: [], failures: [], skipped: [] };
}

function show({ stamps, restless }: SettledSurvey): unknown {
  return { stamps: Object.fromEntries(stamps), restless: [...restless] };
}

describe('createSurveyComparison', () => {
  it('takes a file for settled when two surveys find it the same', () => {
    const { compare } = createSurveyComparison([]);
    expect(show(compare(createSurvey({ a: '1' })))).toEqual({ stamps: {}, restless: ['a'] });
    // Still growing.
    expect(show(compare(createSurvey({ a: '2', b: '1' })))).toEqual({
      stamps: {},
      restless: ['a', 'b'],
    });
    expect(show(compare(createSurvey({ a: '2', b: '2' })))).toEqual({
      stamps: { a: '2' },
      restless: ['b'],
    });
    expect(show(compare(createSurvey({ a: '2', b: '2' })))).toEqual({
      stamps: { a: '2', b: '2' },
      restless: [],
    });
  });

  it('takes a file for gone when two surveys lack it: an editor replaces files', () => {
    const { compare } = createSurveyComparison(['a', 'b']);
    expect(show(compare(createSurvey({ b: '1' })))).toEqual({ stamps: {}, restless: ['b', 'a'] });
    expect(show(compare(createSurvey({ b: '1' })))).toEqual({ stamps: { b: '1' }, restless: [] });
  });
});

function createIndexed(path: string, id: string, member?: readonly string[]): IndexedFile {
  return { path, id, stamp: '1', hash: 'h', ...(member === undefined ? {} : { member }) };
}

function createList(
  files: readonly (readonly [path: string, id: string, member?: readonly string[]])[],
  failures: PolicyFileList['failures'] = [],
): PolicyFileList {
  return {
    files: files.map(([path, id, member]) => {
      const whole = { path, id, format: 'txt', bytes: 1 } as const;
      return member === undefined ? whole : { ...whole, member };
    }),
    failures,
    skipped: [],
  };
}

function plan(
  listed: PolicyFileList,
  known: readonly IndexedFile[],
  stamps: Readonly<Record<string, string>>,
  restless: readonly string[] = [],
): unknown {
  const { remove, read } = planChanges({
    listed,
    known: new Map(known.map((file) => [keyOf(file), file])),
    survey: { stamps: new Map(Object.entries(stamps)), restless: new Set(restless) },
    roots: ['in'],
  });
  return {
    remove: remove.map(({ id }) => id),
    read: read.map(({ file, known: before }) => `${file.id}${before === undefined ? '' : '*'}`),
  };
}

function createFailure(path: string, code: 'read-failed' | 'invalid-input', system: string) {
  const cause = Object.assign(new Error(system), { code: system });
  return { path, error: new ZhengceError(code, 'test', { cause }) };
}

describe('planChanges', () => {
  const a = createIndexed('in/a.txt', 'a');

  it('reads what is new or changed, takes out what is gone, leaves the rest', () => {
    const listed = createList([
      ['in/a.txt', 'a'],
      ['in/b.txt', 'b'],
      ['in/c.txt', 'c'],
    ]);
    const known = [a, createIndexed('in/b.txt', 'b'), createIndexed('in/d.txt', 'd')];
    const stamps = { 'in/a.txt': '1', 'in/b.txt': '2', 'in/c.txt': '1' };
    expect(plan(listed, known, stamps)).toEqual({ remove: ['d'], read: ['b*', 'c'] });
  });

  it('leaves what has not come to rest', () => {
    const listed = createList([['in/b.txt', 'b']]);
    const known = [a, createIndexed('in/b.txt', 'b')];
    const restless = ['in/a.txt', 'in/b.txt'];
    expect(plan(listed, known, {}, restless)).toEqual({ remove: [], read: [] });
  });

  it('names a document anew where another file takes its name', () => {
    const listed = createList([
      ['in/a.md', 'a'],
      ['in/a.txt', 'a.txt'],
    ]);
    const stamps = { 'in/a.md': '1', 'in/a.txt': '1' };
    expect(plan(listed, [a], stamps)).toEqual({ remove: ['a'], read: ['a', 'a.txt'] });
  });

  it.each([
    ['has only just gone', 'in/a.md', []],
    ['cannot be read', '', [createFailure('in/a.md', 'read-failed', 'EACCES')]],
  ])('gives no file the id of a document that %s', (_name, restless, failures) => {
    const known = [
      createIndexed('in/a.md', 'a'),
      createIndexed('in/a.txt', 'a.txt'),
      createIndexed('in/sub/a.txt', 'a.txt~2'),
    ];
    const listed = createList(
      [
        ['in/a.txt', 'a'],
        ['in/b.txt', 'b'],
        ['in/sub/a.txt', 'a.txt'],
      ],
      failures,
    );
    const stamps = { 'in/a.txt': '1', 'in/b.txt': '1', 'in/sub/a.txt': '1' };
    expect(plan(listed, known, stamps, [restless])).toEqual({ remove: [], read: ['b'] });
    expect(plan({ ...listed, failures: [] }, known, stamps)).toEqual({
      remove: ['a', 'a.txt', 'a.txt~2'],
      read: ['a', 'b', 'a.txt'],
    });
  });

  it('lets a file keep its id until it has come to rest', () => {
    const listed = createList([
      ['in/a.md', 'a'],
      ['in/a.txt', 'a.txt'],
    ]);
    const stamps = { 'in/a.md': '1' };
    expect(plan(listed, [a], stamps, ['in/a.txt'])).toEqual({ remove: [], read: [] });
  });

  it('knows documents of archives one by one', () => {
    const known = [
      createIndexed('in/z.zip', 'z/a', ['a.txt']),
      createIndexed('in/z.zip', 'z/b', ['b']),
    ];
    const listed = createList([['in/z.zip', 'z/a', ['a.txt']]]);
    expect(plan(listed, known, { 'in/z.zip': '2' })).toEqual({ remove: ['z/b'], read: ['z/a*'] });
  });

  it.each([
    ['a folder given that is not there', createFailure('in', 'read-failed', 'ENOENT'), []],
    ['a folder that may not be read', createFailure('in', 'read-failed', 'EACCES'), []],
    ['a file that may not be read', createFailure('in/a.txt', 'read-failed', 'EACCES'), []],
    ['a link that leads nowhere', createFailure('in/a.txt', 'read-failed', 'ENOENT'), ['a']],
    ['another folder that may not be read', createFailure('in/b', 'read-failed', 'EACCES'), ['a']],
    ['an archive that is damaged', createFailure('in/a.txt', 'invalid-input', ''), ['a']],
  ])('with %s takes out what is gone for sure', (_name, failure, remove) => {
    expect(plan(createList([], [failure]), [a], {})).toEqual({ remove, read: [] });
  });
});

describe('openIndexStore', () => {
  it('finds what it saved, and the older version where a crash came between manifest and index', async () => {
    const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
    const path = join(createFolder(), 'x.zci');
    const tag = (id: string) =>
      analyzer.tag(analyzer.parse(`第一条 建设数字乡村，编号${id}。`, { id }));
    const open = (settings = 's') => openIndexStore({ path, analyzer, settings });
    const first = await open();
    expect({ known: first.known.size, isUnsaved: first.isUnsaved }).toEqual({
      known: 0,
      isUnsaved: true,
    });
    first.add([{ file: createIndexed('in/a.txt', 'a'), document: tag('a') }]);
    await first.save();
    copyFileSync(path, `${path}.old`);
    first.add([{ file: createIndexed('in/b.txt', 'b'), document: tag('b') }]);
    await first.save();

    const whole = await open();
    expect([...whole.known.values()].map(({ id }) => id)).toEqual(['a', 'b']);
    expect({ passages: whole.passageCount, isUnsaved: whole.isUnsaved }).toEqual({
      passages: 2,
      isUnsaved: false,
    });

    copyFileSync(`${path}.old`, path);
    const older = await open();
    expect([...older.known.values()].map(({ id }) => id)).toEqual(['a']);
    expect(older.passageCount).toBe(1);

    const others = [await open('other settings')];
    writeFileSync(path, 'garbage');
    others.push(await open());
    copyFileSync(`${path}.old`, path);
    writeFileSync(placeManifest(path), readFileSync(placeManifest(path), 'utf8').slice(0, -9));
    others.push(await open());
    rmSync(placeManifest(path));
    others.push(await open());
    expect(others.map(({ known, isUnsaved }) => [known.size, isUnsaved])).toEqual(
      others.map(() => [0, true]),
    );
    expect(existsSync(path)).toBe(true);
  });
});
