/**
 * freezeDeep: a value that nobody changes.
 *
 * @module
 */

/** The value itself, frozen with all objects and arrays in it. Linear. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freezeDeep);
  return Object.freeze(value);
}
