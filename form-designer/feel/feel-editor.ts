import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { type Offer, type Offering, offersAt } from './completion.ts';

/** So many offers are shown at once, so that their list need not scroll. */
const SHOWN = 9;

/** A text that was put in from outside: no edit of the analyst's. */
const ours = Annotation.define<boolean>();

const mono = 'ui-monospace, "DejaVu Sans Mono", monospace';
const theme = EditorView.theme({
  '&': { backgroundColor: '#fff', border: '2px solid #5c6673', borderRadius: '8px', fontSize: '0.9375rem' },
  '&.cm-focused': { outline: '3px solid var(--focus)', borderColor: 'var(--line-strong)' },
  '.cm-scroller': { fontFamily: mono, lineHeight: '1.5' },
  '.cm-content': { padding: '0.5rem 0.25rem', minHeight: '3.5rem', boxSizing: 'border-box' },
  '.cm-tooltip': {
    maxWidth: 'calc(100vw - 1rem)',
    fontFamily: 'system-ui, sans-serif',
    fontSize: '0.9375rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: mono,
    maxHeight: 'none',
    maxWidth: 'calc(100vw - 2rem)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.375rem 0.5rem', whiteSpace: 'normal' },
  '.cm-completionDetail': { fontFamily: 'system-ui, sans-serif', fontStyle: 'normal', color: '#3d4550' },
  'li[aria-selected] .cm-completionDetail': { color: '#fff' },
  '.cm-lintRange-error, .cm-lintRange-warning': {
    backgroundImage: 'none',
    // no text-decoration: browsers carry it over to what is typed in its place, as an inline style
    borderBottom: '2px dashed #b3261e',
  },
  '.cm-lintRange-warning': { borderBottomColor: '#8a5a00' },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: '#6b2fa0' },
  { tag: tags.string, color: '#8a3b00' },
  { tag: tags.number, color: '#00577a' },
  { tag: tags.function(tags.variableName), color: '#1d5fa8' },
]);

const words = /^(if|then|else|and|or|for|in|return|some|every|satisfies|between|true|false|null|function)\b/;

/** Enough of FEEL to colour it: what it means is told by the check. */
const feel = StreamLanguage.define({
  token(stream) {
    if (stream.match(/^"(?:\\.|[^"\\])*"?/)) return 'string';
    if (stream.match(/^\d+(?:\.\d+)?/)) return 'number';
    if (stream.match(words)) return 'keyword';
    if (stream.match(/^[A-Za-z_]\w*(?: [a-z]+)*(?=\()/)) return 'function(variableName)';
    if (stream.match(/^[A-Za-z_]\w*/)) return 'variableName';
    stream.next();
    return null;
  },
  tokenTable: { 'function(variableName)': tags.function(tags.variableName) },
});

const types = { name: 'variable', function: 'function', keyword: 'keyword', value: 'constant' } as const;

/** Puts an offer in; a function with its brackets, in the place of what is written of its name already. */
function putIn({ label, kind }: Offer, view: EditorView, from: number, to: number): void {
  const begun = view.state.sliceDoc(0, from);
  let start = from;
  // a name of several words is begun some words before
  for (let n = label.length - 1; n > 0; n -= 1)
    if (label[n - 1] === ' ' && begun.endsWith(label.slice(0, n))) {
      start = from - n;
      break;
    }
  const insert = kind === 'function' && view.state.sliceDoc(to, to + 1) !== '(' ? `${label}()` : label;
  const anchor = start + (insert.endsWith('()') ? insert.length - 1 : insert.length);
  view.dispatch({ changes: { from: start, to, insert }, selection: { anchor }, userEvent: 'input.complete' });
}

/**
 * Typing over a selection is done here: a browser that does it brings the colours of what was there along as an inline style,
 * which the CSP forbids.
 */
const typingOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state } = view;
    if (
      event.inputType !== 'insertText' ||
      event.data === null ||
      state.selection.main.empty ||
      state.readOnly
    )
      return false;
    event.preventDefault();
    view.dispatch(state.replaceSelection(event.data), { userEvent: 'input.type' });
    return true;
  },
});

/** What of the offers fits what is written. */
function completing(offering: () => Promise<Offering>) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const source = context.state.doc.toString();
    const begun = context.matchBefore(/[A-Za-z_."][\w.]*/);
    if (!context.explicit && !begun && !/(?:=|\[)\s*$/.test(source.slice(0, context.pos))) return null;
    const found = offersAt(source, context.pos, await offering());
    if (!found || context.aborted) return null;
    return {
      from: found.from,
      options: found.offers.map((offer) => ({
        label: offer.label,
        type: types[offer.kind],
        detail: offer.detail,
        ...(offer.info ? { info: offer.info } : {}),
        boost: offer.kind === 'name' ? 2 : offer.kind === 'value' ? 3 : 0,
        apply: (view, completion, from, to) => {
          putIn(offer, view, from, to);
          view.dispatch({ annotations: pickedCompletion.of(completion) });
        },
      })),
      validFor: /^"?[\w]*"?$/,
    };
  };
}

export interface FeelEditorOptions {
  readonly value: string;
  readonly label: string;
  readonly open: boolean;
  readonly changed: (value: string) => void;
  readonly offering: () => Promise<Offering>;
  readonly left: (focused: boolean) => void;
}

/** An editor of one FEEL expression in a shadow root of its own: its styles are adopted sheets, which the strict CSP allows. */
export class FeelEditor {
  readonly #view: EditorView;
  readonly #said: HTMLElement;
  readonly #words = new Compartment();
  readonly #writable = new Compartment();

  constructor(parent: HTMLElement, { value, label, open, changed, offering, left }: FeelEditorOptions) {
    const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open', delegatesFocus: true });
    root.replaceChildren();
    this.#said = document.createElement('p');
    this.#said.id = 'said';
    this.#said.hidden = true;
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: value,
        extensions: [
          feel,
          syntaxHighlighting(colours),
          bracketMatching(),
          autocompletion({ override: [completing(offering)], icons: false, maxRenderedOptions: SHOWN }),
          // Tab is bound to nothing: it leaves the field
          keymap.of(defaultKeymap),
          typingOver,
          theme,
          EditorView.lineWrapping,
          this.#words.of([]),
          this.#writable.of(EditorState.readOnly.of(!open)),
          EditorView.domEventHandlers({ focus: () => left(true), blur: () => left(false) }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((one) => one.annotation(ours)))
              changed(update.state.doc.toString());
          }),
        ],
      }),
    });
    root.append(this.#said);
    this.describe(label, '', false);
  }

  /** Shows another text. */
  show(value: string): void {
    const { doc } = this.#view.state;
    if (doc.toString() === value) return;
    this.#view.dispatch({ changes: { from: 0, to: doc.length, insert: value }, annotations: ours.of(true) });
  }

  /** What a screen reader says of the field: its name, what is wrong with it. */
  describe(label: string, said: string, wrong: boolean): void {
    this.#said.textContent = said;
    this.#view.dispatch({
      effects: this.#words.reconfigure(
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': 'said',
          ...(wrong ? { 'aria-invalid': 'true' } : {}),
          tabindex: '0',
          spellcheck: 'false',
        }),
      ),
    });
  }

  /** Marks mistakes where they stand; what is missing at the end is marked at its last sign. */
  mark(problems: readonly Diagnostic[]): void {
    const { length } = this.#view.state.doc;
    const placed = problems.map((one) => {
      const to = Math.min(one.to, length);
      const from = Math.min(one.from, to);
      return from < to
        ? { ...one, from, to }
        : { ...one, from: Math.max(0, to - 1), to: Math.min(length, Math.max(to, 1)) };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, placed));
  }

  allow(open: boolean): void {
    this.#view.dispatch({ effects: this.#writable.reconfigure(EditorState.readOnly.of(!open)) });
  }

  /** Puts a text in the place of what is selected. */
  insert(text: string): void {
    this.#view.dispatch(this.#view.state.replaceSelection(text), { userEvent: 'input' });
    this.#view.focus();
  }

  focus(anchor?: number, head?: number): void {
    this.#view.focus();
    if (anchor !== undefined) this.#view.dispatch({ selection: { anchor, head: head ?? anchor } });
  }

  close(): void {
    this.#view.destroy();
  }
}
