import { expect, it } from 'vitest';
import { readLabels, readReserved, readWeakPassages } from '../../../../scripts/training-data';
import { describeWithShared } from '../../../support/shared';

describeWithShared('the training data', (shared) => {
  const reserved = readReserved(shared);

  it('has no label of a reserved document', () => {
    const labels = readLabels(shared, ['dev', 'train', 'own']);
    expect(reserved.size).toBeGreaterThan(50);
    expect(labels.length).toBeGreaterThan(4000);
    expect(labels.filter(({ doc }) => reserved.has(doc))).toEqual([]);
  });

  it('has no weak label of a reserved document', () => {
    const weak = readWeakPassages(shared);
    expect(weak.length).toBeGreaterThan(1000);
    expect(weak.filter(({ documentId }) => reserved.has(documentId))).toEqual([]);
  });
});
