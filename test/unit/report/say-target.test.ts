/** How targets are worded in the report. */
import { describe, expect, it } from 'vitest';
import type { TargetRecord } from '../../../src/report/alignment-record';
import { sayTarget } from '../../../src/report/html/say-target';

const ROW: TargetRecord = {
  passageId: 'd#p1',
  start: 0,
  end: 20,
  text: '信息产业收入规模（万亿元）     17.1    26.2',
  indicator: '信息产业收入规模',
  kind: 'level',
  comparator: 'equal',
  value: 26_200_000_000_000,
  unit: '元',
  perYear: false,
  deadline: '2020',
};

describe('sayTarget', () => {
  it('gives the words as they stand', () => {
    const target = { ...ROW, text: '信息产业收入规模达到26.2万亿元' };
    expect(sayTarget(target).markup).toBe('信息产业收入规模达到26.2万亿元');
  });

  it('gives name and value of a row of a table, without the value to begin with', () => {
    expect(sayTarget(ROW).markup).toBe('信息产业收入规模 26.2万亿元');
    expect(sayTarget({ ...ROW, value: 15, unit: '%', comparator: 'above' }).markup).toBe(
      '信息产业收入规模 &gt;15%',
    );
  });

  it('says of growth that it is growth', () => {
    const growth = { ...ROW, kind: 'growth', value: 8.9, unit: '%', perYear: true };
    expect(sayTarget(growth).markup).toContain('年均增长');
    expect(sayTarget(growth).markup).toContain('8.9%');
  });

  it('puts a name in front that the words give in parts', () => {
    const target = { ...ROW, indicator: '市县级网上可办率', text: '市、县级不低于70%' };
    expect(sayTarget(target).markup).toBe('<strong>市县级网上可办率</strong> · 市、县级不低于70%');
  });
});
