import { useState } from 'react';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { plainName } from '../home/latin.ts';
import { Field } from './fields.tsx';
import { partsTexts } from './texts.ts';

/** Adds something that has a name: the title is typed, the plain name for JSON comes of it. */
export function AddNamed({
  label,
  button,
  taken,
  add,
}: {
  label: string;
  button: string;
  taken: ReadonlySet<string>;
  add: (name: string, title: string) => void;
}) {
  const t = useTexts(partsTexts);
  const [title, setTitle] = useState('');
  const [mistake, setMistake] = useState<string>();
  function go(): void {
    const wanted = plainName(title);
    if (wanted === '') {
      setMistake(t('needName'));
      return;
    }
    let name = wanted;
    for (let n = 2; taken.has(name); n += 1) name = `${wanted}${n}`;
    setMistake(undefined);
    setTitle('');
    add(name, title.trim());
  }
  return (
    <div className="d-addkind">
      <Field tight label={label} value={title} mistake={mistake} onChange={setTitle} />
      <Button kind="secondary" onClick={go}>
        {button}
      </Button>
    </div>
  );
}
