/** Gold labels from files: JSONL, and review lists that a person has gone through. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readGoldFile } from '../../../src/cli/gold-file';
import { writeReviewFile } from '../../../src/cli/review-file';
import { type ReviewEntry } from '../../../src/cli/review-list';
import { createFolder } from '../../support/run-cli';

const entry: ReviewEntry = {
  id: 'd#p1',
  doc: 'd',
  path: 'in/d.txt',
  start: 5,
  end: 20,
  text: '=推动"数据"共享，\n培育市场。',
  title: '方案',
  headingPath: ['一、数据', '（一）共享'],
  codes: ['T2', 'T10'],
  checked: false,
  confidence: 'low',
  margin: -0.1,
  candidates: [{ code: 'T2', score: 0.4 }],
};

async function read(name: string, content: string | Uint8Array): Promise<unknown> {
  const folder = createFolder({ [name]: content });
  return readGoldFile(join(folder, name), ['T2', 'T10'], 'evaluate');
}

describe('readGoldFile', () => {
  it.each(['review.jsonl', 'review.csv'])('takes the checked entries of %s', async (name) => {
    const path = join(createFolder(), name);
    await writeReviewFile({ path, limit: 9 }, [entry, { ...entry, id: 'd#p2' }]);
    await expect(readGoldFile(path, [], 'evaluate')).rejects.toThrow(
      /received 2 lines that nobody checked/,
    );
    const text = readFileSync(path, 'utf8');
    const ticked = name.endsWith('.csv')
      ? text.replace('\r\n,T2 T10', '\r\nx,T10')
      : text.replace('"checked":false', '"checked":true').replace('["T2","T10"]', '["T10"]');
    writeFileSync(path, ticked);
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const gold = await readGoldFile(path, ['T2', 'T10'], 'evaluate');
    expect(stderr.mock.calls.join('')).toContain('1 line of');
    expect(gold).toEqual([
      expect.objectContaining({
        id: 'd#p1',
        place: { doc: 'd', span: { start: 5, end: 20 } },
        text: entry.text,
        title: '方案',
        headingPath: entry.headingPath,
        codes: ['T10'],
      }),
    ]);
  });

  it('reads a table of a person: any of its columns, codes in their own way, GB18030', async () => {
    const rows = 'id,codes,text\r\n1,T2、T10,推动数据共享\r\n2,,加强领导\r\n,,\r\n';
    expect(await read('gold.csv', rows)).toMatchObject([
      { line: 2, id: '1', codes: ['T2', 'T10'] },
      { line: 3, id: '2', codes: [] },
    ]);
    const legacy = Buffer.from('69642c636f6465732c746578740d0a312c54322cbcd3c7bf0d0a', 'hex');
    expect(await read('legacy.csv', legacy)).toMatchObject([{ id: '1', text: '加强' }]);
  });

  it.each([
    ['x', 1],
    ['是', 1],
    ['TRUE', 1],
    ['1', 1],
    ['no', 0],
    ['否', 0],
    ['0', 0],
  ])('reads %j in the box', async (box, count) => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const gold = await read('g.csv', `checked,id,codes,text\n${box},1,T2,数据\nx,2,T2,数据\n`);
    expect(gold).toHaveLength(count + 1);
  });

  it('lists the rows that are no gold labels by their numbers', async () => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await read('g.csv', 'id,codes,text\n1,T2,数据\n2,T99,数据\n')).toBeUndefined();
    expect(stderr.mock.calls.join('')).toMatch(/g\.csv:3: expected a code of the taxonomy/);
  });

  it.each([
    ['none.csv', 'id,code\n1,T2\n', /first row with the column codes, received id, code/],
    ['empty.jsonl', '', /received an empty file/],
    ['bytes.jsonl', new Uint8Array([0xff, 0xfe, 0xff]), /expected a readable JSONL file in UTF-8/],
  ])('refuses %s', async (name, content, message) => {
    await expect(read(name, content)).rejects.toThrow(message);
  });
});
