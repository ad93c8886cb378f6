import { type FormEvent, useId, useState } from 'react';
import { CommandProblem } from '#portal/shell/page.tsx';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useCommands } from '../command.ts';
import { useKept } from '../kept.ts';
import { caseApi } from '../paths.ts';
import type { CaseView } from '../view.ts';
import type { OnActed } from './act/act-form.tsx';
import { TextField } from './act/fields.tsx';
import { caseTexts } from './texts.ts';

/** What the applicant and the office wrote to each other, and a place to write. */
export function CaseMessages({ of, onActed }: { of: CaseView; onActed: OnActed }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const id = useId();
  const commands = useCommands();
  const [text, setText, forget] = useKept(`message.${of.id}`, '');
  const [tried, setTried] = useState(false);
  const mistake = tried && text.trim() === '' ? t('messageMissing') : undefined;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '') return document.getElementById(id)?.focus();
    const answer = await commands.run(caseApi(of.service, of.id, 'messages'), {
      body: { text: text.trim(), to: 'applicant' },
    });
    if (answer.ok) {
      setText('');
      forget();
      setTried(false);
    }
    onActed(answer);
  };
  return (
    <>
      {of.notes.length === 0 ? (
        <p className="k-soft">{t('noMessages')}</p>
      ) : (
        <ol className="w-notes">
          {of.notes.map((note) => (
            <li key={`${note.at}${note.from}`} className="w-note">
              <p className="k-soft">
                {note.from}, <time dateTime={note.at}>{showInstant(note.at, language)}</time>
              </p>
              <p>{note.text}</p>
            </li>
          ))}
        </ol>
      )}
      {of.may.includes('message') ? (
        <form onSubmit={send} noValidate>
          <TextField id={id} label={t('writeMessage')} mistake={mistake} value={text} onChange={setText} />
          <CommandProblem problem={commands.problem} />
          <Button type="submit" kind="secondary" busy={commands.busy}>
            {t('send')}
          </Button>
        </form>
      ) : null}
    </>
  );
}
