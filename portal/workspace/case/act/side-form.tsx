import { type FormEvent, type ReactNode, useState } from 'react';
import { CommandProblem } from '#portal/shell/page.tsx';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useCommands } from '../../command.ts';
import type { OnActed } from './act-form.tsx';
import { actTexts } from './texts.ts';

/** A further act beside the decision: folded away until it is wanted, sent on its own. */
export function SideForm({
  title,
  lacks,
  send,
  onActed,
  children,
}: {
  title: string;
  /** The label of the first part that is still missing, or undefined. */
  lacks: string | undefined;
  send: { readonly path: string; readonly body: unknown; readonly ifMatch: string | null };
  onActed: OnActed;
  children: ReactNode;
}) {
  const t = useTexts(actTexts);
  const commands = useCommands();
  const [mistake, setMistake] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (lacks !== undefined) return setMistake(t('needed', { field: lacks }));
    setMistake('');
    onActed(await commands.run(send.path, { body: send.body, ifMatch: send.ifMatch }));
  };
  return (
    <details className="w-more">
      <summary>{title}</summary>
      <form onSubmit={submit} noValidate>
        {children}
        {mistake ? (
          <p className="k-error" role="alert">
            {mistake}
          </p>
        ) : null}
        <CommandProblem problem={commands.problem} />
        <Button type="submit" kind="secondary" busy={commands.busy}>
          {t('send')}
        </Button>
      </form>
    </details>
  );
}
