/**
 * Where the package's own files are, from its sources and from what is built of them.
 *
 * @module
 */

/** Whether this runs from the TypeScript sources. */
export const IS_SOURCE: boolean = import.meta.url.endsWith('.ts');

/** The address of the package's folder. Built, every chunk stands in `dist/`. */
export const PACKAGE_FOLDER: URL = new URL(IS_SOURCE ? '../../' : '../', import.meta.url);
