// A CSV parser by RFC 4180, character by character: the oracle of the CSV writer.

/** The rows of a CSV text without byte order mark. Throws where a quote stands in the wrong place, or a row does not end in CR LF. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const [cell, next] = text[at] === '"' ? readQuoted(text, at + 1) : readPlain(text, at);
      row.push(cell);
      at = next + 1;
      if (text[next] !== ',') break;
    }
    if (text.slice(at - 1, at + 1) !== '\r\n') throw new Error(`no line end at ${at - 1}`);
    at += 1;
    rows.push(row);
  }
  return rows;
}

type CellAndEnd = readonly [cell: string, end: number];

function readPlain(text: string, start: number): CellAndEnd {
  let end = start;
  while (end < text.length && !',\r\n'.includes(text.charAt(end))) {
    if (text[end] === '"') throw new Error(`a quote inside a plain cell at ${end}`);
    end += 1;
  }
  return [text.slice(start, end), end];
}

function readQuoted(text: string, start: number): CellAndEnd {
  let cell = '';
  for (let at = start; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text.charAt(at);
    else if (text[at + 1] !== '"') return [cell, at + 1];
    else {
      cell += '"';
      at += 1;
    }
  }
  throw new Error(`a quoted cell without end from ${start}`);
}
