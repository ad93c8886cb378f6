import type { WidgetProps } from '@rjsf/utils';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../language.tsx';
import { aria, optionsOf } from './described.ts';
import type { Choice } from './draw.ts';
import { formTexts } from './form-texts.ts';
import { OfferedOne } from './offered.tsx';
import { meant, searched } from './search.ts';

/** So many of what was found are shown: who needs another types more. */
const SHOWN = 50;

/**
 * One of a long list, found by typing a part of its name: an editable combobox with a list (WAI-ARIA Authoring Practices 1.2,
 * “Combobox”). What is typed and is no choice is not entered: leaving the field shows again what is chosen.
 */
export function SearchWidget(props: WidgetProps) {
  const t = useTexts(formTexts);
  const options = optionsOf(props);
  const choices = options.choices ?? [];
  const chosen = choices.find((choice) => choice.value === props.value);
  /** What is being typed; undefined while what is chosen is shown. */
  const [typed, setTyped] = useState<string | undefined>();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLDivElement>(null);
  const found = searched(choices, typed ?? '');
  const shown = found.slice(0, SHOWN);
  const isFixed = props.disabled || props.readonly;
  const list = `${props.id}-list`;
  const optionId = (n: number) => `${props.id}-option-${n}`;

  useEffect(() => {
    if (isOpen && active >= 0) box.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, active]);

  function close(): void {
    setOpen(false);
    setActive(-1);
    setTyped(undefined);
  }

  function choose(choice: Choice | undefined): void {
    close();
    if (choice?.value !== props.value) props.onChange(choice?.value);
  }

  /** One leaves the field: what was typed is a choice by its full name, or was deleted, or does not count. */
  function leave(): void {
    const one = typed === undefined ? undefined : meant(choices, typed);
    if (one || typed?.trim() === '') choose(one);
    else close();
  }

  function move(by: number): void {
    setOpen(true);
    const from = isOpen ? active : by > 0 ? -1 : shown.length;
    setActive(shown.length === 0 ? -1 : (from + by + shown.length) % shown.length);
  }

  function key(event: KeyboardEvent): void {
    if (isFixed) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && isOpen) {
      // the list is answered, not the form sent
      event.preventDefault();
      const one = shown[active] ?? (typed === undefined ? undefined : meant(choices, typed));
      if (one) choose(one);
      else if (typed?.trim() === '') choose(undefined);
    }
  }

  return (
    <div className="k-search">
      <OfferedOne props={props} options={options} />
      <p className="k-hint" id={`${props.id}-how`}>
        {t('searchHint')}
      </p>
      <input
        {...aria(props)}
        aria-describedby={[`${props.id}-how`, aria(props)['aria-describedby']].filter(Boolean).join(' ')}
        id={props.id}
        name={props.id}
        type="text"
        role="combobox"
        className="k-input"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
        value={typed ?? chosen?.label ?? ''}
        readOnly={props.readonly}
        disabled={props.disabled}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onClick={() => {
          if (!isFixed) setOpen(true);
        }}
        onKeyDown={key}
        onBlur={leave}
      />
      <div
        id={list}
        ref={box}
        role="listbox"
        aria-label={props.label}
        className="k-search__list"
        hidden={!isOpen || shown.length === 0}
      >
        {isOpen
          ? shown.map((choice, n) => (
              // the keyboard stays in the field: the list is worked from there
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the combobox
              <div
                key={String(choice.value)}
                id={optionId(n)}
                role="option"
                tabIndex={-1}
                className={n === active ? 'k-search__one k-search__one--active' : 'k-search__one'}
                aria-selected={choice.value === props.value}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(choice)}
              >
                {choice.label}
              </div>
            ))
          : null}
      </div>
      <p className={isOpen ? 'k-hint' : 'k-hidden'} role="status">
        {isOpen && typed !== undefined
          ? found.length === 0
            ? t('searchNone')
            : found.length > shown.length
              ? t('searchMore', { n: shown.length, all: found.length })
              : t('searchFound', { count: found.length })
          : ''}
      </p>
    </div>
  );
}
