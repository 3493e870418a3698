/**
 * openCompoundFile: the streams of an OLE compound file ([MS-CFB]), the container of .doc and .wps.
 *
 * @module
 */
import { refuseDamaged } from './read-fault';

/** A compound file. */
export interface CompoundFile {
  /** Names of the streams and folders that stand directly in the file. */
  readonly names: readonly string[];
  /**
   * The bytes of such a stream, or undefined where there is none of that name.
   *
   * @throws ZhengceError `invalid-input` where its sectors lie outside the file or in a circle
   */
  readonly read: (name: string) => Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const HEADER = 512;
const ENTRY = 128;
/** Sector numbers from here on are no sectors. */
const LAST_SECTOR = 0xfffffffa;
const DIFAT_IN_HEADER = 109;

/**
 * The streams of some bytes. Linear in the size of what is read: a chain of sectors is never longer than the file.
 *
 * @throws ZhengceError `invalid-input` for bytes that are no whole compound file
 */
export function openCompoundFile(bytes: Uint8Array, path: string): CompoundFile {
  const fail = (received: string): never => {
    throw refuseDamaged(path, 'doc', received);
  };
  if (bytes.length < HEADER) return fail('one without its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  const miniShift = view.getUint16(32, true);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) return fail('one with a damaged header');
  const sectorSize = 1 << shift;
  const sectorCount = Math.ceil(bytes.length / sectorSize);
  const readSector = (sector: number): Uint8Array => {
    const start = (sector + 1) * sectorSize;
    if (start >= bytes.length) return fail('one that breaks off');
    return bytes.subarray(start, start + sectorSize);
  };
  const fat = readFat();
  const directory = readEntries(readChain(view.getUint32(48, true)));
  const root = directory[0] ?? fail('one without a directory');
  const children = listChildren(directory, root.child);
  const cutoff = view.getUint32(56, true);
  let mini: { readonly stream: Uint8Array; readonly fat: Uint32Array } | undefined;
  return {
    names: children.map(({ name }) => name),
    read: (name) => {
      const entry = children.find((one) => one.isStream && one.name === name);
      if (entry === undefined) return undefined;
      const stream = entry.size < cutoff ? readMini(entry.start) : readChain(entry.start);
      if (stream.length < entry.size) return fail('one that breaks off');
      return stream.subarray(0, entry.size);
    },
  };

  function readFat(): Uint32Array {
    const sectors: number[] = [];
    for (let i = 0; i < DIFAT_IN_HEADER; i += 1) sectors.push(view.getUint32(76 + i * 4, true));
    let next = view.getUint32(68, true);
    for (let count = 0; next < LAST_SECTOR; count += 1) {
      if (count > sectorCount) return fail('one whose sectors lie in a circle');
      const numbers = toNumbers(readSector(next));
      sectors.push(...numbers.subarray(0, -1));
      next = numbers.at(-1) ?? LAST_SECTOR;
    }
    const used = sectors.filter((sector) => sector < LAST_SECTOR);
    if (used.length > sectorCount) return fail('one whose sectors lie in a circle');
    const whole = new Uint32Array((used.length * sectorSize) / 4);
    used.forEach((sector, index) => {
      whole.set(toNumbers(readSector(sector)), (index * sectorSize) / 4);
    });
    return whole;
  }

  function readChain(start: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let sector = start; sector < LAST_SECTOR; sector = fat[sector] ?? LAST_SECTOR) {
      if (parts.length > sectorCount) return fail('one whose sectors lie in a circle');
      parts.push(readSector(sector));
    }
    return Buffer.concat(parts);
  }

  function readMini(start: number): Uint8Array {
    mini ??= {
      stream: readChain(root.start),
      fat: toNumbers(readChain(view.getUint32(60, true))),
    };
    const size = 1 << miniShift;
    const parts: Uint8Array[] = [];
    const most = mini.stream.length / size;
    for (let sector = start; sector < LAST_SECTOR; sector = mini.fat[sector] ?? LAST_SECTOR) {
      if (parts.length > most) return fail('one whose sectors lie in a circle');
      parts.push(mini.stream.subarray(sector * size, (sector + 1) * size));
    }
    return Buffer.concat(parts);
  }
}

function toNumbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Uint32Array(bytes.length >>> 2);
  for (let i = 0; i < numbers.length; i += 1) numbers[i] = view.getUint32(i * 4, true);
  return numbers;
}

function readEntries(stream: Uint8Array): readonly Entry[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY <= stream.length; at += ENTRY) {
    const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    entries.push({
      name: new TextDecoder('utf-16le').decode(stream.subarray(at, at + length)),
      isStream: view.getUint8(at + 66) === 2,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** The entries of one folder: a tree, in which none is visited twice. */
function listChildren(entries: readonly Entry[], first: number): readonly Entry[] {
  const found = new Set<Entry>();
  const open = [first];
  while (open.length > 0) {
    const entry = entries[open.pop() ?? -1];
    if (entry === undefined || found.has(entry)) continue;
    found.add(entry);
    open.push(entry.left, entry.right);
  }
  return [...found];
}
