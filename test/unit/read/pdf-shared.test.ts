// National documents as published, against their texts in the collection.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPolicyFile } from '../../../src/read';
import { measureAccuracy } from '../../support/edit-distance';
import { describeWithShared } from '../../support/shared';

describeWithShared('readPolicyFile', (shared) => {
  const folder = join(shared, 'data/pdf');
  it.each(readdirSync(folder))('reads %s as it stands in the collection', async (file) => {
    const id = `pl-${file.slice(1, 4)}`;
    const reference = readFileSync(join(shared, 'data/policies', `${id}.txt`), 'utf8');
    const { text, pageCount, blocks } = await readPolicyFile(join(folder, file), {
      isolate: false,
    });
    expect(measureAccuracy(text, reference)).toBeGreaterThanOrEqual(0.98);
    expect(blocks.at(-1)?.page).toBe(pageCount);
  });
});
