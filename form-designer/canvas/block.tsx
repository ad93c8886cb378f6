import { Component, type KeyboardEvent, memo, type ReactNode, useCallback, useMemo, useRef } from 'react';
import type { FormDefinition } from '#core/form/types.ts';
import { useTerritories } from '#portal/shell/territories.tsx';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { useDesign } from '../design.tsx';
import { typeOf } from '../fields/index.ts';
import type { Field } from '../form/fields-of.ts';
import type { FormPlace } from '../form/place.ts';
import { titleOf } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { useProblemsAt } from '../problems/here.tsx';
import { type Dragged, type Edge, useDraggable, useDropTarget } from './dragging.ts';
import { drawnField, opensUp } from './drawn.ts';
import { useNear } from './near.ts';
import { canvasTexts } from './texts.ts';

/** What the canvas does for its blocks. */
export interface CanvasActs {
  readonly drop: (what: Dragged, at: string, edge: Edge) => void;
  readonly dropInto: (what: Dragged, container: string) => void;
  readonly keys: (event: KeyboardEvent, pointer: string) => void;
  readonly choose: (pointer: string) => void;
}

/** A field on the sheet: drawn as the citizen sees it, chosen by a press, moved by dragging or by keys. */
export function Block({ form, field, acts }: { form: FormPlace; field: Field; acts: CanvasActs }) {
  const read = useLocalised();
  const { language } = useLanguage();
  const { library } = useLibrary();
  const { place, open } = useDesign();
  const { pointer } = field;
  const opens = opensUp(field);
  const rows = field.schema.type === 'array';
  const problems = useProblemsAt('form', form.base === '/form' ? pointer : '');
  return (
    <BlockView
      problems={problems.length}
      pointer={pointer}
      title={titleOf(form, field, library.parts, language)}
      kind={read(typeOf(form, field, library.parts)?.title)}
      chosen={place.chosen === pointer}
      conditional={field.when.length > 0}
      required={field.required}
      taken={form.ofCase(pointer) ? (form.base === '/form' ? 'answered' : 'taken') : undefined}
      rows={rows}
      open={open}
      acts={acts}
      drawn={opens ? undefined : drawnField(form, field, library.parts)}
    >
      {opens ? <Blocks form={form} container={rows ? `${pointer}/*` : pointer} acts={acts} /> : undefined}
    </BlockView>
  );
}

interface BlockViewProps {
  readonly pointer: string;
  readonly title: string;
  readonly kind: string;
  readonly chosen: boolean;
  readonly conditional: boolean;
  readonly problems: number;
  readonly required: boolean;
  /** Its choices or rows are made of what the case holds. */
  /** Of what its choices or rows are made, where that is not written down. */
  readonly taken: 'taken' | 'answered' | undefined;
  readonly rows: boolean;
  readonly open: boolean;
  readonly acts: CanvasActs;
  /** The field as a form of its own; absent where its fields are blocks themselves. */
  readonly drawn: FormDefinition | undefined;
  readonly children?: ReactNode;
}

/** Drawn anew only where something of this field has changed: a form may have hundreds. */
const BlockView = memo(function BlockView(props: BlockViewProps) {
  const { pointer, title, kind, chosen, open, acts, drawn, rows } = props;
  const t = useTexts(canvasTexts);
  const element = useRef<HTMLLIElement>(null);
  const near = useNear(element);
  const dragging = useDraggable(element, { field: pointer }, open);
  const drop = useCallback((what: Dragged, edge: Edge) => acts.drop(what, pointer, edge), [acts, pointer]);
  const edge = useDropTarget(element, { drop, can: open });
  const kinds = [drawn ? '' : 'opens', chosen ? 'chosen' : '', dragging ? 'dragged' : ''].filter(Boolean);
  return (
    <li
      ref={element}
      className={['d-block', ...kinds.map((one) => `d-block--${one}`)].join(' ')}
      data-edge={edge ?? undefined}
    >
      <button
        type="button"
        className="d-block__handle"
        data-field={pointer}
        aria-pressed={chosen}
        aria-label={t('block', { title, kind: kind || t('otherKind') })}
        onClick={() => acts.choose(pointer)}
        onKeyDown={(event) => acts.keys(event, pointer)}
      />
      {props.problems > 0 || props.conditional || props.taken ? (
        <span className="d-block__notes">
          {props.problems > 0 ? (
            <span className="d-block__wrong">{t('wrong', { count: props.problems })}</span>
          ) : null}
          {props.conditional ? <span className="d-block__when">{t('conditional')}</span> : null}
          {props.taken ? <span className="d-block__when">{t(props.taken)}</span> : null}
        </span>
      ) : null}
      {drawn ? (
        <div inert className="d-block__drawn">
          {near ? (
            <Sound key={JSON.stringify(drawn.schema)} say={t('cannotDraw', { title })}>
              <Drawn form={drawn} />
            </Sound>
          ) : (
            <p className="d-block__later">{title}</p>
          )}
        </div>
      ) : (
        <div className={rows ? 'd-block__rows k-row' : 'd-block__section k-group'}>
          <p className="k-legend k-legend--group">
            {title}
            {props.required ? null : <span className="k-optional"> {t('optional')}</span>}
          </p>
          {props.children}
        </div>
      )}
    </li>
  );
});

const nothing = () => undefined;
const empty = {};

/** Drawn anew only where the field itself has changed. */
const Drawn = memo(function Drawn({ form }: { form: FormDefinition }) {
  const territories = useTerritories();
  const context = useMemo(() => ({ territories }), [territories]);
  return (
    <KladkaForm form={form} data={empty} context={context} onChange={nothing} onSubmit={nothing}>
      {null}
    </KladkaForm>
  );
});

/** The fields inside a section or a list, with a place to drop at its end. */
function Blocks({ form, container, acts }: { form: FormPlace; container: string; acts: CanvasActs }) {
  const { open } = useDesign();
  const drop = useCallback((what: Dragged) => acts.dropInto(what, container), [acts, container]);
  return (
    <ul className="d-blocks">
      {form.inside(container).map((field) => (
        <Block key={field.pointer} form={form} field={field} acts={acts} />
      ))}
      {open ? <End drop={drop} /> : null}
    </ul>
  );
}

/** The end of a page, a section or a list: what is dropped here comes last. */
export function End({ drop }: { drop: (what: Dragged) => void }) {
  const t = useTexts(canvasTexts);
  const { open } = useDesign();
  const end = useRef<HTMLLIElement>(null);
  const over = useDropTarget(end, { drop, can: open, whole: true });
  return (
    <li ref={end} className={over ? 'd-end d-end--over' : 'd-end'}>
      {t('dropHere')}
    </li>
  );
}

/** What cannot be drawn (a schema half written in JSON) must not take the sheet away. */
class Sound extends Component<{ say: string; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? <p className="k-error">{this.props.say}</p> : this.props.children;
  }
}
