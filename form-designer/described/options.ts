import { type Localised, useLanguage, useLocalised } from '#portal/theme/language.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { FlowPlace } from '../flow/flow-place.ts';
import { stateTitle } from '../flow/titles.ts';
import { everyField } from '../form/fields-of.ts';
import { currentVersion, FormPlace } from '../form/place.ts';
import { titleOf } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { untold } from '../parts/untold.ts';
import type { Source } from './control.ts';

type Options = readonly (readonly [value: string, label: string])[];

/** What a reference may name, with its words. `at`: where the reference stands. */
export function useOptions(from: Source, at: string): Options {
  const { definition } = useDesign();
  const { library } = useLibrary();
  const { language } = useLanguage();
  const read = useLocalised();
  const whole = objectOf(definition);
  const titled = (entries: readonly (readonly [string, unknown])[], word = 'title'): Options =>
    entries.map(([name, one]) => [
      name,
      untold(read(objectOf(objectOf(one as never)[word]) as Localised)) || name,
    ]);
  const own = (part: string, word?: string): Options => titled(Object.entries(objectOf(whole[part])), word);
  const released = (list: object): Options => titled(Object.entries(list));
  const fields = (base: string, pointed: boolean): Options => {
    const form = new FormPlace(definition, base, library.parts);
    return everyField(form.fields)
      .filter(({ pointer }) => !pointer.includes('*'))
      .map((field) => [
        pointed ? field.pointer : `form${field.pointer.replaceAll('/', '.')}`,
        titleOf(form, field, library.parts, language),
      ]);
  };
  switch (from) {
    case 'roles':
      return own('roles');
    case 'parties':
      return own('parties');
    case 'documents':
      return own('documents');
    case 'messages':
      return own('messages', 'subject');
    case 'purposes':
      return titled(Object.entries(objectOf(objectOf(whole.data).purposes)));
    case 'fields':
      return fields('/form', true);
    case 'decided':
      return new FlowPlace(definition)
        .everyState()
        .filter(({ type }) => type === 'task' || type === 'party')
        .map((node) => [`${node.name}.by`, stateTitle(node, language)]);
    case 'agencies':
      return released(library.agencies);
    case 'services':
      return released(library.services);
    case 'registries':
      return released(library.registries);
    case 'connectors':
      return released(library.connectors);
    case 'operations': {
      const state = objectOf(new FlowPlace(definition).value(at.slice(0, at.lastIndexOf('/'))));
      const connector = library.connectors[String(state.connector ?? '')];
      return titled(Object.entries((connector as { operations?: object } | undefined)?.operations ?? {}));
    }
    case 'offices':
      return listOf(whole.offices).map((one) => [
        String(objectOf(one).id ?? ''),
        read(objectOf(objectOf(one).title) as Localised) || String(objectOf(one).id ?? ''),
      ]);
    case 'agencyRoles': {
      const named = objectOf(new FlowPlace(definition).value(at.slice(0, at.lastIndexOf('/')))).agency;
      const agency = library.agencies[String(named ?? whole.agency ?? '')];
      return titled(Object.entries(whole.offices ? objectOf(whole.roles) : (agency?.roles ?? {})));
    }
    case 'recordFields':
      return fields(currentVersion(definition), true);
    case 'recordParts':
      return [['/', language === 'uk' ? 'усе' : 'everything'], ...fields(currentVersion(definition), true)];
  }
}
