/** The names in the order of `ui:order`; `*` stands for the rest. */
export function ordered(names: readonly string[], order: unknown): string[] {
  if (!Array.isArray(order)) return [...names];
  const rest = names.filter((name) => !order.includes(name));
  const listed = order.flatMap((name) => (name === '*' ? rest : names.includes(name) ? [String(name)] : []));
  return order.includes('*') ? listed : [...listed, ...rest];
}
