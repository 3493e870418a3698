/**
 * Writes corpus/divisions/divisions.json, the administrative divisions of China by their codes of GB/T 2260, from the list that
 * @vant/area-data keeps. Run after an update of that package: `npx tsx scripts/build-divisions.ts`.
 */
import { writeFileSync } from 'node:fs';
import { areaList } from '@vant/area-data';

/** Names of groupings that the list has and that are no divisions: 省直辖县, 城区 of a whole. */
const NO_DIVISION =
  /直辖|^(?:县|市辖区|城区|郊区|矿区|新界|九龙|香港岛|澳门半岛|离岛)$|经济技术开发区|高新|保税|管理区|开发区|园区/;

function listNames(list: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(list)
    .filter(([, name]) => !NO_DIVISION.test(name))
    .map(([code, name]) => `${code}${name}`);
}

const divisions = {
  source: '@vant/area-data 2.1.0 (MIT)',
  provinces: listNames(areaList.province_list).join(' '),
  prefectures: listNames(areaList.city_list)
    .filter((entry) => !/^(?:11|12|31|50|71|81|82)/.test(entry))
    .join(' '),
  counties: listNames(areaList.county_list)
    .filter((entry) => !/^(?:71|81|82)/.test(entry))
    .join(' '),
};
writeFileSync(
  new URL('../corpus/divisions/divisions.json', import.meta.url),
  `${JSON.stringify(divisions, undefined, 2)}\n`,
);
