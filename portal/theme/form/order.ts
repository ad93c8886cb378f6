import { under } from '#core/form/pointer.ts';

/** The names in the order of `ui:order`; `*` stands for the rest. */
export function ordered(names: readonly string[], order: unknown): string[] {
  if (!Array.isArray(order)) return [...names];
  const rest = names.filter((name) => !order.includes(name));
  const listed = order.flatMap((name) => (name === '*' ? rest : names.includes(name) ? [String(name)] : []));
  return order.includes('*') ? listed : [...listed, ...rest];
}

type Drawn = {
  readonly properties?: { readonly [name: string]: unknown };
  readonly rows?: readonly unknown[];
};

/** Pointers of everything that is drawn, in the order in which it is read. */
function read(drawn: unknown, at = ''): string[] {
  const { properties, rows } = (drawn ?? {}) as Drawn;
  const names = Object.entries(properties ?? {}).flatMap(([name, inner]) => read(inner, under(at, name)));
  return [at, ...names, ...(rows ?? []).flatMap((row, n) => read(row, under(at, n)))];
}

/** Mistakes in the order in which their fields are read; what is not drawn comes last. */
export function asDrawn<T extends { readonly pointer: string }>(problems: readonly T[], drawn: unknown): T[] {
  const places = new Map(read(drawn).map((pointer, n) => [pointer, n]));
  const place = ({ pointer }: T) => places.get(pointer) ?? places.size;
  return [...problems].sort((one, other) => place(one) - place(other));
}
