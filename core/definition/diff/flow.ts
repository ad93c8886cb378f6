import { isRecord } from '#core/expression/record.ts';
import type { Text } from '../types.ts';
import { type Comparison, type Handler, howChanged, said } from './comparison.ts';
import { durationChange } from './durations.ts';
import { FormComparison } from './form.ts';
import { labelOf, stateKind } from './labels.ts';
import { own, patch } from './patch.ts';
import { both, word } from './texts.ts';
import type { Audience } from './types.ts';
import { shown } from './values.ts';

/** The course of a case: states that came and went, whose they are, by when, what can be done in them and where it leads. */
export class FlowComparison {
  readonly #c: Comparison;

  constructor(comparison: Comparison) {
    this.#c = comparison;
  }

  compare(
    before: unknown,
    after: unknown,
    pointer: string,
    where: Text = both('Хід справи', 'The course of a case'),
  ): void {
    this.#c.byName(
      before,
      after,
      pointer,
      { says: where, affects: ['process'] },
      {
        initial: (a, b, at) =>
          this.#target(said(where, labelOf('initial')), ['process'], 'flow.initial')(a, b, at),
        states: (a, b, at) =>
          this.#c.collection(a, b, at, {
            code: 'state',
            noun: both('стан', 'the state'),
            titled: (name) => this.#c.names.state(name),
            affects: (_, value) => this.#c.names.actsIn(value),
            within: (name) => (x, y, p) => this.#state(name, x, y, p),
          }),
      },
    );
  }

  #state(name: string, before: unknown, after: unknown, pointer: string): void {
    const title = this.#c.names.state(name);
    const says = both(`Стан ${title.uk}`, `State ${title.en}`);
    const affects = [...this.#c.names.actsIn(before), ...this.#c.names.actsIn(after)];
    if (own(before, 'type') !== own(after, 'type')) {
      const kind = stateKind(own(after, 'type'));
      const now = both(`тепер це ${kind.uk}`, `is now ${kind.en}`);
      this.#c.change('state.type', affects, said(says, now), before, after, pointer);
      return;
    }
    const where = { says, affects };
    const targets = Object.fromEntries(
      ['next', 'failed', 'otherwise', 'declined', 'none', 'tooFew'].map((word) => [
        word,
        this.#target(said(says, labelOf(word)), affects, 'target.changed'),
      ]),
    );
    const messages: Handler = (a, b, at) =>
      this.#c.set(
        'notify.changed',
        { says: said(says, labelOf('notify')), affects },
        (m) => this.#c.names.titled('messages', word(m)),
        a,
        b,
        at,
      );
    const texts = [own(own(after, 'form'), 'texts'), own(own(before, 'form'), 'texts')];
    this.#c.byName(before, after, pointer, where, {
      ...targets,
      due: this.#due(says, affects),
      notify: messages,
      overdue: (a, b, at) =>
        this.#c.byName(
          a,
          b,
          at,
          { says: said(says, labelOf('overdue')), affects },
          {
            to: this.#target(said(says, labelOf('overdue')), affects, 'overdue.to'),
            raise: this.#who(
              said(says, both('кому скажуть, коли строк мине', 'who is told when the deadline passes')),
              affects,
            ),
            notify: messages,
          },
        ),
      role: this.#who(said(says, labelOf('role')), affects),
      party: this.#who(said(says, labelOf('party')), affects),
      not: (a, b, at) =>
        this.#c.set(
          'fourEyes.changed',
          { says: said(says, labelOf('not')), affects },
          (path) => both(`«${word(path)}»`, `“${word(path)}”`),
          a,
          b,
          at,
        ),
      edits: (a, b, at) =>
        this.#c.set(
          'edits.changed',
          { says: said(says, labelOf('edits')), affects },
          (f) => this.#c.names.field(word(f)),
          a,
          b,
          at,
        ),
      pages: (a, b, at) =>
        this.#c.set(
          'pages.changed',
          { says: said(says, labelOf('pages')), affects },
          (p) => this.#c.names.page(word(p)),
          a,
          b,
          at,
        ),
      form: (a, b, at) =>
        isRecord(a) && isRecord(b)
          ? new FormComparison(this.#c, affects, { title: said(says, both('форма', 'form')), texts }).compare(
              a,
              b,
              at,
            )
          : this.#c.general(a, b, at, { says: said(says, both('форма', 'form')), affects }),
      actions: (a, b, at) =>
        this.#c.collection(a, b, at, {
          code: 'action',
          noun: both(`у стані ${title.uk} дію`, `in the state ${title.en} the action`),
          titled: (action) => this.#action(action, own(b, action) ?? own(a, action)),
          affects: () => affects,
          within: (action) => (x, y, p) => this.#actionWithin(says, affects, action, x, y, p),
        }),
      flow: (a, b, at) => this.compare(a, b, at, says),
      branches: (a, b, at) =>
        this.#c.collection(a, b, at, {
          code: 'branch',
          noun: both(`у стані ${title.uk} гілку`, `in the state ${title.en} the branch`),
          titled: (branch) => both(`«${branch}»`, `“${branch}”`),
          affects: () => ['process'],
          within: () => (x, y, p) => this.compare(x, y, p, says),
        }),
    });
  }

  #due(says: Text, affects: Audience[]): Handler {
    return (before, after, pointer) => {
      const how = durationChange(before, after);
      const what = how
        ? said(says, both(`строк ${how.uk}`, `the deadline is ${how.en}`))
        : said(said(says, labelOf('due')), howChanged(before, after));
      this.#c.change('due.changed', affects, what, before, after, pointer);
    };
  }

  /** Where it leads: states by their titles, conditions as they are written. */
  #target(says: Text, affects: Audience[], code: string): Handler {
    const one = (target: unknown, language: 'uk' | 'en'): string => {
      if (typeof target === 'string') return this.#c.names.state(target)[language] ?? target;
      if (!Array.isArray(target)) return shown(target, language);
      return target
        .map((entry) => {
          const [to, when] = [own(entry, 'to'), own(entry, 'when')];
          const name = this.#c.names.state(word(to))[language] ?? word(to);
          if (when === undefined)
            return target.length > 1 ? `${language === 'uk' ? 'інакше' : 'else'} ${name}` : name;
          return `${language === 'uk' ? 'якщо' : 'if'} ${word(when)} — ${name}`;
        })
        .join('; ');
    };
    return (before, after, pointer) => {
      const leads = both(
        `${one(before, 'uk')} → ${one(after, 'uk')}`,
        `${one(before, 'en')} → ${one(after, 'en')}`,
      );
      this.#c.change(code, affects, said(says, leads), before, after, pointer);
    };
  }

  /** A role or party by its title. */
  #who(says: Text, affects: Audience[]): Handler {
    const title = (name: unknown): Text => {
      if (typeof name !== 'string') return both(shown(name, 'uk'), shown(name, 'en'));
      const role = this.#c.names.titled('roles', name);
      return role.uk === `«${name}»` ? this.#c.names.titled('parties', name) : role;
    };
    return (before, after, pointer) => {
      const [a, b] = [title(before), title(after)];
      this.#c.change(
        'who.changed',
        affects,
        said(says, both(`${a.uk} → ${b.uk}`, `${a.en} → ${b.en}`)),
        before,
        after,
        pointer,
      );
    };
  }

  #action(name: string, action: unknown): Text {
    const title = own(action, 'title');
    return isRecord(title) ? both(shown(title, 'uk'), shown(title, 'en')) : both(`«${name}»`, `“${name}”`);
  }

  #actionWithin(
    state: Text,
    affects: Audience[],
    name: string,
    before: unknown,
    after: unknown,
    pointer: string,
  ): void {
    const title = this.#action(name, after ?? before);
    const says = said(state, both(`дія ${title.uk}`, `action ${title.en}`));
    const asks =
      (uk: string, en: string): Handler =>
      (a, b, at) => {
        const now =
          b === true
            ? both(`тепер потрібно: ${uk}`, `now needs ${en}`)
            : both(`вже не потрібно: ${uk}`, `no longer needs ${en}`);
        this.#c.tell('action.asks', at, affects, said(says, now), patch(a, b, at));
      };
    this.#c.byName(
      before,
      after,
      pointer,
      { says, affects },
      {
        to: this.#target(said(says, labelOf('to')), affects, 'target.changed'),
        reason: asks('причина', 'a reason'),
        explain: asks('пояснення', 'an explanation'),
        marks: asks('позначені поля', 'fields marked'),
        grounds: (a, b, at) =>
          this.#c.set(
            'grounds.changed',
            { says: said(says, labelOf('grounds')), affects: [...affects, 'party/applicant'] },
            (g) => this.#c.names.titled('grounds', word(g)),
            a,
            b,
            at,
          ),
      },
    );
  }
}
