import fc from 'fast-check';
import { expect, it } from 'vitest';
import { check } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import { starter } from '#core/definition/starter.ts';
import type { Agency } from '#core/definition/types.ts';
import { importAll, type Source, serviceOf, sourceOf } from './import.ts';
import { NotImported } from './imported.ts';
import type { Verdict } from './report.ts';

const agency = shipped.agencies['kyiv-city'] as Agency;
const roles = { known: Object.keys(agency.roles), role: 'registrar' };

function read(file: string, text: string): Source | undefined {
  try {
    return sourceOf(file, text);
  } catch (error) {
    if (error instanceof NotImported) return undefined;
    throw error;
  }
}

/** Whatever a file holds, it becomes services that the check can read, or is said to be none. */
async function survives(files: readonly [string, string][]): Promise<void> {
  const sources = files.flatMap(([file, text]) => read(file, text) ?? []);
  const { made } = await importAll(sources, { languages: ['uk', 'en'] }, roles);
  for (const one of made) {
    const service = serviceOf(starter('wild', agency, 'registrar', 'Wild'), one);
    expect(
      check({ ...shipped, services: { wild: service } }, { kind: 'service', id: 'wild' }),
    ).toBeInstanceOf(Array);
    // nothing that other objects inherit was written to
    expect(Object.keys(Object.prototype)).toEqual([]);
    for (const { verdict, text } of one.report) {
      expect(['exact', 'approximated', 'left'] satisfies Verdict[]).toContain(verdict);
      expect([text.uk, text.en].every((words) => typeof words === 'string' && words !== '')).toBe(true);
    }
  }
}

const wild = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '',
        'a',
        'b',
        'ja',
        '0',
        '12px',
        '^(',
        '<b>x</b>',
        'show = data.a === "b"',
        'valid = input != 1 ? true : "no"',
        '__proto__',
        'constructor',
      ],
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const key = fc.constantFrom('a', 'b', 'a.b', 'тест', '1', '', 'toString', '__proto__', 'form');
const setting = fc.constantFrom(
  ...[
    'label',
    'title',
    'legend',
    'validate',
    'conditional',
    'customConditional',
    'values',
    'data',
    'dataSrc',
    'multiple',
    'hidden',
    'disabled',
  ],
  ...[
    'description',
    'content',
    'html',
    'defaultValue',
    'prefillKey',
    'fileMaxSize',
    'filePattern',
    'attachmentValues',
    'customLabels',
    'errors',
  ],
);
const types = [
  ...[
    'textfield',
    'textarea',
    'number',
    'currency',
    'checkbox',
    'radio',
    'select',
    'selectboxes',
    'day',
    'datetime',
    'file',
    'email',
    'button',
  ],
  ...[
    'attachment',
    'identity',
    'navAddress',
    'navDatepicker',
    'orgNr',
    'fnrfield',
    'monthPicker',
    'landvelger',
    'content',
    'odd',
  ],
];
const { component } = fc.letrec<{ component: object; whole: object }>((tie) => ({
  component: fc.oneof(
    { maxDepth: 3 },
    fc.constant({ type: 'textfield', key: 'a', label: 'A' }),
    tie('whole'),
  ),
  whole: fc
    .tuple(
      fc.constantFrom(...types, 'panel', 'fieldset', 'container', 'datagrid', 'columns', 'table'),
      key,
      fc.dictionary(setting, wild, { maxKeys: 5 }),
      fc.array(tie('component'), { maxLength: 2, depthIdentifier: 'inside' }),
      fc.record(
        { when: key, eq: wild, show: fc.constantFrom(true, false, 'true', '', null) },
        { requiredKeys: [] },
      ),
    )
    .map(([type, name, settings, components, conditional]) => ({
      conditional,
      ...settings,
      type,
      key: name,
      components,
    })),
}));

it('a form of form.io is read whatever its components say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(component, { minLength: 1, maxLength: 6 }), (components) =>
      survives([['form.json', JSON.stringify({ components })]]),
    ),
    { numRuns: 150 },
  );
});

it('a form of XGov is read whatever its pages say', async () => {
  const path = fc.constantFrom('/a', '/b', '/c', '', '/nowhere');
  const one = fc.record({
    type: fc.constantFrom(
      'TextField',
      'YesNoField',
      'RadiosField',
      'MultiInputField',
      'Html',
      'UkAddressField',
      'Odd',
    ),
    name: key,
    title: wild,
    options: wild,
    schema: wild,
    list: key,
    content: wild,
  });
  const page = fc.record({
    path,
    title: wild,
    components: fc.array(one, { maxLength: 4 }),
    next: fc.array(fc.record({ path, condition: key }, { requiredKeys: ['path'] }), { maxLength: 3 }),
  });
  const condition = fc.record({
    name: key,
    value: fc.oneof(
      wild,
      fc.record({
        conditions: fc.array(
          fc.record(
            {
              field: fc.record({ name: key }),
              operator: fc.constantFrom('is', 'contains', 'odd'),
              value: wild,
              conditionName: key,
            },
            { requiredKeys: [] },
          ),
          { maxLength: 2 },
        ),
      }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        startPage: path,
        pages: fc.array(page, { maxLength: 5 }),
        conditions: fc.array(condition, { maxLength: 4 }),
        lists: wild,
      }),
      (form) => survives([['form.json', JSON.stringify(form)]]),
    ),
    { numRuns: 150 },
  );
});

it('a schema, a process, rules of access, a data model, a dictionary: any text is read or said to be none', async () => {
  const file = fc.constantFrom('x.json', 'x.bpmn', 'x.yml', 'x.xml', 'x.csv');
  const schema = fc.dictionary(
    fc.constantFrom('properties', 'type', 'items', 'if', 'then', '$ref', 'enum', 'required'),
    fc.oneof(wild, fc.dictionary(key, fc.dictionary(setting, wild, { maxKeys: 2 }), { maxKeys: 3 })),
  );
  const text = fc.oneof(
    fc.string({ maxLength: 200 }),
    schema.map((one) => JSON.stringify({ properties: { a: {} }, ...one })),
  );
  await fc.assert(
    fc.asyncProperty(file, text, (name, content) => survives([[name, content]])),
    { numRuns: 150 },
  );
});
