/**
 * The ResponsibleBody model: who answers for what.
 *
 * @module
 */
import type { PassageId, Region } from '../../document';
import type { Span } from '../../text';

/** 牵头, 配合, or 负责 without either. */
export type ResponsibilityRole = 'lead' | 'support' | 'responsible';

/** The level of government that a body belongs to. */
export type BodyLevel = 'country' | 'province' | 'prefecture' | 'county' | 'township';

/** A body that a document makes responsible for something. Frozen; spans point into the document's source. */
export interface ResponsibleBody {
  /** The name in its common form: 省发改委 becomes 省发展改革委. */
  readonly name: string;
  /** The name as it stands there, folded. */
  readonly written: string;
  /** The name alone. */
  readonly span: Span;
  /** `lead` 牵头, `support` 配合, `responsible` for 负责 without either. */
  readonly role: ResponsibilityRole;
  /** Undefined where neither the name nor the document says it, where the name says several (市、县人民政府), and of companies, universities and associations other than national ones. */
  readonly level: BodyLevel | undefined;
  /** The division that the name, or the document for 省, 市 and the like, says. */
  readonly region: Region | undefined;
  /** Whether many are meant and none named: 各市人民政府, 有关部门. */
  readonly collective: boolean;
  /** The passage that names it. */
  readonly passageId: PassageId;
  /** The bracket, line or clause that names it. */
  readonly noteSpan: Span;
  /** What it answers for. */
  readonly taskSpan: Span;
  /** The passages of what it answers for, in reading order. */
  readonly taskPassageIds: readonly PassageId[];
}
