import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { CommandProblem } from '#portal/shell/page.tsx';
import { ErrorSummary } from '#portal/theme/form/error-summary.tsx';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Confirm } from '#portal/theme/parts/confirm.tsx';
import { useCommands } from '../../command.ts';
import { conflict, type OnActed } from './act-form.tsx';
import { actTexts } from './texts.ts';

/** What an act cannot be sent without: the control's id, and what to say while it is missing. */
export interface Need {
  readonly id: string;
  readonly text: string;
  readonly met: boolean;
}

/** A further act beside the decision: folded away until it is wanted, sent on its own, asked about once more where it weighs. */
export function SideForm({
  title,
  button,
  needs,
  send,
  confirm,
  onActed,
  onDone,
  children,
}: {
  title: string;
  /** What the button says, where it is not the title or that it is sent. */
  button?: string;
  needs: readonly Need[];
  send: { readonly path: string; readonly body: unknown; readonly ifMatch: string | null };
  /** What it will come to; the title of the act is the button that does it. */
  confirm?: { readonly title: string; readonly text: string; readonly mild?: boolean };
  onActed: OnActed;
  /** It was taken: what was entered can go. */
  onDone?: () => void;
  /** The controls, given what is wrong with each by its id. */
  children: (mistake: (id: string) => string | undefined) => ReactNode;
}) {
  const t = useTexts(actTexts);
  const commands = useCommands();
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const fold = useRef<HTMLDetailsElement>(null);
  const lacks = attempt > 0 ? needs.filter(({ met }) => !met) : [];

  const take = async () => {
    const answer = await commands.run(send.path, { body: send.body, ifMatch: send.ifMatch });
    setAsking(false);
    if (answer.ok) {
      setAttempt(0);
      if (fold.current) fold.current.open = false;
      onDone?.();
    }
    onActed(answer);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((n) => n + 1);
    if (needs.some(({ met }) => !met)) return;
    if (confirm) setAsking(true);
    else void take();
  };

  return (
    <details className="w-more" ref={fold}>
      <summary>{title}</summary>
      <form onSubmit={submit} noValidate>
        <ErrorSummary turn={attempt} errors={lacks} />
        {children((id) => lacks.find((one) => one.id === id)?.text)}
        <CommandProblem problem={conflict(commands.problem?.status) ? undefined : commands.problem} />
        <Button type="submit" kind="secondary" busy={commands.busy && !asking}>
          {button ?? (confirm ? title : t('send'))}
        </Button>
      </form>
      {asking && confirm ? (
        <Confirm
          title={confirm.title}
          yes={title}
          no={t('cancel')}
          busy={commands.busy}
          mild={confirm.mild ?? false}
          onYes={() => void take()}
          onNo={() => setAsking(false)}
        >
          <p>{confirm.text}</p>
        </Confirm>
      ) : null}
    </details>
  );
}
