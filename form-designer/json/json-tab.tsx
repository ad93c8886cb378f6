import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { useEffect, useMemo, useRef, useState } from 'react';
import { exported } from '#core/definition/exported.ts';
import { PartError } from '#core/definition/inline.ts';
import { lineAndColumn, placesIn } from '#core/definition/place.ts';
import type { Problem, Service } from '#core/definition/types.ts';
import { written } from '#core/definition/written.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { isObject } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { useLibrary } from '../library.tsx';
import { download } from './download.ts';
import { JsonEditor } from './json-editor.ts';
import { jsonTexts } from './texts.ts';

/** Typing becomes an edit so long after its last key, ms. */
const PAUSE = 400;

/** The definition as it is written down, both ways: what is typed is drawn, what is drawn is typed. */
export function JsonTab({ problems }: { problems: readonly Problem[] | undefined }) {
  const t = useTexts(jsonTexts);
  const read = useLocalised();
  const { definition, keeper, edit, open, place } = useDesign();
  const { library } = useLibrary();
  const [lacking, setLacking] = useState<string>();
  const text = useMemo(() => written(definition), [definition]);
  // where nothing is shared, both files would be the same
  const linked = keeper.kind === 'service' && text.includes('/parts/');
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<JsonEditor | null>(null);
  const typed = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [broken, setBroken] = useState<{ line: number; column: number; what: string }>();
  const now = useRef({ edit, text, label: t('label') });
  now.current = { edit, text, label: t('label') };

  useEffect(() => {
    if (!host.current) return undefined;
    const take = () => {
      const source = typed.current;
      if (source === null) return;
      const errors: ParseError[] = [];
      const value: unknown = parse(source, errors, { disallowComments: true });
      const [error] = errors;
      if (error)
        return setBroken({ ...lineAndColumn(source, error.offset), what: printParseErrorCode(error.error) });
      if (!isObject(value)) return setBroken({ line: 1, column: 1, what: '{ }' });
      setBroken(undefined);
      now.current.edit([{ do: 'put', at: '', value }], { together: 'json' });
    };
    const made = new JsonEditor(host.current, {
      kind: keeper.kind,
      text: now.current.text,
      label: now.current.label,
      open,
      changed: (source) => {
        typed.current = source;
        clearTimeout(timer.current);
        timer.current = setTimeout(take, PAUSE);
      },
    });
    editor.current = made;
    return () => {
      clearTimeout(timer.current);
      // what was typed last must not be lost with the tab
      take();
      made.close();
      editor.current = null;
    };
  }, [keeper, open]);

  // what is drawn elsewhere, or undone, is shown; what was just typed stays as it was typed
  useEffect(() => {
    const source = typed.current;
    if (source !== null && sameJson(source, text)) return;
    typed.current = null;
    setBroken(undefined);
    editor.current?.show(text);
  }, [text]);

  useEffect(() => {
    const source = typed.current ?? text;
    const at = placesIn(source);
    editor.current?.mark(
      (problems ?? []).map((problem) => {
        const { line, column } = at(problem.pointer);
        const from = editor.current?.offset(line, column) ?? 0;
        return {
          from,
          to: from,
          severity: problem.severity === 'mistake' ? ('error' as const) : ('warning' as const),
          message: `${read(problem.message)} ${read(problem.hint)}`,
        };
      }),
    );
  }, [problems, text, read]);

  const { chosen } = place;
  useEffect(() => {
    if (chosen === undefined) return;
    const { line, column } = placesIn(now.current.text)(chosen);
    editor.current?.lead(line, column);
  }, [chosen]);

  function tidy(): void {
    typed.current = null;
    editor.current?.show(text);
  }

  function saveWhole(): void {
    try {
      save(written(exported(library, definition as unknown as Service, 'bundled')));
    } catch (error) {
      if (!(error instanceof PartError)) throw error;
      setLacking(error.part);
    }
  }

  function save(content: string): void {
    setLacking(undefined);
    download(`${keeper.id}.json`, content);
  }

  return (
    <div className="d-json">
      <div className="d-acts">
        <Button kind="secondary" onClick={tidy}>
          {t('tidy')}
        </Button>
        <Button kind="secondary" onClick={() => save(text)}>
          {t('save')}
        </Button>
        {linked ? (
          <Button kind="secondary" onClick={saveWhole}>
            {t('saveWhole')}
          </Button>
        ) : null}
      </div>
      <p className={broken || lacking ? 'k-error' : 'k-soft'} role="status">
        {broken ? t('broken', broken) : lacking ? t('noPart', { part: lacking }) : t('hint')}
      </p>
      <div ref={host} className="d-code" />
    </div>
  );
}

function sameJson(source: string, text: string): boolean {
  try {
    return written(JSON.parse(source)) === text;
  } catch {
    return false;
  }
}
