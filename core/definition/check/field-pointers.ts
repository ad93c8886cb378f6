type Found = {
  pointers: Set<string>;
  leaves: Set<string>;
  undrawable: { keyword: string; pointer: string }[];
};

const undrawable = new Set([
  'dependentSchemas',
  'dependencies',
  'prefixItems',
  'patternProperties',
  'unevaluatedItems',
]);
const MOST_DEEP = 24;

/** Every field that a schema may have, by pointer (* = each row), conditional ones included; what a form cannot draw. */
export function fieldsOf(schema: unknown): Found {
  const found: Found = { pointers: new Set(), leaves: new Set(), undrawable: [] };
  const root = schema;
  const visit = (given: unknown, pointer: string, at: string, deep: number): void => {
    if (typeof given !== 'object' || given === null || deep > MOST_DEEP) return;
    const node = given as Record<string, unknown>;
    for (const keyword of Object.keys(node))
      if (undrawable.has(keyword)) found.undrawable.push({ keyword, pointer: `${at}/${keyword}` });
    if (typeof node.$ref === 'string' && node.$ref.startsWith('#/')) {
      const target = node.$ref
        .slice(2)
        .split('/')
        .reduce<unknown>((o, step) => (o as Record<string, unknown> | undefined)?.[step], root);
      visit(target, pointer, at, deep + 1);
    }
    for (const [name, inner] of Object.entries((node.properties ?? {}) as Record<string, unknown>)) {
      const here = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      found.pointers.add(here);
      if (isLeaf(inner)) found.leaves.add(here);
      visit(inner, here, `${at}/properties/${name}`, deep + 1);
    }
    if (node.items !== undefined) {
      found.pointers.add(`${pointer}/*`);
      visit(node.items, `${pointer}/*`, `${at}/items`, deep + 1);
    }
    for (const word of ['allOf', 'anyOf', 'oneOf'])
      for (const [n, inner] of ((node[word] ?? []) as unknown[]).entries())
        visit(inner, pointer, `${at}/${word}/${n}`, deep + 1);
    for (const word of ['then', 'else']) visit(node[word], pointer, `${at}/${word}`, deep + 1);
  };
  visit(schema, '', '', 0);
  return found;
}

const isLeaf = (schema: unknown): boolean => {
  const node = (schema ?? {}) as Record<string, unknown>;
  return node.type !== undefined && node.type !== 'object';
};
