import { useId, useState } from 'react';
import { useTexts } from '#portal/theme/language.tsx';
import { Field } from '../case/act/fields.tsx';
import { SideForm } from '../case/act/side-form.tsx';
import { actTexts } from '../case/act/texts.ts';
import { type Where, WhereFields, whereNeeds } from '../case/act/where.tsx';
import { adminTexts } from './texts.ts';

const blank = { person: '', from: '', to: '', order: '' };
type Entry = typeof blank;
type Mistake = (id: string) => string | undefined;

/** A new appointment by an order. */
export function Grant({ agency, me, onGranted }: { agency: string; me: string; onGranted: () => void }) {
  const t = useTexts(adminTexts);
  const act = useTexts(actTexts);
  const id = useId();
  const nowhere: Where = { agency, office: '', role: '' };
  const [where, setWhere] = useState(nowhere);
  const [entry, setEntry] = useState<Entry>(blank);

  const person = entry.person.trim();
  const order = entry.order.trim();

  const input = (name: keyof Entry, type: 'text' | 'date', mistake: Mistake, hint?: string) => (
    <Field
      id={`${id}-${name}`}
      label={t(name)}
      mistake={mistake(`${id}-${name}`)}
      {...(hint ? { hint } : {})}
    >
      {(described) => (
        <input
          id={`${id}-${name}`}
          type={type}
          className={type === 'date' ? 'k-input k-input--10' : 'k-input'}
          value={entry[name]}
          maxLength={100}
          aria-describedby={described}
          aria-invalid={mistake(`${id}-${name}`) ? true : undefined}
          onChange={(event) => setEntry({ ...entry, [name]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <div className="k-page">
      <SideForm
        title={t('grantTitle')}
        button={t('grant')}
        needs={[
          {
            id: `${id}-person`,
            text: t(person === me ? 'toSelf' : 'personMissing'),
            met: person !== '' && person !== me,
          },
          ...whereNeeds(`${id}-where`, where, act),
          { id: `${id}-order`, text: t('orderMissing'), met: order !== '' },
        ]}
        send={{
          path: '/appointments',
          body: {
            ...{ ...where, person, order },
            ...(entry.from ? { from: entry.from } : {}),
            ...(entry.to ? { to: entry.to } : {}),
          },
          ifMatch: null,
        }}
        onActed={(answer) => answer.ok && onGranted()}
        onDone={() => {
          setEntry(blank);
          setWhere(nowhere);
        }}
      >
        {(mistake) => (
          <>
            {input('person', 'text', mistake, t('personHint'))}
            <WhereFields id={`${id}-where`} where={where} fixed mistake={mistake} onChange={setWhere} />
            {input('order', 'text', mistake, t('orderHint'))}
            {input('from', 'date', mistake)}
            {input('to', 'date', mistake)}
          </>
        )}
      </SideForm>
    </div>
  );
}
