/** A JSON Schema (draft 2020-12) as plain data. */
export type Shape = { readonly [keyword: string]: unknown };
/** Named schemas; what they refer to is among them, as `#/$defs/<name>`. */
export type Shapes<Name extends string = string> = { readonly $defs: { readonly [name in Name]: Shape } };

/** A copy in which every reference is written anew. */
export function referring(node: unknown, to: (reference: string) => string): unknown {
  if (Array.isArray(node)) return node.map((one) => referring(one, to));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? to(value) : referring(value, to),
    ]),
  );
}

/** The `$defs` of several schemas as one root: names are unique over all of them, so references stay inside. */
export function gathered<Name extends string>(...files: readonly { $defs: object }[]): Shapes<Name> {
  const inside = (reference: string) => reference.replace(/^[^#]*/, '');
  const all = Object.assign({}, ...files.map(({ $defs }) => $defs)) as object;
  return { $defs: referring(all, inside) as Shapes<Name>['$defs'] };
}
