import { describe, expect, it } from 'vitest';
import { findRegion } from '../../../src/document/region';

describe('findRegion', () => {
  it.each([
    [['国务院'], '全国', 'country'],
    [['工业和信息化部', '上海市科学技术委员会'], '全国', 'country'],
    [['交通运输部办公厅'], '全国', 'country'],
    [['山东省人民政府办公厅'], '山东省', 'province'],
    [['国家税务总局宁波市税务局'], '浙江省宁波市', 'prefecture'],
    [['中国人民银行福建省分行'], '福建省', 'province'],
    [['财政部广西监管局'], '广西壮族自治区', 'province'],
    [['海关总署'], '全国', 'country'],
    [['内蒙古自治区人民政府'], '内蒙古自治区', 'province'],
    [['杭州市人民政府'], '浙江省杭州市', 'prefecture'],
    [['黔东南州人民政府'], '贵州省黔东南苗族侗族自治州', 'prefecture'],
    [['上海市杨浦区人民政府'], '上海市杨浦区', 'county'],
    [['浙江省杭州市余杭区发展和改革局'], '浙江省杭州市余杭区', 'county'],
  ])('finds the region of %j', (issuers, name, level) => {
    expect(findRegion(issuers, undefined, undefined)).toMatchObject({ name, level });
  });

  it.each([
    ['2026年云南省政府工作报告', undefined, '云南省'],
    ['关于印发《上海市数据条例》的通知', undefined, '上海市'],
    ['数字山东建设方案', '鲁政办字〔2024〕3号', '山东省'],
    ['数据规划', '沪府办发〔2024〕3号', '上海市'],
    ['数据规划', undefined, undefined],
    ['数据规划', '国发〔2024〕3号', undefined],
    ['云澜市数据规划', undefined, undefined],
  ])('reads the title %s and the number %s', (title, number, name) => {
    expect(findRegion([], title, number)?.name).toBe(name);
  });

  it('does not take a party department of a province for a national one', () => {
    expect(findRegion(['省委宣传部'], undefined, undefined)).toBeUndefined();
  });

  it.each(['水利部门', '教育部门', '市财政部门'])('does not take %s for a ministry', (name) => {
    expect(findRegion([name], undefined, undefined)).toBeUndefined();
  });

  it('says nothing where the name of a county is not unique', () => {
    expect(findRegion(['鼓楼区人民政府'], undefined, undefined)).toBeUndefined();
  });
});
