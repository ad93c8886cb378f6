import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  defaultHighlightStyle,
  foldGutter,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, lineNumbers } from '@codemirror/view';
import { getLocation, parse } from 'jsonc-parser';
import type { Kind } from '#core/definition/types.ts';
import { namesAt, schemasAt, valuesAt } from './schema-at.ts';

/** A text put in by the page, not by the analyst. */
const ours = Annotation.define<boolean>();

const theme = EditorView.theme({
  '&': { height: '100%', fontSize: '0.9375rem', backgroundColor: '#fff' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "DejaVu Sans Mono", monospace', overflow: 'auto' },
  '.cm-tooltip': { maxWidth: '30rem', fontFamily: 'system-ui, sans-serif' },
});

/** Completion from the published schema: names of an object, values that are listed. */
function completing(kind: Kind) {
  return (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString();
    const { path, isAtPropertyKey, previousNode } = getLocation(text, context.pos);
    const inString = previousNode?.type === 'string' || previousNode?.type === 'property';
    const word = context.matchBefore(/"?[\w$:-]*/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    const definition: unknown = parse(text);
    const above = path.slice(0, -1);
    const options = isAtPropertyKey
      ? [...namesAt(kind, definition, above)].map(([name, info]) => ({
          label: `"${name}"`,
          type: 'property',
          ...(info ? { info } : {}),
          apply: inString ? `"${name}"` : `"${name}": `,
        }))
      : valuesAt(kind, definition, path).map((value) => ({ label: JSON.stringify(value), type: 'constant' }));
    if (options.length === 0) return null;
    const closed = text[context.pos] === '"' ? context.pos + 1 : context.pos;
    return { from: word.from, to: closed, options, filter: true, validFor: /^"?[\w$:-]*"?$/ };
  };
}

/** What the schema says of the place under the pointer. */
function explaining(kind: Kind) {
  return hoverTooltip((view, pos) => {
    const text = view.state.doc.toString();
    const { path } = getLocation(text, pos);
    const said = schemasAt(kind, parse(text), path)
      .map(({ description }) => description)
      .find((one) => typeof one === 'string');
    if (typeof said !== 'string') return null;
    return {
      pos,
      create: () => {
        const dom = document.createElement('div');
        dom.textContent = said;
        return { dom };
      },
    };
  });
}

export interface JsonEditorOptions {
  readonly kind: Kind;
  readonly text: string;
  readonly label: string;
  readonly open: boolean;
  /** What the analyst typed. */
  readonly changed: (text: string) => void;
}

/** An editor of JSON in a shadow root of its own: its styles are adopted sheets, which the strict CSP allows. */
export class JsonEditor {
  readonly #view: EditorView;
  readonly #writable = new Compartment();

  constructor(parent: HTMLElement, { kind, text, label, open, changed }: JsonEditorOptions) {
    const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          foldGutter(),
          lintGutter(),
          history(),
          indentOnInput(),
          bracketMatching(),
          highlightSelectionMatches(),
          search({ top: true }),
          syntaxHighlighting(defaultHighlightStyle),
          json(),
          autocompletion({ override: [completing(kind)] }),
          explaining(kind),
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
          theme,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          this.#writable.of(EditorState.readOnly.of(!open)),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((one) => one.annotation(ours)))
              changed(update.state.doc.toString());
          }),
        ],
      }),
    });
  }

  /** Shows another text, keeping the place of the cursor as far as it goes. */
  show(text: string): void {
    const now = this.#view.state.doc.toString();
    if (now === text) return;
    // only what differs is replaced, so that the cursor and the folds stay
    let from = 0;
    while (from < now.length && from < text.length && now[from] === text[from]) from += 1;
    let end = 0;
    while (end < now.length - from && end < text.length - from && now.at(-1 - end) === text.at(-1 - end))
      end += 1;
    this.#view.dispatch({
      changes: { from, to: now.length - end, insert: text.slice(from, text.length - end) },
      annotations: ours.of(true),
    });
  }

  mark(problems: readonly Diagnostic[]): void {
    this.#view.dispatch(setDiagnostics(this.#view.state, [...problems]));
  }

  /** Puts the cursor at a line and column (from 1) and shows it. */
  lead(line: number, column: number): void {
    const at = this.#view.state.doc.line(Math.min(line, this.#view.state.doc.lines));
    const anchor = Math.min(at.from + column - 1, at.to);
    this.#view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    this.#view.focus();
  }

  /** The offset of a line and column (from 1). */
  offset(line: number, column: number): number {
    const at = this.#view.state.doc.line(Math.min(line, this.#view.state.doc.lines));
    return Math.min(at.from + column - 1, at.to);
  }

  close(): void {
    this.#view.destroy();
  }
}
