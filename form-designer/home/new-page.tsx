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
import { designerTexts } from '../texts.ts';
import { copyOf, deciding, isIdentifier } from './beginning.ts';
import { draftBeside } from './beside.ts';
import { type BlankKind, blankKinds, blankOf } from './blanks.ts';
import { FilePick, type Making, type Picked } from './file-pick.tsx';
import { ImportReport } from './import-report.tsx';
import { identifier } from './latin.ts';

const kindWords = { service: 'newService', registry: 'newRegistry', connector: 'newConnector' } as const;
type From = 'blank' | 'shipped' | 'file';
type Mistakes = { title?: string; id?: string; file?: string };

/** A new definition: from blank, as a copy of one that is there, or from a file. */
export function NewPage() {
  const t = useTexts(designerTexts);
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
  const [kind, setKind] = useState<BlankKind>('service');
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const group = useId();
  const known = library.agencies[agency];
  const roles = known ? deciding(known) : [];
  const saved = from === 'file' && file && 'definition' in file ? file.definition : undefined;
  const { made: forms, registries } = useMaking(from === 'file' ? file : undefined, known);
  const [chosen, setChosen] = useState(0);
  const imported = forms[chosen] ?? forms[0];
  // a form brings its name along, until another is typed
  const title = typed ?? (imported ? read(imported.title) : '');
  const given = id ?? (saved && title === '' ? String(saved.id ?? '') : identifier(title));

  async function made(): Promise<{ kind: Kind; definition: Json } | undefined> {
    if (from === 'blank' && kind !== 'service' && known)
      return { kind, definition: blankOf(kind, given, known, title, '') };
    if ((from === 'blank' || imported) && known) {
      const begun = starter(given, known, role ?? roles[0] ?? '', title);
      const named =
        typed === undefined && imported?.title ? { title: wanted(begun.title, imported.title) } : {};
      const definition: Service = { ...begun, ...imported?.parts, ...named };
      return { kind: 'service', definition: definition as unknown as Json };
    }
    if (saved) return { kind: kindOf(saved) ?? 'service', definition: copyOf(saved, given, title, agency) };
    const answer = await api.get<DefinitionDraft>(`/definitions/service/${source}/draft`);
    if (answer.ok && isObject(answer.data.definition))
      return { kind: 'service', definition: copyOf(answer.data.definition, given, title, agency) };
    if (!answer.ok) setProblem(answer.problem);
    return undefined;
  }

  async function create(): Promise<void> {
    const wrong: Mistakes = {
      ...(title.trim() === '' && !saved ? { title: t('needTitle') } : {}),
      ...(isIdentifier(given) ? {} : { id: t('badId') }),
      ...(from === 'file' && !file ? { file: t('needFile') } : {}),
    };
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
      if (answer.problem.status === 412) setMistakes({ id: t('taken') });
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
        <fieldset className="k-field">
          <legend className="k-legend">{t('from')}</legend>
          {(['blank', 'shipped', 'file'] as const).map((one) => (
            <Choice
              key={one}
              group={group}
              label={t(one === 'blank' ? 'fromBlank' : one === 'shipped' ? 'fromShipped' : 'fromFile')}
              hint={t(
                one === 'blank' ? 'fromBlankHint' : one === 'shipped' ? 'fromShippedHint' : 'fromFileHint',
              )}
              checked={from === one}
              onChange={() => setFrom(one)}
            />
          ))}
        </fieldset>
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
            mistake={mistakes.file}
            onRead={(value) => {
              setMistakes(value ? {} : { file: t('badFile') });
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
        {from === 'blank' ? (
          <Pick
            label={t('kindField')}
            value={kind}
            onChange={(next) => setKind(next as BlankKind)}
            options={blankKinds.map((one) => [one, t(kindWords[one])])}
          />
        ) : null}
        <Field label={t('titleField')} value={title} onChange={setTitle} mistake={mistakes.title} />
        <Field label={t('idField')} hint={t('idHint')} value={given} onChange={setId} mistake={mistakes.id} />
        <Pick
          label={t('agencyField')}
          value={agency}
          onChange={setAgency}
          options={library.mine.map((one) => [one, read(library.agencies[one]?.title) || one])}
        />
        {(from === 'blank' && kind === 'service') || imported ? (
          <Pick
            label={t('roleField')}
            value={role ?? roles[0] ?? ''}
            onChange={setRole}
            options={roles.map((name) => [name, read(known?.roles[name]?.title) || name])}
          />
        ) : null}
        <div className="k-actions">
          <Button type="submit" busy={busy}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

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
