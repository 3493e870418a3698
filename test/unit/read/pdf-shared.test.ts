// National documents as published, against their texts in the collection.
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { readPolicyFile } from '../../../src/read';
import { measureAccuracy } from '../../support/edit-distance';
import { listSharedPdf, readReference } from '../../support/format-fidelity';
import { describeWithShared } from '../../support/shared';

describeWithShared('readPolicyFile', (shared) => {
  const { files, floor } = listSharedPdf(shared);
  const cases = files.map((pair) => [basename(pair.path), pair] as const);
  it.each(cases)('reads %s as it stands in the collection', async (_file, pair) => {
    const { text, pageCount, blocks } = await readPolicyFile(pair.path, { isolate: false });
    expect(measureAccuracy(text, readReference(pair))).toBeGreaterThanOrEqual(floor);
    expect(blocks.at(-1)?.page).toBe(pageCount);
  });
});
