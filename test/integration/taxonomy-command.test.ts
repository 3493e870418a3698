// `zhengce taxonomy`, driven as a process.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinTaxonomy, loadTaxonomy, taxonomyFromSkos } from '../../src/taxonomy';
import { createFolder, parseJsonLines, repositoryRoot, runCli } from '../support/run-cli';
import { breakTaxonomy, taxonomyText } from '../unit/taxonomy/taxonomy-text';

const plan = join(repositoryRoot, 'corpus/documents/国务院关于印发国家算力网络发展规划的通知.txt');

describe('zhengce taxonomy validate', () => {
  it('says in one line that a file is valid', () => {
    const folder = createFolder({ 'a.yaml': taxonomyText });
    const { status, stdout, stderr } = runCli(['taxonomy', 'validate', join(folder, 'a.yaml')]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^.*a\.yaml: valid: 某市数字化规划, version 2; 2 schemes, 3 concepts \(2 assignable\), 3 terms\n$/,
    );
  });

  it('lists every problem with line and column', () => {
    const text = breakTaxonomy('assignable: false', 'assignable: no').replace(
      'weight: 3',
      'weight: 9',
    );
    const folder = createFolder({ 'a.yaml': text });
    const { status, stdout, stderr } = runCli(['taxonomy', 'validate', join(folder, 'a.yaml')]);
    expect(status).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => /a\.yaml:(\d+):\d+: expected/.exec(line)?.[1])).toEqual(['8', '24']);
    expect(stderr).toMatch(/invalid: 2 problems\n$/);
  });

  it('checks Turtle by the ending of the name', () => {
    const folder = createFolder({ 'a.ttl': '@prefix a: <http://a.org/> .\na:b a:c .\n' });
    const { status, stdout } = runCli(['taxonomy', 'validate', join(folder, 'a.ttl')]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/a\.ttl:2:9: expected well-formed Turtle/);
  });

  it('ends with 1 where there is no such file', () => {
    const { status, stdout, stderr } = runCli(['taxonomy', 'validate', 'no-such-file.yaml']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('no file or folder of that name, ENOENT (FILE no-such-file.yaml)');
  });

  it.each([[['taxonomy', 'validate']], [['taxonomy', 'shwo']]])('%j is wrong usage', (args) => {
    expect(runCli(args)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('zhengce taxonomy show', () => {
  it('shows the built-in plan as a tree', () => {
    const { status, stdout } = runCli(['taxonomy', 'show']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^“十四五”国家信息化规划 \(informatization-2021-2025, version 1\)\n/);
    expect(stdout).toMatch(
      /\n {2}T1 {2}建设泛在智联的数字基础设施体系 {2}\d+ terms {2}\[数字基础设施\]\n/,
    );
    for (const { prefLabel } of builtinTaxonomy.concepts) expect(stdout).toContain(prefLabel);
  });

  it('shows what stands under many concepts below the first of them only', () => {
    // Thirty layers of two concepts, each below both of the layer above: 2³⁰ paths.
    const concepts = Array.from({ length: 60 }, (_, at) => ({
      id: `c${at}`,
      notation: `c${at}`,
      inScheme: 'task',
      prefLabel: `概念${at}`,
      broader: at < 2 ? [] : [`c${at - (at % 2) - 2}`, `c${at - (at % 2) - 1}`],
    }));
    const schemes = [{ id: 'task', prefLabel: '任务', assignable: true }];
    const folder = createFolder({
      'a.json': JSON.stringify({ id: 'a', title: '甲', version: '1', schemes, concepts }),
    });
    const { status, stdout } = runCli(['taxonomy', 'show', join(folder, 'a.json')]);
    expect(status).toBe(0);
    expect(stdout).toContain('(see above)');
    expect(stdout.split('\n').length).toBeLessThan(200);
  });

  it('shows all of one concept', () => {
    const { stdout } = runCli(['taxonomy', 'show', '--concept', 'T1']);
    const concept = builtinTaxonomy.concepts.find(({ id }) => id === 'T1');
    expect(stdout).toContain(concept?.scopeNote);
    for (const { term } of concept?.lexicon ?? []) expect(stdout).toContain(term);
  });

  it('gives JSON of the taxonomy or the concept', () => {
    const whole: unknown = JSON.parse(runCli(['taxonomy', 'show', '--json']).stdout);
    expect(whole).toEqual(JSON.parse(JSON.stringify(builtinTaxonomy)));
    const one: unknown = JSON.parse(
      runCli(['taxonomy', 'show', '--concept', 'A1', '--json']).stdout,
    );
    expect(one).toMatchObject({ notation: 'A1', inScheme: 'action' });
  });

  it('converts from each format into each, and nothing is lost', async () => {
    const folder = createFolder({ 'plan.yaml': taxonomyText });
    const expected = loadTaxonomy(taxonomyText);
    let from = join(folder, 'plan.yaml');
    for (const format of ['ttl', 'json', 'ttl', 'yaml', 'json', 'yaml']) {
      const to = join(folder, `${format}-of-${from.slice(-4)}.${format}`);
      expect(runCli(['taxonomy', 'show', from, '--format', format, '--out', to]).status).toBe(0);
      const text = readFileSync(to, 'utf8');
      expect(format === 'ttl' ? await taxonomyFromSkos(text) : loadTaxonomy(text)).toStrictEqual(
        expected,
      );
      from = to;
    }
  });

  it('writes the built-in plan as YAML of short lines that loads', () => {
    const { stdout } = runCli(['taxonomy', 'show', '--format', 'yaml']);
    expect(loadTaxonomy(stdout)).toStrictEqual(builtinTaxonomy);
    const long = stdout
      .split('\n')
      .filter((line) => line.length > 100 && !line.includes('scopeNote'));
    expect(long).toEqual([]);
    expect(stdout).not.toMatch(/[ \t]\n/);
  });

  it.each([
    [['--format', 'xml']],
    [['--format', 'ttl', '--json']],
    [['--format', 'ttl', '--concept', 'T1']],
    [['--concept', 'T99']],
    [['--out', '']],
  ])('%j is wrong usage', (flags) => {
    expect(runCli(['taxonomy', 'show', ...flags])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('zhengce taxonomy derive', () => {
  it('writes YAML that loads and tags, and says what it left out in both places', () => {
    const folder = createFolder();
    const out = join(folder, 'derived.yaml');
    const { status, stdout, stderr } = runCli([
      'taxonomy',
      'derive',
      plan,
      '--out',
      out,
      '--id',
      'own',
    ]);
    expect([status, stdout]).toEqual([0, '']);
    const yaml = readFileSync(out, 'utf8');
    expect(loadTaxonomy(yaml)).toMatchObject({
      id: 'own',
      title: expect.stringContaining('规划') as string,
    });
    expect(yaml).toMatch(/^# .*left out as a frame chapter/m);
    expect(stderr).toContain('[frame-left-out]');
    const tagged = runCli(['tag', plan, '--taxonomy', out, '--quiet']);
    expect(tagged.status).toBe(0);
    const [record] = parseJsonLines(tagged.stdout) as readonly {
      passages: readonly { tags: readonly unknown[] }[];
    }[];
    expect(record?.passages.filter(({ tags }) => tags.length > 0).length).toBeGreaterThan(5);
  });

  it('gives the same bytes again', () => {
    const once = runCli(['taxonomy', 'derive', plan]).stdout;
    expect(once).toContain('scopeNote: 原文');
    expect(runCli(['taxonomy', 'derive', plan]).stdout).toBe(once);
  });

  it.each([
    [['derive', plan, '--level', 'x'], 2],
    [['derive'], 2],
    [['derive', 'no-such-plan.txt'], 1],
  ])('%j ends with status %i', (args, status) => {
    expect(runCli(['taxonomy', ...args])).toMatchObject({ status, stdout: '' });
  });

  it('fails on a text without headings', () => {
    const folder = createFolder({ 'a.txt': '这里没有标题。\n' });
    const { status, stderr } = runCli(['taxonomy', 'derive', join(folder, 'a.txt')]);
    expect(status).toBe(1);
    expect(stderr).toContain('expected a plan with headings');
  });
});

describe('zhengce tag --taxonomy', () => {
  it('tags alike with a plan in YAML and in Turtle', () => {
    const folder = createFolder({
      'a.yaml': taxonomyText,
      'a.txt': '推动公共数据开放，数据交易进场。',
    });
    const [yaml, ttl] = ['a.yaml', 'a.ttl'].map((name) => join(folder, name));
    runCli(['taxonomy', 'show', yaml!, '--format', 'ttl', '--out', ttl!]);
    const results = [yaml, ttl].map(
      (file) => runCli(['tag', join(folder, 'a.txt'), '--taxonomy', file!]).stdout,
    );
    expect(results[0]).toContain('"code":"N1"');
    expect(results[1]).toBe(results[0]);
  });
});
