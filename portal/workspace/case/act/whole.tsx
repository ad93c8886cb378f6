import { useId, useState } from 'react';
import { useTexts } from '#portal/theme/language.tsx';
import { caseApi } from '../../paths.ts';
import type { GroundView } from '../../view.ts';
import { Correct } from './correct.tsx';
import { Duplicate } from './duplicate.tsx';
import { TextField } from './fields.tsx';
import { Grounds } from './grounds.tsx';
import { SideForm } from './side-form.tsx';
import { actTexts } from './texts.ts';
import type { WholeProps } from './whole-props.ts';

/** What may be done with the whole case: before the decision its term, after it correcting, a duplicate, reopening, revoking. */
export function WholeCase(props: WholeProps) {
  const t = useTexts(actTexts);
  const { of } = props;
  const { may, after } = of;
  const found = ['extend', 'correct', 'duplicate', 'reopen', 'revoke'].filter((what) => may.includes(what));
  if (found.length === 0) return null;
  return (
    <section className="k-card w-panel" aria-labelledby="whole">
      <h3 className="k-card__title" id="whole">
        {t(of.outcome ? 'afterDecision' : 'wholeCase')}
      </h3>
      {may.includes('extend') ? <Extend {...props} /> : null}
      {may.includes('correct') ? <Correct {...props} /> : null}
      {may.includes('duplicate') ? <Duplicate {...props} /> : null}
      {may.includes('reopen') ? <Grounded {...props} what="reopen" grounds={after?.reopen ?? []} /> : null}
      {may.includes('revoke') ? <Grounded {...props} what="revoke" grounds={after?.revoke ?? []} /> : null}
    </section>
  );
}

/** Extends the term in law of the whole case. */
function Extend({ of, etag, onActed }: WholeProps) {
  const t = useTexts(actTexts);
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <SideForm
      title={t('extend')}
      needs={[{ id, text: t('writeReason'), met: reason.trim() !== '' }]}
      send={{ path: caseApi(of.service, of.id, 'extend'), body: { reason: reason.trim() }, ifMatch: etag }}
      confirm={{ title: t('extendSure'), text: t('extendText'), mild: true }}
      onActed={onActed}
      onDone={() => setReason('')}
    >
      {(mistake) => (
        <TextField id={id} label={t('reason')} mistake={mistake(id)} value={reason} onChange={setReason} />
      )}
    </SideForm>
  );
}

/** Reopens or revokes a decided case, by a ground in law. */
function Grounded({
  of,
  etag,
  onActed,
  what,
  grounds,
}: WholeProps & { readonly what: 'reopen' | 'revoke'; readonly grounds: readonly GroundView[] }) {
  const t = useTexts(actTexts);
  const id = useId();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  return (
    <SideForm
      title={t(what)}
      needs={[
        { id: `${id}-grounds`, text: t('chooseGround'), met: chosen.length > 0 },
        { id: `${id}-reason`, text: t('writeReason'), met: reason.trim() !== '' },
      ]}
      send={{
        path: caseApi(of.service, of.id, what),
        body: { grounds: chosen, reason: reason.trim() },
        ifMatch: etag,
      }}
      confirm={{ title: t(`${what}Sure`), text: t(`${what}Text`), mild: what === 'reopen' }}
      onActed={onActed}
    >
      {(mistake) => (
        <>
          <Grounds
            id={`${id}-grounds`}
            grounds={grounds}
            chosen={chosen}
            mistake={mistake(`${id}-grounds`)}
            onChange={setChosen}
          />
          <TextField
            id={`${id}-reason`}
            label={t('reason')}
            hint={t('reasonHint')}
            mistake={mistake(`${id}-reason`)}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
    </SideForm>
  );
}
