import { type FormEvent, useId, useState } from 'react';
import { CommandProblem } from '#portal/shell/page.tsx';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Field } from '../case/act/fields.tsx';
import { type Where, WhereFields } from '../case/act/where.tsx';
import { useCommands } from '../command.ts';
import { adminTexts } from './texts.ts';

const blank = { person: '', from: '', to: '', order: '' };
type Entry = typeof blank;

/** A new appointment by an order. */
export function Grant({ agency, me, onGranted }: { agency: string; me: string; onGranted: () => void }) {
  const t = useTexts(adminTexts);
  const id = useId();
  const commands = useCommands();
  const nowhere: Where = { agency, office: '', role: '' };
  const [where, setWhere] = useState(nowhere);
  const [entry, setEntry] = useState<Entry>(blank);
  const [mistake, setMistake] = useState('');

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const lacks =
      entry.person.trim() === ''
        ? 'person'
        : where.role === ''
          ? 'role'
          : entry.order.trim() === ''
            ? 'order'
            : undefined;
    if (lacks) return setMistake(t('needed', { field: t(lacks) }));
    if (entry.person.trim() === me) return setMistake(t('toSelf'));
    setMistake('');
    const { person, from, to, order } = entry;
    const answer = await commands.run('/appointments', {
      body: {
        ...where,
        person: person.trim(),
        order: order.trim(),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      },
    });
    if (!answer.ok) return;
    setEntry(blank);
    setWhere(nowhere);
    onGranted();
  };

  const input = (name: keyof Entry, type: 'text' | 'date', hint?: string) => (
    <Field id={`${id}-${name}`} label={t(name)} {...(hint ? { hint } : {})}>
      {(described) => (
        <input
          id={`${id}-${name}`}
          type={type}
          className={type === 'date' ? 'k-input k-input--10' : 'k-input'}
          value={entry[name]}
          maxLength={100}
          aria-describedby={described}
          onChange={(event) => setEntry({ ...entry, [name]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <details className="w-more">
      <summary>{t('grantTitle')}</summary>
      <form onSubmit={send} noValidate className="k-page">
        {input('person', 'text', t('personHint'))}
        <WhereFields id={`${id}-where`} where={where} fixed onChange={setWhere} />
        {input('order', 'text', t('orderHint'))}
        {input('from', 'date')}
        {input('to', 'date')}
        {mistake ? (
          <p className="k-error" role="alert">
            {mistake}
          </p>
        ) : null}
        <CommandProblem problem={commands.problem} />
        <Button type="submit" busy={commands.busy}>
          {t('grant')}
        </Button>
      </form>
    </details>
  );
}
