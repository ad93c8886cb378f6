import { useEffect, useId, useState } from 'react';
import type { DefinitionDraft } from '#core/api/types.ts';
import { kindOf } from '#core/definition/kind-of.ts';
import { starter } from '#core/definition/starter.ts';
import type { Agency, Kind, Service, Text } from '#core/definition/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import { CommandProblem, Page } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { useLocation } from '#portal/shell/router.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { isObject, type Json } from '../commands/json.ts';
import { useLibrary } from '../library.tsx';
import { Choice, Field, Pick } from '../parts/fields.tsx';
import { copyOf, deciding, isIdentifier } from './beginning.ts';
import { draftBeside } from './beside.ts';
import { blankKinds, blankOf } from './blanks.ts';
import { FilePick, type Making, type Picked } from './file-pick.tsx';
import { ImportReport } from './import-report.tsx';
import { identifier } from './latin.ts';
import { NewAgency } from './new-agency.tsx';
import { newTexts } from './new-texts.ts';

const kindWords = {
  service: 'newService',
  registry: 'newRegistry',
  connector: 'newConnector',
  agency: 'newAgency',
} as const;
type From = 'blank' | 'shipped' | 'file';
const sources = [
  ['blank', 'fromBlank', 'fromBlankHint'],
  ['shipped', 'fromShipped', 'fromShippedHint'],
  ['file', 'fromFile', 'fromFileHint'],
] as const satisfies readonly (readonly [From, string, string])[];
type Mistakes = { title?: 'needTitle'; id?: 'badId' | 'taken'; file?: 'needFile' | 'badFile' };
const lacking = (has: { title: boolean; id: boolean }): Mistakes => ({
  ...(has.title ? {} : { title: 'needTitle' }),
  ...(has.id ? {} : { id: 'badId' }),
});

/** A new definition: from blank, as a copy of one that is there, or from a file. */
export function NewPage() {
  const t = useTexts(newTexts);
  const read = useLocalised();
  const { library, again } = useLibrary();
  const api = useApi();
  const [, go] = useLocation();
  const asked = new URLSearchParams(location.search).get('from') ?? '';
  const [from, setFrom] = useState<From>(asked ? 'shipped' : 'blank');
  const [source, setSource] = useState(asked || (Object.keys(library.services)[0] ?? ''));
  const [file, setFile] = useState<Picked>();
  const [typed, setTitle] = useState<string>();
  const [id, setId] = useState<string>();
  const [agency, setAgency] = useState(library.mine[0] ?? '');
  const [role, setRole] = useState<string>();
  const [kind, setKind] = useState<Kind>('service');
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const known = library.agencies[agency];
  const roles = deciding(known ?? { roles: {} });
  const picked = from === 'file' ? file : undefined;
  const saved = savedIn(picked);
  const { made: forms, registries } = useMaking(picked, known);
  const [chosen, setChosen] = useState(0);
  const imported = forms[chosen] ?? forms[0];
  const blank = from === 'blank' ? kind : undefined;
  const isAgency = blank === 'agency';
  /** A service is begun for them, or around the form of a file. */
  const isBegun = blank === 'service' || imported !== undefined;
  const say = (mistake: keyof typeof newTexts.uk | undefined) => mistake && t(mistake);
  // a form brings its name along, until another is typed
  const title = typed ?? (imported ? read(imported.title) : '');
  const given = id ?? (saved && title === '' ? String(saved.id ?? '') : identifier(title));

  async function made(): Promise<{ kind: Kind; definition: Json } | undefined> {
    if (known && isBegun) {
      const begun = starter(given, known, role ?? roles[0] ?? '', title);
      const named =
        typed === undefined && imported?.title ? { title: wanted(begun.title, imported.title) } : {};
      const definition: Service = { ...begun, ...imported?.parts, ...named };
      return { kind: 'service', definition: definition as unknown as Json };
    }
    if (known && (blank === 'registry' || blank === 'connector'))
      return { kind: blank, definition: blankOf(blank, given, known, title, '') };
    if (saved) return { kind: kindOf(saved) ?? 'service', definition: copyOf(saved, given, title, agency) };
    const answer = await api.get<DefinitionDraft>(`/definitions/service/${source}/draft`);
    if (answer.ok && isObject(answer.data.definition))
      return { kind: 'service', definition: copyOf(answer.data.definition, given, title, agency) };
    if (!answer.ok) setProblem(answer.problem);
    return undefined;
  }

  async function create(): Promise<void> {
    if (isAgency) return;
    const wrong = lacking({ title: title.trim() !== '' || saved !== undefined, id: isIdentifier(given) });
    if (from === 'file' && !file) wrong.file = 'needFile';
    setMistakes(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    const making = await made();
    if (making) {
      const answer = await api.put(`/definitions/${making.kind}/${given}/draft`, {
        body: making.definition,
        ifMatch: '"0"',
      });
      if (answer.ok) {
        await draftBeside(api, library, agency, imported, registries);
        again();
        return go(`/${making.kind}/${given}`);
      }
      if (answer.problem.status === 412) setMistakes({ id: 'taken' });
      else setProblem(answer.problem);
    }
    setBusy(false);
  }

  return (
    <Page title={t('newTitle')}>
      <CommandProblem problem={problem} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Sources from={from} choose={setFrom} />
        {from === 'shipped' ? (
          <Pick
            label={t('which')}
            value={source}
            onChange={setSource}
            options={Object.entries(library.services).map(([name, one]) => [name, read(one.title) || name])}
          />
        ) : null}
        {from === 'file' ? (
          <FilePick
            mistake={say(mistakes.file)}
            onRead={(value) => {
              setMistakes(value ? {} : { file: 'badFile' });
              setFile(value);
            }}
          />
        ) : null}
        {forms.length > 1 ? (
          <Pick
            label={t('whichForm')}
            value={String(chosen)}
            onChange={(value) => setChosen(Number(value))}
            options={forms.map((one, n) => [String(n), `${read(one.title)} (${one.files.join(', ')})`])}
          />
        ) : null}
        {imported ? <ImportReport imported={imported} registries={registries} /> : null}
        {from === 'blank' ? <Kinds kind={kind} choose={setKind} /> : null}
        <Field label={t('titleField')} value={title} onChange={setTitle} mistake={say(mistakes.title)} />
        <Field
          label={t('idField')}
          hint={t('idHint')}
          value={given}
          onChange={setId}
          mistake={say(mistakes.id)}
        />
        <Pick
          label={t(isAgency ? 'agencyLike' : 'agencyField')}
          value={agency}
          onChange={setAgency}
          options={library.mine.map((one) => [one, read(library.agencies[one]?.title) || one])}
        />
        {isBegun ? (
          <Pick
            label={t('roleField')}
            value={role ?? roles[0] ?? ''}
            onChange={setRole}
            options={roles.map((name) => [name, read(known?.roles[name]?.title) || name])}
          />
        ) : null}
        {isAgency ? (
          <NewAgency id={given} title={title} like={known} />
        ) : (
          <div className="k-actions">
            <Button type="submit" busy={busy}>
              {t('create')}
            </Button>
          </div>
        )}
      </form>
    </Page>
  );
}

/** What one begins with. */
function Sources({ from, choose }: { from: From; choose: (from: From) => void }) {
  const t = useTexts(newTexts);
  const group = useId();
  return (
    <fieldset className="k-field">
      <legend className="k-legend">{t('from')}</legend>
      {sources.map(([one, label, hint]) => (
        <Choice
          key={one}
          group={group}
          label={t(label)}
          hint={t(hint)}
          checked={from === one}
          onChange={() => choose(one)}
        />
      ))}
    </fieldset>
  );
}

/** What is to be made; of an agency it is said who makes it. */
function Kinds({ kind, choose }: { kind: Kind; choose: (kind: Kind) => void }) {
  const t = useTexts(newTexts);
  const all: readonly Kind[] = [...blankKinds, 'agency'];
  return (
    <Pick
      label={t('kindField')}
      value={kind}
      onChange={(next) => choose(next as Kind)}
      options={all.map((one) => [one, t(kindWords[one])])}
    />
  );
}

/** The definition that a file is, where it is one. */
const savedIn = (picked: Picked | undefined) =>
  picked && 'definition' in picked ? picked.definition : undefined;

/** A text in the languages of another. */
const wanted = (like: Text, text: Text): Text =>
  Object.fromEntries(Object.entries(like).map(([language, own]) => [language, text[language] ?? own]));

const NOTHING: Making = { made: [], registries: [] };

/** What the files picked become in the languages of the agency, with its roles. */
function useMaking(file: Picked | undefined, agency: Agency | undefined): Making {
  const [making, setMaking] = useState(NOTHING);
  useEffect(() => {
    let current = true;
    setMaking(NOTHING);
    if (agency && file && 'importing' in file)
      void file.importing(agency).then((made) => {
        if (current) setMaking(made);
      });
    return () => {
      current = false;
    };
  }, [file, agency]);
  return making;
}
