// Needs nodejieba, which is compiled at install: where it cannot be loaded, these tests skip and say so.
import { describe, expect, it, vi } from 'vitest';
import { ZhengceError } from '../../../src/errors';
import { createJiebaSegmenter, type Segmenter } from '../../../src/segment';
import { nodejiebaSegmenter } from '../../../src/segment/nodejieba';

function loadReason(): string | undefined {
  try {
    nodejiebaSegmenter();
    return undefined;
  } catch (error) {
    return error instanceof ZhengceError ? error.message : String(error);
  }
}

const reason = loadReason();
const terms = ['泛在智联', '一网通办', '东数西算', '5G网络', '“互联网+”', '大数据'];

function cut(segmenter: Segmenter, text: string): string {
  return segmenter
    .segment(text)
    .map((token) => token.text)
    .join('/');
}

describe.skipIf(reason !== undefined)(
  `nodejiebaSegmenter${reason === undefined ? '' : ` (skipped: ${reason})`}`,
  () => {
    const sentences: readonly string[] = [
      '建设泛在智联的基础设施',
      '推进一网通办，实施东数西算工程',
      '部署5g网络，推进“互联网+”行动',
      '扩大开放，加强网络安全保障',
      '到2025年，行政村通达率达到80以上',
      '利用IPv6和AI芯片',
      '完善大数据平台',
      '数据\ud800要素\0和😀𠮷野',
    ];

    it.each(sentences)('cuts like the default segmenter: %j', (sentence) => {
      const other = cut(createJiebaSegmenter({ terms }), sentence);
      expect(cut(nodejiebaSegmenter({ terms }), sentence)).toBe(other);
    });

    it('differs where a digit meets a letter or a sign', () => {
      expect(cut(createJiebaSegmenter(), '5G达到80%')).toBe('5G/达到/80%');
      expect(cut(nodejiebaSegmenter(), '5G达到80%')).toBe('5/G/达到/80/%');
    });

    it('does not carry the terms of one segmenter into another', () => {
      const before = cut(nodejiebaSegmenter(), '推进一网通办');
      expect(cut(nodejiebaSegmenter({ terms }), '推进一网通办')).toBe('推进/一网通办');
      expect(cut(nodejiebaSegmenter(), '推进一网通办')).toBe(before);
    });

    it('adds the words inside words for search', () => {
      const words = nodejiebaSegmenter({ terms })
        .segmentForSearch('5G网络')
        .map(({ text }) => text);
      expect(words).toEqual(['5G', '5G网络', '网络']);
    });

    it('names itself and the installed version', () => {
      const { name, version } = nodejiebaSegmenter();
      expect(name).toBe('nodejieba');
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    });
  },
);

describe('nodejiebaSegmenter without nodejieba', () => {
  it('says what is missing', async () => {
    vi.resetModules();
    vi.doMock('node:module', () => ({
      createRequire: () => () => {
        throw new Error('Cannot find module');
      },
    }));
    const entry = await import('../../../src/segment/nodejieba');
    vi.doUnmock('node:module');
    expect(() => entry.nodejiebaSegmenter()).toThrow(
      expect.objectContaining({
        code: 'missing-dependency',
        message: expect.stringContaining('nodejieba') as unknown,
      }),
    );
  });
});
