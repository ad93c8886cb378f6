/**
 * The functions of FEEL that a definition may call. Left out: those that read the clock (today, now: they are names, given),
 * and those of ranges and of contexts, which no definition needs yet.
 */
export const builtins: ReadonlySet<string> = new Set([
  ...['string', 'number', 'date', 'time', 'date and time', 'duration', 'years and months duration'],
  ...['day of week', 'day of year', 'month of year', 'week of year', 'not'],
  ...['substring', 'string length', 'upper case', 'lower case', 'substring before', 'substring after'],
  ...['contains', 'starts with', 'ends with', 'matches', 'replace', 'split', 'string join'],
  ...['list contains', 'count', 'min', 'max', 'sum', 'mean', 'median', 'mode', 'all', 'any', 'product'],
  ...['sublist', 'append', 'concatenate', 'insert before', 'remove', 'reverse', 'index of', 'union'],
  ...['distinct values', 'flatten', 'sort', 'decimal', 'floor', 'ceiling', 'abs', 'modulo', 'even', 'odd'],
  ...['round up', 'round down', 'round half up', 'round half down', 'get value'],
]);

/** Functions of ours beside those of FEEL. */
export const ours: ReadonlySet<string> = new Set(['total', 'money']);

/** Functions that take a pattern, and which argument it is. */
export const patterned: ReadonlyMap<string, number> = new Map([
  ['matches', 1],
  ['replace', 1],
  ['split', 1],
]);

/** A pattern is safe if no repeated group holds a repetition or a choice, and nothing refers back. */
export const isSafePattern = (pattern: string): boolean =>
  pattern.length <= 200 &&
  !/\\[1-9k]/.test(pattern) &&
  !/\([^()]*[*+{|][^()]*\)[*+{]|\)\)[*+{]/.test(pattern);
