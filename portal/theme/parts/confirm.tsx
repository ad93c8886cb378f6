import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button } from './button.tsx';

/**
 * Asks once more before what weighs: a modal dialog, whose button is red where it cannot be undone. Focus starts on what changes nothing, Escape changes nothing,
 * and afterwards the browser gives it back to what was pressed.
 */
export function Confirm({
  title,
  yes,
  no,
  busy = false,
  mild = false,
  children,
  onYes,
  onNo,
}: {
  title: string;
  yes: string;
  no: string;
  busy?: boolean;
  /** It can be undone, or takes nothing away. */
  mild?: boolean;
  children?: ReactNode;
  onYes: () => void;
  onNo: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // before the element is gone, so that the browser can give the focus back
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="k-dialog"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onNo();
      }}
    >
      <h2 className="k-h2" id={`${id}-title`}>
        {title}
      </h2>
      {children}
      <div className="k-actions">
        <Button kind="secondary" onClick={() => (busy ? undefined : onNo())}>
          {no}
        </Button>
        <Button kind={mild ? 'primary' : 'danger'} busy={busy} onClick={onYes}>
          {yes}
        </Button>
      </div>
    </dialog>
  );
}
