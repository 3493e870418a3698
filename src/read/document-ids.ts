/**
 * Document ids: from relative paths, unique within a list.
 *
 * @module
 */

/**
 * The files with the ids of their documents: the relative path without its extension. Where that is taken, the path with its
 * extension; where that is taken too, with `~2`, `~3` … behind it. The same list gives the same ids.
 *
 * @example
 * assignDocumentIds([{ path: 'in/a.txt', relative: 'a.txt' }, { path: 'in/a.md', relative: 'a.md' }]).map(({ id }) => id) // => ['a', 'a.md']
 */
export function assignDocumentIds(
  files: readonly { readonly path: string; readonly relative: string }[],
): readonly { readonly path: string; readonly id: string }[] {
  const taken = new Set<string>();
  // The next number to try: without it, n files of one name would take n² steps.
  const next = new Map<string, number>();
  return files.map(({ path, relative }) => {
    const stem = dropExtension(relative);
    let id = taken.has(stem) ? relative : stem;
    for (let number = next.get(relative) ?? 2; taken.has(id); number += 1) {
      id = `${relative}~${String(number)}`;
      next.set(relative, number + 1);
    }
    taken.add(id);
    return { path, id };
  });
}

function dropExtension(relative: string): string {
  const dot = relative.lastIndexOf('.');
  const name = relative.lastIndexOf('/') + 1;
  // A name that begins with its only dot has no extension.
  return dot > name ? relative.slice(0, dot) : relative;
}
