import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { citizenTexts } from '../texts.ts';
import { Words } from './words.tsx';

/** A message to those who decide. */
export function Message({ send }: { send: (text: string) => Promise<boolean> }) {
  const t = useTexts(citizenTexts);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const area = useRef<HTMLElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    // what was pressed is gone: one goes on where one writes, or where one began to
    if (wasOpen.current !== open) area.current?.querySelector<HTMLElement>('textarea, button')?.focus();
    wasOpen.current = open;
  }, [open]);

  async function go(): Promise<void> {
    setSent(false);
    setMissing(text.trim() === '');
    if (text.trim() === '') return document.getElementById('message')?.focus();
    setBusy(true);
    const done = await send(text.trim());
    setBusy(false);
    if (!done) return;
    setText('');
    setOpen(false);
    setSent(true);
  }

  return (
    <section className="k-after" ref={area}>
      <p role="status">{sent ? t('messageSent') : ''}</p>
      {open ? (
        <>
          <Words
            id="message"
            label="message"
            value={text}
            error={isMissing ? t('messageMissing') : undefined}
            change={setText}
          />
          <div className="k-actions k-actions--tight">
            <Button busy={busy} onClick={() => void go()}>
              {t('send')}
            </Button>
            <Button kind="plain" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
          </div>
        </>
      ) : (
        <Button kind="plain" onClick={() => setOpen(true)}>
          {t('writeMessage')}
        </Button>
      )}
    </section>
  );
}
