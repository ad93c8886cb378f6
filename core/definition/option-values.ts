/** The words under which an item of data keeps what is chosen of it, in the order in which they count (docs/format/states.md, "options"). */
export const OPTION_VALUES = ['value', 'id', 'key', 'code'] as const;
