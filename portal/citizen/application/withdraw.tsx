import { useState } from 'react';
import { newKey } from '#portal/shell/api.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Confirm } from '#portal/theme/parts/confirm.tsx';
import { citizenTexts } from '../texts.ts';

/** Takes the application back, after asking once more. */
export function Withdraw({ withdraw }: { withdraw: (key: string) => Promise<boolean> }) {
  const t = useTexts(citizenTexts);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [key] = useState(newKey);
  return (
    <>
      <p className="k-after">
        <Button kind="plain" onClick={() => setSure(true)}>
          {t('withdraw')}
        </Button>
      </p>
      {sure ? (
        <Confirm
          title={t('withdrawSure')}
          yes={t('withdrawYes')}
          no={t('cancel')}
          busy={busy}
          onNo={() => setSure(false)}
          onYes={() => {
            setBusy(true);
            void withdraw(key).then(() => {
              setBusy(false);
              // what came of it is told on the page
              setSure(false);
            });
          }}
        />
      ) : null}
    </>
  );
}
