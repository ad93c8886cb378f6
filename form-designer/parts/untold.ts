/** A text as a name in a list: expressions in it, which say nothing before there is a case, are an ellipsis. */
export const untold = (text: string): string => text.replaceAll(/\{\{[^}]*\}\}/g, '…');
