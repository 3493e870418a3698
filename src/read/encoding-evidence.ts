/**
 * Evidence for an encoding: does what the bytes would say read like Chinese?
 *
 * @module
 */

/** Least share of everyday characters among the Han and full-width characters of Chinese. Real policy texts: 0.26 and more. */
const MIN_EVERYDAY_SHARE = 0.12;
/** A text of fewer Han characters (a name, a heading) may lack everyday ones: there the common rows of the code table decide. */
const SHORT_TEXT = 40;
/** Least share of characters from the common rows in a short text. Real policy texts in GB18030: 0.95 and more. */
const MIN_COMMON_SHARE = 0.9;
/** Least share of ordinary units in UTF-16 read in the right byte order. */
const MIN_PLAIN_SHARE = 0.95;

/** Some of the commonest characters of official Chinese, in both scripts. */
const EVERYDAY: ReadonlySet<string> = new Set(
  '的一和在有了是中国为不人以大发会业工年地对上行政成出法民进方务产生能作理部全要动实化建加于公市规推设展制管经保度第十应当新各机高数据信息条（），。、；：的國為業會發務產經據設關與應當機構條規劃個對於時開',
);

/** A double-byte code with its rows of common characters, which come first in both tables. */
type LegacyEncoding = 'gb18030' | 'big5';

/** Share of zero bytes at the places of one parity, whichever has more, among all bytes. */
export function shareOfZeros(bytes: Uint8Array): number {
  const counts: [number, number] = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) counts[index % 2 === 0 ? 0 : 1] += 1;
  });
  const [even, odd] = counts;
  return bytes.length === 0 || Math.min(even, odd) * 10 > Math.max(even, odd)
    ? 0
    : Math.max(even, odd) / bytes.length;
}

/** Whether a reading in one byte order of UTF-16 is the right one. The wrong one gives Hangul, private use and rare Han. */
export function isUtf16Reading(text: string): boolean {
  if (shareOf(text, isPlainUnit) < MIN_PLAIN_SHARE) return false;
  // Pairs of ASCII letters, too, read as Han in UTF-16, but as rare ones.
  return (
    shareOf(text, (unit) => unit < 0x80) > 0.5 || shareOfEveryday(text).share >= MIN_EVERYDAY_SHARE
  );
}

/** Whether a reading of double-byte codes is Chinese. */
export function isChineseReading(
  text: string,
  bytes: Uint8Array,
  encoding: LegacyEncoding,
): boolean {
  const { share, han } = shareOfEveryday(text);
  if (share >= MIN_EVERYDAY_SHARE) return true;
  return han > 0 && han < SHORT_TEXT && shareOfCommonCodes(bytes, encoding) >= MIN_COMMON_SHARE;
}

/** How well a reading fits; higher is better. Only comparable between readings of the same bytes. */
export function rankLegacyReading(
  text: string,
  bytes: Uint8Array,
  encoding: LegacyEncoding,
): number {
  return shareOfEveryday(text).share + shareOfCommonCodes(bytes, encoding);
}

function shareOfEveryday(text: string): { readonly share: number; readonly han: number } {
  let han = 0;
  let everyday = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text.charCodeAt(i) < 0x3000) continue;
    han += 1;
    if (EVERYDAY.has(text.charAt(i))) everyday += 1;
  }
  return { share: han === 0 ? 0 : everyday / han, han };
}

function shareOfCommonCodes(bytes: Uint8Array, encoding: LegacyEncoding): number {
  const isCommon = encoding === 'gb18030' ? isCommonGbCode : isCommonBig5Code;
  let pairs = 0;
  let common = 0;
  for (let i = 0; i + 1 < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    i += 1;
    pairs += 1;
    if (isCommon(lead, bytes[i] ?? 0)) common += 1;
  }
  return pairs === 0 ? 0 : common / pairs;
}

/** Rows 1 to 3 (marks, letters) and 16 to 55 (the 3,755 common characters) of GB 2312. */
function isCommonGbCode(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7));
}

/** Marks and the 5,401 frequently used characters of Big5. */
function isCommonBig5Code(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1);
}

function isPlainUnit(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 || unit === 9 || unit === 10 || unit === 13;
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x2030)
  );
}

function shareOf(text: string, test: (unit: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) if (test(text.charCodeAt(i))) count += 1;
  return text.length === 0 ? 0 : count / text.length;
}
