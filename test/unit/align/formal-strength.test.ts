/** Formal strength: cells of the table, and what has none. */
import { describe, expect, it } from 'vitest';
import { type DocumentForm, findFormalStrength } from '../../../src/align';
import type { Region } from '../../../src/document';

const COUNTRY: Region = { code: '100000', name: '全国', level: 'country' };
const PROVINCE: Region = { code: '370000', name: '山东省', level: 'province' };
const CITY: Region = { code: '370100', name: '山东省济南市', level: 'prefecture' };

const CASES: readonly (readonly [DocumentForm, number | undefined, string | undefined])[] = [
  [{ issuer: ['全国人民代表大会常务委员会'], genre: '法', region: COUNTRY }, 1, 'congress'],
  [{ issuer: ['国务院'], genre: '条例', region: COUNTRY }, 0.8, 'centre'],
  [{ issuer: ['中共中央', '国务院'], genre: '意见', region: COUNTRY }, 0.6, 'centre'],
  [{ issuer: ['工业和信息化部'], genre: '通知', region: COUNTRY }, 0.2, 'ministry'],
  [{ issuer: ['财政部', '国务院'], genre: '通知', region: COUNTRY }, 0.4, 'centre'],
  [{ issuer: ['山东省人民政府'], genre: '规划', region: PROVINCE }, 0.4, 'province'],
  [{ issuer: ['济南市人民政府'], genre: '通知', region: CITY }, 0.15, 'prefecture'],
  [{ issuer: [], genre: '工作报告', region: PROVINCE }, 0.1, 'province'],
  [{ issuer: ['山东省人民政府'], genre: undefined, region: PROVINCE }, undefined, 'province'],
  [{ issuer: [], genre: '通知', region: undefined }, undefined, undefined],
];

describe('findFormalStrength', () => {
  it.each(CASES)('%j', (form, value, issuerRank) => {
    expect(findFormalStrength(form)).toMatchObject({ value, issuerRank });
  });
});
