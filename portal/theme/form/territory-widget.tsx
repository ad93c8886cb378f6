import type { WidgetProps } from '@rjsf/utils';
import { useEffect, useRef, useState } from 'react';
import { bareName, stem } from '#core/reference/places.ts';
import { useLanguage, useTexts } from '../language.tsx';
import { Button } from '../parts/button.tsx';
import { aria } from './described.ts';
import type { FormContext, Territory } from './form-context.ts';
import { formTexts } from './form-texts.ts';

interface Level {
  readonly parent: string;
  readonly places: readonly Territory[];
  readonly chosen: string;
}

const labels: { readonly [category: string]: 'levelO' | 'levelP' | 'levelH' | 'levelM' | 'levelB' } = {
  O: 'levelO',
  K: 'levelO',
  P: 'levelP',
  H: 'levelH',
  B: 'levelB',
};

/**
 * Region, then what lies under it, down to the settlement or city district: each choice opens the next box.
 * A saved code finds its way back by the levels that the code itself spells.
 */
export function TerritoryWidget(props: WidgetProps) {
  const t = useTexts(formTexts);
  const { language } = useLanguage();
  const { territories } = props.registry.formContext as FormContext;
  const [levels, setLevels] = useState<readonly Level[]>([]);
  const [failed, setFailed] = useState(false);
  const emitted = useRef<unknown>(undefined);
  const turn = useRef(0);

  async function open(kept: readonly Level[], parent: string, towards: string): Promise<void> {
    if (!territories) return;
    turn.current += 1;
    const mine = turn.current;
    let now = kept;
    let at = parent;
    try {
      setFailed(false);
      for (let depth = 0; depth < 6; depth += 1) {
        const places = await territories(at);
        if (turn.current !== mine) return;
        if (places.length === 0) return setLevels(now);
        const next = places.find((place) => towards.startsWith(stem(place.code)));
        now = [...now, { parent: at, places, chosen: next?.code ?? '' }];
        setLevels(now);
        if (!next) return;
        at = next.code;
      }
    } catch {
      setFailed(true);
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the value comes from outside
  useEffect(() => {
    if (levels.length > 0 && emitted.current === props.value) return;
    emitted.current = props.value;
    void open([], '', typeof props.value === 'string' ? props.value : '');
  }, [props.value]);

  async function choose(index: number, code: string): Promise<void> {
    const kept = levels
      .slice(0, index + 1)
      .map((level, n) => (n === index ? { ...level, chosen: code } : level));
    setLevels(kept);
    const emit = (value: string | undefined) => {
      if (emitted.current === value) return;
      emitted.current = value;
      props.onChange(value);
    };
    if (code === '' || !territories) return emit(undefined);
    turn.current += 1;
    const mine = turn.current;
    try {
      setFailed(false);
      const places = await territories(code);
      if (turn.current !== mine) return;
      if (places.length === 0) return emit(code);
      setLevels([...kept, { parent: code, places, chosen: '' }]);
      emit(undefined);
    } catch {
      setFailed(true);
      emit(undefined);
    }
  }

  return (
    <>
      {levels.map((level, n) => {
        const id = n === 0 ? props.id : `${props.id}-${n}`;
        return (
          <div className="k-level" key={level.parent}>
            <label htmlFor={id}>{t(labels[level.places[0]?.category ?? ''] ?? 'levelM')}</label>
            <select
              {...aria(props)}
              id={id}
              name={id}
              className="k-select"
              value={level.chosen}
              disabled={props.disabled || props.readonly}
              onChange={(event) => void choose(n, event.currentTarget.value)}
            >
              <option value="">{t('choose')}</option>
              {level.places.map((place) => (
                <option key={place.code} value={place.code}>
                  {bareName(place.name, language)}
                </option>
              ))}
            </select>
          </div>
        );
      })}
      {failed ? (
        <p role="alert">
          {t('territoryFailed')}{' '}
          <Button
            kind="plain"
            onClick={() => {
              const last = levels.at(-1);
              void (last?.chosen ? open(levels, last.chosen, '') : open([], '', ''));
            }}
          >
            {t('again')}
          </Button>
        </p>
      ) : null}
    </>
  );
}
