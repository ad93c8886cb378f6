import { useState } from 'react';
import { Button } from '#portal/theme/parts/button.tsx';
import { Confirm } from '#portal/theme/parts/confirm.tsx';

/** Takes all that was entered off the screen and off this tab, once one is sure. */
export function Forget({
  words: t,
  onClear,
}: {
  words: (key: 'forget' | 'forgetSure' | 'cancel') => string;
  onClear: () => void;
}) {
  const [sure, setSure] = useState(false);
  return (
    <>
      <Button kind="plain" onClick={() => setSure(true)}>
        {t('forget')}
      </Button>
      {sure ? (
        <Confirm
          title={t('forgetSure')}
          yes={t('forget')}
          no={t('cancel')}
          onNo={() => setSure(false)}
          onYes={() => {
            setSure(false);
            onClear();
          }}
        />
      ) : null}
    </>
  );
}
