import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allSchemas } from '#core/definition/index.ts';
import { docsNow } from '../commands/docs.ts';
import { root } from '../folder.ts';
import { main } from '../main.ts';

const text = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the pages that are made', () => {
  it.each(Object.keys(docsNow()))('%s says what the code says', (file) => {
    expect(text(file) === docsNow()[file], `${file} has drifted: npx kladka docs`).toBe(true);
  });

  it('are compared by kladka docs --check', async () => {
    expect(await main(['docs', '--check', '--json'])).toBe(0);
  });
});

/** The properties that the tables of docs/properties.md name, by the heading above each: `Party identify.rnokpp`. */
function described(page: string): Set<string> {
  const found = new Set<string>();
  let heading = '';
  for (const line of page.split('\n')) {
    heading = /^#{2,3} (.+)$/.exec(line)?.[1] ?? heading;
    const [, name, what] = /^\| `([^`]+)`(?: \(needed\))? \| .+ \| (.*) \|$/.exec(line) ?? [];
    if (name === undefined) continue;
    expect(what, `${heading} ${name} says nothing`).not.toBe('');
    found.add(
      `${heading} ${name
        .split(/\.|\[\]/)
        .filter((step) => step !== '' && step !== '*')
        .join('.')}`,
    );
  }
  return found;
}

type Schema = { [keyword: string]: unknown };
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every property that a schema names, however deep it is written out; what stands behind a $ref is of another heading. */
function named(schema: unknown, under: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => named(one, under));
  if (!isSchema(schema)) return [];
  const { properties, ...rest } = schema;
  const own = isSchema(properties) ? Object.entries(properties) : [];
  const inner = own.flatMap(([name, one]) => [
    [under, name].filter(Boolean).join('.'),
    ...named(one, [under, name].filter(Boolean).join('.')),
  ]);
  const below = Object.entries(rest).filter(([keyword]) =>
    /^(items|additionalProperties|anyOf|oneOf)$/.test(keyword),
  );
  return [...inner, ...below.flatMap(([, one]) => named(one, under))];
}

it('docs/properties.md describes every property of the schemas, and none that no schema has', () => {
  const titles: Record<string, string> = { flow: 'Flow and states', common: 'What all of them use' };
  const wanted = Object.entries(allSchemas).flatMap(([file, schema]) => {
    const { $defs, ...own } = schema;
    const title = titles[file] ?? file[0]?.toUpperCase() + file.slice(1);
    return [
      ...named(own, '').map((name) => `${title} ${name}`),
      ...Object.entries($defs as Schema).flatMap(([heading, one]) =>
        named(one, '').map((n) => `${heading} ${n}`),
      ),
    ];
  });
  const found = described(text('docs/properties.md'));
  // what every state has is said once
  const every = [...found].filter((one) => one.startsWith('State ')).map((one) => one.slice('State '.length));
  for (const one of wanted) {
    const [heading = '', name = ''] = one.split(' ');
    if (heading.endsWith('State') && every.includes(name)) found.add(one);
  }
  for (const name of every) found.delete(`State ${name}`);
  expect(every).toContain('title');
  expect([...found].sort()).toEqual([...new Set(wanted)].sort());
});

/** How GitHub names a heading in an address; one that stands again is counted on. */
function anchors(page: string): Set<string> {
  const seen = new Map<string, number>();
  const slugs = [...page.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
  return new Set(slugs);
}

it('every link between the pages leads to a page and a heading that are there', () => {
  const pages = (readdirSync(join(root, 'docs'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file));
  const dead = ['README.md', 'CONTRIBUTING.md', ...pages].flatMap((page) => {
    const written = text(page)
      .replace(/^```[\s\S]*?^```/gm, '')
      .replace(/`[^`\n]*`/g, '``');
    return [...written.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, to = '']) => {
      if (/^(https?|mailto):/.test(to)) return [];
      const [file = '', heading] = to.split('#');
      const there = file === '' ? page : join(dirname(page), file);
      if (!existsSync(join(root, there))) return [`${page}: ${to}`];
      return heading === undefined || anchors(text(there)).has(heading) ? [] : [`${page}: ${to}`];
    });
  });
  expect(dead).toEqual([]);
});
