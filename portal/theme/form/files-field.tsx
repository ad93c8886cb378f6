import type { FieldProps } from '@rjsf/utils';
import { useEffect, useRef, useState } from 'react';
import { showSize } from '../dates.ts';
import { type Language, say, useTexts } from '../language.tsx';
import { Button } from '../parts/button.tsx';
import type { WidgetOptions } from './draw.ts';
import type { FileEntry, FormContext } from './form-context.ts';
import { formTexts } from './form-texts.ts';

/** Names of types in definitions -> what a browser's file chooser takes. */
const accepts: { readonly [type: string]: readonly string[] } = {
  jpeg: ['image/jpeg', '.jpg', '.jpeg'],
  png: ['image/png', '.png'],
  pdf: ['application/pdf', '.pdf'],
  heic: ['image/heic', '.heic'],
  tiff: ['image/tiff', '.tif', '.tiff'],
  docx: ['.docx'],
  xlsx: ['.xlsx'],
  p7s: ['.p7s'],
  xml: ['application/xml', '.xml'],
  zip: ['application/zip', '.zip'],
};

interface Sending {
  readonly key: number;
  readonly name: string;
  readonly share: number;
  /** Why it was not taken, in the language of the screen at that moment. */
  readonly why?: (language: Language) => string;
  readonly control: AbortController;
}

function fits(file: File, types: readonly string[]): boolean {
  const name = file.name.toLowerCase();
  return types.some((type) =>
    (accepts[type] ?? [`.${type}`]).some((one) =>
      one.startsWith('.') ? name.endsWith(one) : file.type === one,
    ),
  );
}

const scanText = {
  pending: 'scanPending',
  clean: 'scanClean',
  infected: 'scanInfected',
  mismatch: 'scanMismatch',
} as const;

/** Files: chosen several at once, each with its progress, its scan and a way to remove it. */
export function FilesField(props: FieldProps) {
  const t = useTexts(formTexts);
  const { language, upload, scans } = props.registry.formContext as FormContext;
  const options = ((props.uiSchema as { 'ui:options'?: object } | undefined)?.['ui:options'] ??
    {}) as WidgetOptions;
  const file = options.file ?? { types: [], each: Number.POSITIVE_INFINITY, count: 1 };
  const entries = Array.isArray(props.formData) ? (props.formData as FileEntry[]) : [];
  const latest = useRef(entries);
  latest.current = entries;
  const counter = useRef(0);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [turn, setTurn] = useState(0);
  // what was pressed may be gone: the button of a row, the chooser once the list is full
  const keepFocus = () => setTurn((before) => before + 1);
  useEffect(() => {
    if (turn > 0 && (document.activeElement ?? document.body) === document.body)
      (input.current ?? list.current)?.focus();
  }, [turn]);
  const id = props.fieldPathId.$id;
  const fixed = props.disabled || props.readonly || !upload;
  const types = file.types.map((type) => type.toUpperCase()).join(', ');

  const running = useRef(sending);
  running.current = sending;
  useEffect(
    () => () => {
      for (const one of running.current) one.control.abort();
    },
    [],
  );

  function put(next: FileEntry[]): void {
    latest.current = next;
    props.onChange(next.length > 0 ? next : undefined, props.fieldPathId.path);
  }

  const change = (key: number, what: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...what } : one)));
  const drop = (key: number) => setSending((all) => all.filter((one) => one.key !== key));

  async function send(chosen: File, place: number): Promise<void> {
    counter.current += 1;
    const key = counter.current;
    const control = new AbortController();
    const refused =
      place >= file.count
        ? (to: Language) => say(formTexts, to, 'tooMany', { count: file.count })
        : chosen.size > file.each
          ? (to: Language) =>
              say(formTexts, to, 'tooBig', {
                size: showSize(chosen.size, to),
                limit: showSize(file.each, to),
              })
          : fits(chosen, file.types)
            ? undefined
            : (to: Language) => say(formTexts, to, 'wrongType', { types });
    setSending((all) => [
      ...all,
      { key, name: chosen.name, share: 0, control, ...(refused ? { why: refused } : {}) },
    ]);
    if (refused || !upload) return;
    const done = await upload(
      options.pointer ?? '',
      chosen,
      (share) => change(key, { share }),
      control.signal,
    );
    if (control.signal.aborted) return;
    if (done.ok) {
      if (list.current?.contains(document.activeElement)) keepFocus();
      drop(key);
      put([...latest.current, done.file]);
    } else change(key, { why: (to) => done.why || say(formTexts, to, 'uploadFailed') });
  }

  const under = sending.filter((one) => one.why === undefined).length;
  return (
    <>
      <p className="k-hint" id={`${id}-limits`}>
        {t('filesHint', { types, size: showSize(file.each, language), count: file.count })}
      </p>
      {entries.length + sending.length > 0 ? (
        <ul className="k-files" ref={list} tabIndex={-1}>
          {entries.map((entry) => {
            const scan = scans ? (scans[entry.id] ?? 'pending') : undefined;
            const bad = scan === 'infected' || scan === 'mismatch';
            return (
              <li className="k-file" key={entry.id}>
                <div>
                  <p className="k-file__name">{entry.name}</p>
                  <p className={bad ? 'k-file__state k-file__state--bad' : 'k-file__state'} role="status">
                    {showSize(entry.size, language)} · {t(scanText[scan ?? 'clean'])}
                  </p>
                </div>
                {fixed ? null : (
                  <Button
                    kind="plain"
                    label={t('removeFile', { name: entry.name })}
                    onClick={() => {
                      put(latest.current.filter((one) => one.id !== entry.id));
                      keepFocus();
                    }}
                  >
                    {t('remove')}
                  </Button>
                )}
              </li>
            );
          })}
          {sending.map((one) => (
            <li className="k-file" key={`s${one.key}`}>
              <div>
                <p className="k-file__name">{one.name}</p>
                {one.why ? (
                  <p className="k-file__state k-file__state--bad" role="alert">
                    {one.why(language)}
                  </p>
                ) : (
                  <p className="k-file__state">{t('uploading', { percent: Math.round(one.share * 100) })}</p>
                )}
              </div>
              <Button
                kind="plain"
                label={t(one.why ? 'dismissFile' : 'cancelUpload', { name: one.name })}
                onClick={() => {
                  one.control.abort();
                  drop(one.key);
                  keepFocus();
                }}
              >
                {t(one.why ? 'dismiss' : 'cancel')}
              </Button>
              {one.why ? null : <progress max={1} value={one.share} aria-label={one.name} />}
            </li>
          ))}
        </ul>
      ) : null}
      {fixed || entries.length + under >= file.count ? null : (
        <label className="k-drop">
          <input
            ref={input}
            id={id}
            type="file"
            multiple={file.count > 1}
            accept={file.types.flatMap((type) => accepts[type] ?? [`.${type}`]).join(',')}
            aria-describedby={`${id}-limits${props.rawErrors?.length ? ` ${id}-error` : ''}`}
            onChange={(event) => {
              const chosen = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              chosen.forEach((one, n) => {
                void send(one, entries.length + under + n);
              });
              keepFocus();
            }}
          />
          <span className="k-button k-button--secondary">
            {entries.length > 0 ? t('pickMore') : t('pickFiles')}
          </span>
        </label>
      )}
    </>
  );
}
