import type { Kind } from '#core/definition/types.ts';
import { steps, under } from '#core/form/pointer.ts';
import type { Json } from '../commands/json.ts';
import type { Place } from '../design.tsx';
import { everyField } from '../form/fields-of.ts';
import type { FormPlace } from '../form/place.ts';

/** The tabs of agencies, registries and connectors that edit more than the first of them does; a test holds them to their sheets. */
const tabsOfKinds: { readonly [kind in Exclude<Kind, 'service'>]: { readonly [property: string]: string } } =
  {
    agency: {
      ...{ offices: 'offices', fallback: 'offices', roles: 'offices', publishedBy: 'offices' },
      ...{ calendar: 'calendar', closures: 'calendar', regimes: 'calendar' },
    },
    registry: { versions: 'shapes', writtenBy: 'access', readers: 'access', public: 'access' },
    connector: {
      ...{
        input: 'exchange',
        output: 'exchange',
        request: 'exchange',
        result: 'exchange',
        failed: 'exchange',
      },
      ...{ operations: 'exchange', texts: 'exchange', standIn: 'standin' },
    },
  };

/** Where in the editor a pointer of the definition is drawn. `form` is that of the service. */
export function placeOf(pointer: string, form: FormPlace | undefined, kind: Kind = 'service'): Place {
  const [first = '', second = ''] = steps(pointer);
  if (kind !== 'service') {
    if (first === '' || first === '$schema' || first === 'format' || first === 'id')
      return { tab: 'json', chosen: pointer };
    const drawn = kind === 'registry' && /^\/versions\/\d+\/(schema|texts|ui)/.test(pointer);
    return {
      tab: drawn ? 'record' : (tabsOfKinds[kind][first] ?? kind),
      chosen: drawn ? undefined : pointer,
    };
  }
  if (first === 'form' && form)
    return { tab: 'form', chosen: fieldBehind(pointer.slice('/form'.length), form) };
  if (first === 'flow')
    return { tab: 'flow', chosen: second === 'states' ? stateBehind(pointer) : undefined };
  if (['parties', 'roles', 'grounds', 'parameters', 'data'].includes(first))
    return { tab: 'people', chosen: pointer };
  if (['documents', 'messages'].includes(first)) return { tab: 'papers', chosen: pointer };
  if (
    [
      'title',
      'summary',
      'startedBy',
      'channels',
      'deliver',
      'decideWithin',
      'retention',
      'legalBasis',
      'needs',
    ].includes(first)
  )
    return { tab: 'about', chosen: pointer };
  if (first === 'migrate') return { tab: 'publish', chosen: pointer };
  return { tab: 'json', chosen: pointer };
}

/** The field that a pointer into the form speaks of: by its schema, its texts, its ui, a map by pointer. */
function fieldBehind(pointer: string, form: FormPlace): string | undefined {
  const [part = '', name = '', ...rest] = steps(pointer);
  const all = everyField(form.fields);
  if (part === 'schema') {
    const at = pointer.slice('/schema'.length);
    const found = all
      .filter((field) => !field.foreign && (at === field.at || at.startsWith(`${field.at}/`)))
      .sort((a, b) => b.at.length - a.at.length)[0];
    return found?.pointer;
  }
  if (part === 'pages')
    return rest[0] === 'fields' ? String(form.pages[Number(name)]?.fields[Number(rest[1])] ?? '') : undefined;
  if (part === 'files')
    return String((form.value(`/files/${name}`) as { at?: Json } | undefined)?.at ?? '') || undefined;
  if (part === 'rules')
    return String((form.value(`/rules/${name}`) as { at?: Json } | undefined)?.at ?? '') || undefined;
  if (part === 'ui') {
    const data = [name, ...rest].map((step) => (step === 'items' ? '*' : step)).reduce<string>(under, '');
    return all.find((field) => data.startsWith(field.pointer))?.pointer;
  }
  return name.startsWith('/') ? name : undefined;
}

/** The state that a pointer lies in, the innermost: of branches and of each item too. */
function stateBehind(pointer: string): string | undefined {
  const found = /^(.*\/states\/[^/]+)/.exec(pointer);
  return found?.[1];
}
