/**
 * createDocxFields: which words of a docx are results of fields, and which their code.
 *
 * @module
 */
import { findBaseWords, MAX_FIELD_CODE } from './field-words';

/** The fields that are open at a place of a story. */
export interface DocxFields {
  /** Follows a `fldChar` of a type; what the field that ended shows of its code is returned. */
  change(type: string | undefined): string;
  addCode(text: string): void;
  /** Whether words at this place are text; they are the result of the open fields then. */
  admitWords(): boolean;
}

interface Field {
  code: string;
  isInCode: boolean;
  hasWords: boolean;
}

const MAX_FIELDS = 64;

/** No field open yet. */
export function createDocxFields(): DocxFields {
  const fields: Field[] = [];
  const end = (): string => {
    const field = fields.pop();
    if (field === undefined || field.hasWords || fields.at(-1)?.isInCode === true) return '';
    const base = findBaseWords(field.code);
    return base === undefined ? '' : field.code.slice(base.start, base.end);
  };
  return {
    change: (type) => {
      const field = fields.at(-1);
      if (type === 'end') return end();
      if (type === 'begin' && fields.length < MAX_FIELDS) {
        fields.push({ code: '', isInCode: true, hasWords: false });
      } else if (type === 'separate' && field !== undefined) field.isInCode = false;
      return '';
    },
    addCode: (text) => {
      const field = fields.at(-1);
      if (field?.isInCode === true) field.code = (field.code + text).slice(0, MAX_FIELD_CODE);
    },
    admitWords: () => {
      // Within the code of a field only a nested field has words, and they are no text.
      if (fields.slice(0, -1).some(({ isInCode }) => isInCode)) return false;
      for (const field of fields) field.hasWords = true;
      return true;
    },
  };
}
