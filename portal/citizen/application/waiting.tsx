import { useEffect, useMemo, useRef, useState } from 'react';
import type { ApplicationView, PartyActionView, ServicePage } from '#core/api/types.ts';
import { checkFields } from '#core/form/check-fields.ts';
import { valueAt, within } from '#core/form/pointer.ts';
import type { FieldProblem } from '#core/form/types.ts';
import { newKey } from '#portal/shell/api.ts';
import { mistakesUnder, type Problem } from '#portal/shell/problem.ts';
import { showDay } from '#portal/theme/dates.ts';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { LookupLines } from '#portal/theme/form/lookup-lines.tsx';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { same } from '../draft/merge.ts';
import { citizenTexts } from '../texts.ts';
import { useCorrection } from './use-correction.ts';
import { useFilling } from './use-filling.ts';
import { useOwnForm } from './use-own-form.tsx';
import { Words } from './words.tsx';

type Act = (action: string, body: Record<string, unknown>, key: string) => Promise<boolean>;
/** What is asked of a party, and where it is answered. */
type Asked = {
  service: ServicePage;
  view: ApplicationView;
  waiting: NonNullable<ApplicationView['waiting']>;
  base: string;
  act: Act;
  /** Why the last answer was not taken. */
  problem: Problem | undefined;
};

/** What is asked of this party now: marked fields to correct, or a question to answer, with its actions. */
export function Waiting({ service, view, waiting, base, act, problem }: Asked) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const asked = marksOf(waiting);
  const context = useFilling(base, view);
  const own = useOwnForm(waiting.form, context, mistakesUnder(problem, '/data') as FieldProblem[]);
  const answer: Act = async (action, body, key) =>
    own.check() ? act(action, { ...body, ...own.body() }, key) : false;
  return (
    <section className="k-waiting" aria-labelledby="waiting">
      <h2 className="k-h2" id="waiting">
        {asked.length > 0 ? t('correctTitle') : read(waiting.title)}
      </h2>
      {waiting.due ? (
        <p>
          <strong>{t('answerBy', { date: showDay(waiting.due, language) })}</strong>
        </p>
      ) : null}
      {waiting.reason ? <Notice kind="warning" title={waiting.reason} /> : null}
      {waiting.say ? <p>{read(waiting.say)}</p> : null}
      {own.fields}
      {asked.length > 0 ? (
        <Correction
          service={service}
          view={view}
          waiting={waiting}
          base={base}
          context={context}
          act={answer}
        />
      ) : (
        <Actions actions={waiting.actions} path={waiting.path} act={answer} extra={() => ({})} />
      )}
    </section>
  );
}

/** The fields that are open: the marked ones, with what was said of them. */
function marksOf(waiting: NonNullable<ApplicationView['waiting']>): { pointer: string; say?: string }[] {
  const marks = waiting.marks ?? [];
  return marks.length > 0 ? marks : waiting.open.map((pointer) => ({ pointer }));
}

/** The form with only the marked fields open. */
function Correction({
  service,
  view,
  waiting,
  base,
  context,
  act,
}: Omit<Asked, 'problem'> & { context: ReturnType<typeof useFilling> }) {
  const t = useTexts(citizenTexts);
  const before = useMemo(() => view.form ?? {}, [view]);
  const [data, setData] = useState<Record<string, unknown>>(before);
  const [attempt, setAttempt] = useState(0);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const marks = useMemo(() => marksOf(waiting), [waiting]);
  const { form, resolved, looked, again } = useCorrection(service, view, data, base);
  // the pages that hold something marked: the fields around it are shown locked, for their sense
  const fields = resolved.pages
    .flatMap((page) => page.fields)
    .filter((field) => marks.some((mark) => within(mark.pointer, field) || within(field, mark.pointer)));
  // a mistake that was mended goes at once, its words follow what is so now
  const still = (problems.length === 0 ? [] : checkFields(form, data, fields)).filter((one) =>
    problems.some(({ pointer, code }) => pointer === one.pointer && code === one.code),
  );
  /** Marked fields as they are now; null says that a value was taken out. */
  function changes(): Record<string, unknown> {
    return Object.fromEntries(
      marks
        .filter((mark) => !same(valueAt(before, mark.pointer), valueAt(data, mark.pointer)))
        .map((mark) => [mark.pointer, valueAt(data, mark.pointer) ?? null]),
    );
  }

  return (
    <>
      <p>{t('correctLead')}</p>
      <KladkaForm
        form={form}
        data={data}
        fields={fields}
        problems={still}
        attempt={attempt}
        marks={marks}
        context={context}
        onChange={setData}
        onSubmit={() => undefined}
      >
        <LookupLines
          form={form}
          looked={looked}
          fields={fields}
          show={(_, value) => String(value)}
          again={again}
          take={() => undefined}
        />
        <Actions
          actions={waiting.actions}
          path={waiting.path}
          act={async (action, body, key) => {
            const found = checkFields(form, data, fields);
            setProblems(found);
            if (found.length > 0) {
              setAttempt(attempt + 1);
              return false;
            }
            return act(action, body, key);
          }}
          extra={() => ({ changes: changes() })}
        />
      </KladkaForm>
    </>
  );
}

/** The buttons of what can be done; one that needs a reason asks for it first. */
function Actions({
  actions,
  path,
  act,
  extra,
}: {
  actions: readonly PartyActionView[];
  path: string;
  act: Act;
  extra: () => Record<string, unknown>;
}) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const [asked, setAsked] = useState<PartyActionView | undefined>();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [busy, setBusy] = useState('');
  const [keys] = useState(() => new Map<string, string>());
  const buttons = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (asked) document.getElementById('reason')?.focus();
    // “cancel” was pressed, and is gone
    else if (wasAsked.current) buttons.current?.querySelector('button')?.focus();
    wasAsked.current = asked !== undefined;
  }, [asked]);

  async function take(action: PartyActionView): Promise<void> {
    if (action.reason && asked?.id !== action.id) return setAsked(action);
    if (action.reason && reason.trim() === '') {
      document.getElementById('reason')?.focus();
      return setMissing(true);
    }
    setMissing(false);
    setBusy(action.id);
    // one key for one intention: another reason or another correction is another intention
    const body = { path, ...(action.reason ? { reason: reason.trim() } : {}), ...extra() };
    const intention = `${action.id} ${JSON.stringify(body)}`;
    const key = keys.get(intention) ?? newKey();
    keys.set(intention, key);
    await act(action.id, body, key);
    setBusy('');
  }

  return (
    <>
      {asked ? (
        <Words
          id="reason"
          label="reason"
          hint="reasonHint"
          value={reason}
          error={isMissing ? t('reasonMissing') : undefined}
          change={setReason}
        />
      ) : null}
      <div className="k-actions" ref={buttons}>
        {actions
          .filter((action) => asked === undefined || action.id === asked.id)
          .map((action, n) => (
            <Button
              key={action.id}
              kind={n === 0 ? 'primary' : 'secondary'}
              busy={busy === action.id}
              onClick={() => void take(action)}
            >
              {read(action.title)}
            </Button>
          ))}
        {asked ? (
          <Button kind="plain" onClick={() => setAsked(undefined)}>
            {t('cancel')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
