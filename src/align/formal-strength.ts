/**
 * Formal strength 力度: how binding a document is by who issued it and in which genre.
 *
 * @module
 */
import table from '../../corpus/alignment/formal-strength.json';
import type { Genre, PolicyDocument } from '../document';

/** The rows of the table. */
export type IssuerRank = 'congress' | 'centre' | 'ministry' | 'province' | 'prefecture' | 'county';

/** The columns of the table. */
export type GenreRank = 'law' | 'regulation' | 'rule' | 'programme' | 'notice' | 'information';

/** A cell of the table, with its row and column. */
export interface FormalStrength {
  /** In [0, 1]; undefined where the issuer or the genre is unknown. */
  readonly value: number | undefined;
  /** The row, of several issuers the highest; undefined where neither the issuer nor the region tells it. */
  readonly issuerRank: IssuerRank | undefined;
  /** The column; undefined where the genre is unknown or stands in none. */
  readonly genreRank: GenreRank | undefined;
}

/** What {@link findFormalStrength} looks at. */
export type DocumentForm = Pick<PolicyDocument, 'issuer' | 'genre' | 'region'>;

const GENRE_RANKS = Object.keys(table.genres) as readonly GenreRank[];
const ISSUER_RANKS = Object.keys(table.issuers) as readonly IssuerRank[];

/**
 * The formal strength of a document, by the table `corpus/alignment/formal-strength.json` (its sources are named there). Of several issuers the highest counts. Constant time.
 *
 * @example
 * findFormalStrength({ issuer: ['国务院'], genre: '意见', region: undefined }).value // => 0.6
 */
export function findFormalStrength(form: DocumentForm): FormalStrength {
  const issuerRank = rankIssuers(form);
  const genreRank = rankGenre(form.genre);
  const isKnown = issuerRank !== undefined && genreRank !== undefined;
  return {
    value: isKnown ? table.issuers[issuerRank][genreRank] : undefined,
    issuerRank,
    genreRank,
  };
}

function rankGenre(genre: Genre | undefined): GenreRank | undefined {
  if (genre === undefined) return undefined;
  return GENRE_RANKS.find((rank) => table.genres[rank].some((name) => name === genre));
}

function rankIssuers({ issuer, region }: DocumentForm): IssuerRank | undefined {
  const ranks = issuer.map((name) => rankIssuer(name, region?.level));
  if (ranks.length === 0) ranks.push(rankLevel(region?.level));
  return ISSUER_RANKS.find((rank) => ranks.includes(rank));
}

type Level = NonNullable<PolicyDocument['region']>['level'];

function rankIssuer(name: string, level: Level | undefined): IssuerRank | undefined {
  if (name.startsWith('全国人民代表大会')) return 'congress';
  if (/^(?:国务院(?:办公厅)?$|中共中央|中央|中华人民共和国国务院)/.test(name)) return 'centre';
  return rankLevel(level);
}

function rankLevel(level: Level | undefined): IssuerRank | undefined {
  return level === 'country' ? 'ministry' : level;
}
