import { useTexts } from '../language.tsx';
import type { Offers } from './form-context.ts';
import { formTexts } from './form-texts.ts';

/** The control of a field, or the first of its controls. */
const controlOf = (id: string): HTMLElement | null => {
  const inside = [...document.querySelectorAll<HTMLElement>('input, select, textarea')].filter(
    (one) => one.id === id || one.id.startsWith(`${id}-`) || one.id.startsWith(`${id}/`),
  );
  return inside[0] ?? null;
};

/**
 * A value that is offered for an empty field, right after it: taken by a press of mouse or keyboard, or passed by. The focus
 * then stands in the field, whose value is read.
 */
export function Offer({ id, label, offers }: { id: string; label: string; offers: Offers | undefined }) {
  const t = useTexts(formTexts);
  const pointer = id.slice(1);
  const said = offers?.said[pointer];
  if (said === undefined) return null;
  return (
    <p className="k-offer">
      <button
        type="button"
        className="k-button k-button--secondary"
        aria-label={t('offerFor', { what: said, field: label })}
        onClick={() => {
          offers?.take(pointer);
          controlOf(id)?.focus();
        }}
      >
        {t('offer', { what: said })}
      </button>
    </p>
  );
}
