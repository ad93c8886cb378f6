import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { useLibrary } from '../library.tsx';
import { useProblemsAt } from '../problems/here.tsx';
import type { FlowPlace, StateNode, Way } from './flow-place.ts';
import { stateKeys } from './keys.ts';
import { kindOfState } from './kinds.ts';
import { type Box, type Line, layout } from './layout.ts';
import { flowTexts } from './texts.ts';
import { stateTitle, term, wayTitle } from './titles.ts';

const short = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** Reached by Tab. In an SVG the attribute is written as it stands, and `tabIndex` is none. */
const REACHED = { tabindex: 0 };

/** The flow as it is drawn: states from top to bottom, branches inside theirs, ways with their words. */
export function FlowCanvas({ flow, walked }: { flow: FlowPlace; walked: ReadonlySet<string> }) {
  const t = useTexts(flowTexts);
  const { language } = useLanguage();
  const { place, goTo } = useDesign();
  const paper = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState(1);
  const words = useMemo(
    () => (node: StateNode, way: Way) =>
      wayTitle(node, way, language, (kind) => (kind === 'overdue' ? t('overdueWay') : t(kind))),
    [language, t],
  );
  const drawing = useMemo(() => layout(flow, '/flow', words), [flow, words]);
  const { boxes, lines, frames, width, height } = drawing;
  const inOrder = useMemo(() => boxes.toSorted((a, b) => a.y - b.y || a.x - b.x), [boxes]);
  const fitting = () =>
    Math.min(1, Math.max(0.3, ((paper.current?.clientWidth ?? width) - 4) / (width + 16)));
  // a drawing that is wider than its paper is shown whole, as long as it can be read
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is opened
  useLayoutEffect(() => setZoom(Math.max(0.6, fitting())), []);
  // what is chosen elsewhere is brought into sight; nothing chosen: where the flow begins
  const seen = place.chosen ?? flow.state(`/flow/states/${flow.initial('/flow')}`)?.at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: not whenever something is drawn anew
  useLayoutEffect(() => {
    const box = boxes.find(({ node }) => node.at === seen);
    if (paper.current && box) bringIntoSight(paper.current, box, zoom);
  }, [seen, zoom]);
  return (
    <div className="d-flow">
      <div className="d-acts">
        <Button kind="secondary" onClick={() => setZoom(Math.min(2, zoom * 1.25))}>
          {t('zoomIn')}
        </Button>
        <Button kind="secondary" onClick={() => setZoom(Math.max(0.3, zoom / 1.25))}>
          {t('zoomOut')}
        </Button>
        <Button kind="secondary" onClick={() => setZoom(fitting())}>
          {t('whole')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section ref={paper} className="d-flow__paper" tabIndex={0} aria-label={t('canvas')}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in an SVG */}
        <svg
          className="d-flow__svg"
          width={(width + 16) * zoom}
          height={(height + 16) * zoom}
          viewBox={`0 0 ${width + 16} ${height + 16}`}
          role="group"
          aria-label={t('states')}
        >
          <defs>
            <marker
              id="d-arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path d="M0 0 L8 4 L0 8 z" className="d-arrow" />
            </marker>
          </defs>
          {boxes
            .filter(({ node }) => node.inner.length > 0)
            .map((box) => (
              <StateBox
                key={box.node.at}
                box={box}
                chosen={place.chosen === box.node.at}
                flow={flow}
                walked={walked.has(box.node.at)}
                choose={() => goTo({ tab: 'flow', chosen: box.node.at })}
                beside={(by) => inOrder[inOrder.indexOf(box) + by]?.node.at}
              />
            ))}
          {frames.map((frame) => (
            <g key={`${frame.name}${frame.x}-${frame.y}`}>
              <rect
                className="d-frame"
                x={frame.x}
                y={frame.y}
                width={frame.width}
                height={frame.height}
                rx={8}
              />
              <text className="d-frame__name" x={frame.x + 8} y={frame.y + 15}>
                {frame.name === '' ? t('forEach') : t('branch', { name: frame.name })}
              </text>
            </g>
          ))}
          {lines.map((line) => (
            <WayLine
              key={`${line.way.at} ${line.way.to} ${line.way.when ?? ''}`}
              line={line}
              label={words(line.from, line.way)}
            />
          ))}
          {boxes
            .filter(({ node }) => node.inner.length === 0)
            .map((box) => (
              <StateBox
                key={box.node.at}
                box={box}
                chosen={place.chosen === box.node.at}
                flow={flow}
                walked={walked.has(box.node.at)}
                choose={() => goTo({ tab: 'flow', chosen: box.node.at })}
                beside={(by) => inOrder[inOrder.indexOf(box) + by]?.node.at}
              />
            ))}
        </svg>
      </section>
    </div>
  );
}

/** Scrolls the paper so far that a box is whole on it; where it is, nothing moves. */
function bringIntoSight(paper: HTMLElement, { x, y, width, height }: Box, zoom: number): void {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = paper;
  const [left, top] = [x * zoom, y * zoom];
  if (left < scrollLeft || left + width * zoom > scrollLeft + clientWidth)
    paper.scrollLeft = left + (width * zoom - clientWidth) / 2;
  if (top < scrollTop || top + height * zoom > scrollTop + clientHeight)
    paper.scrollTop = top + (height * zoom - clientHeight) / 2;
}

type Point = Line['points'][number];

/** How far from a corner a line begins to turn: near enough that its words, which stand at a corner, stand on it. */
const TURN = 18;

/** The point on the way from one to another, so far from the first, halfway at most. */
function towards(from: Point, to: Point): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const part = Math.min(0.5, TURN / Math.max(1, Math.hypot(dx, dy)));
  return `${from.x + dx * part} ${from.y + dy * part}`;
}

/** A line through its points, its corners rounded. */
function curve(first: Point, rest: readonly Point[]): string {
  const parts = rest.map((point, n) => {
    const next = rest[n + 1];
    if (!next) return `L${point.x} ${point.y}`;
    return `L${towards(point, rest[n - 1] ?? first)} Q${point.x} ${point.y} ${towards(point, next)}`;
  });
  return `M${first.x} ${first.y} ${parts.join(' ')}`;
}

function WayLine({ line, label }: { line: Line; label: string }) {
  const { points, way } = line;
  const [first, ...rest] = points;
  if (!first) return null;
  const d = curve(first, rest);
  const bad = ['failed', 'otherwise', 'declined', 'none', 'tooFew'].includes(way.kind);
  return (
    <g className={way.kind === 'overdue' ? 'd-way d-way--overdue' : bad ? 'd-way d-way--bad' : 'd-way'}>
      <path d={d} className="d-way__line" markerEnd="url(#d-arrow)" />
      <text className="d-way__label" x={line.label.x} y={line.label.y + 4} textAnchor="middle">
        {short(label, 26)}
        <title>{label}</title>
      </text>
    </g>
  );
}

function StateBox({
  box,
  chosen,
  walked,
  flow,
  choose,
  beside,
}: {
  box: Box;
  chosen: boolean;
  walked: boolean;
  flow: FlowPlace;
  choose: () => void;
  /** Where the state stands that comes so many further on in reading order. */
  beside: (by: 1 | -1) => string | undefined;
}) {
  const t = useTexts(flowTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { definition } = useDesign();
  const { library } = useLibrary();
  const { node, x, y, width, height } = box;
  const problems = useProblemsAt('flow', node.at);
  const { state, type, name } = node;
  const kind = read(kindOfState(type)?.title) || type;
  const title = stateTitle(node, language);
  const whole = objectOf(definition);
  const role = objectOf(objectOf(whole.roles)[String(state.role ?? '')]);
  const party = objectOf(objectOf(whole.parties)[String(state.party ?? '')]);
  const who =
    read(objectOf(role.title) as Record<string, string>) ||
    read(objectOf(party.title) as Record<string, string>) ||
    (type === 'party' ? (state.party === 'applicant' ? t('applicant') : String(state.party ?? '')) : '') ||
    read(library.connectors[String(state.connector ?? '')]?.title) ||
    kind;
  const deadline = term(state.due, language);
  const most = Math.floor((width - (type === 'end' ? 44 : 24)) / 8);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in an SVG
    <g
      className={`d-state d-state--${type}${chosen ? ' d-state--chosen' : ''}${walked ? ' d-state--walked' : ''}`}
      {...REACHED}
      role="button"
      aria-pressed={chosen}
      data-state={node.at}
      onClick={choose}
      onKeyDown={(event) => stateKeys(event, node.at, choose, beside)}
    >
      <rect
        className="d-state__box"
        x={x}
        y={y}
        width={width}
        height={height}
        rx={type === 'end' ? 34 : 10}
      />
      {problems.length > 0 ? (
        <>
          <circle className="d-state__wrong" cx={x + width - 6} cy={y + 2} r={10} />
          <text x={x + width - 6} y={y + 6} textAnchor="middle">
            {problems.length}
            <title>{problems.map(({ message }) => read(message)).join(' ')}</title>
          </text>
        </>
      ) : null}
      {flow.initial(node.flow) === name ? (
        <circle className="d-state__begin" cx={x + 12} cy={y} r={7} />
      ) : null}
      <text className="d-state__title" x={x + 14} y={y + 24}>
        {short(title, most)}
        <title>{t('stateLabel', { state: title, kind })}</title>
      </text>
      <text className="d-state__who" x={x + 14} y={y + 43}>
        {short(who, most)}
      </text>
      {deadline ? (
        <text className="d-state__due" x={x + 14} y={y + 60}>
          {t('deadline', { term: deadline })}
        </text>
      ) : null}
    </g>
  );
}
