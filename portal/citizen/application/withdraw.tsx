import { useState } from 'react';
import { newKey } from '#portal/shell/api.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { citizenTexts } from '../texts.ts';

/** Takes the application back, after asking once more. */
export function Withdraw({ withdraw }: { withdraw: (key: string) => Promise<boolean> }) {
  const t = useTexts(citizenTexts);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [key] = useState(newKey);
  if (!sure)
    return (
      <p className="k-after">
        <Button kind="plain" onClick={() => setSure(true)}>
          {t('withdraw')}
        </Button>
      </p>
    );
  return (
    <div className="k-notice k-notice--warning k-after" role="alert">
      <p className="k-notice__title">{t('withdrawSure')}</p>
      <div className="k-actions k-actions--tight">
        <Button
          kind="danger"
          busy={busy}
          onClick={() => {
            setBusy(true);
            void withdraw(key).then((done) => {
              setBusy(false);
              if (done) setSure(false);
            });
          }}
        >
          {t('withdrawYes')}
        </Button>
        <Button kind="plain" onClick={() => setSure(false)}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
