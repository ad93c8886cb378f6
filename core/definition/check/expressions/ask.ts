import {
  type Checked,
  checked,
  type Facts,
  type Finding,
  type Implication,
  type Kind,
  type Type,
  type Wanted,
} from '#core/expression/types/index.ts';
import type { Names } from '../../scope/results.ts';
import type { Problem } from '../../types.ts';
import { judgedPattern } from '../patterns.ts';
import { type Holes, mistake } from '../problem.ts';
import { kindWords } from '../words/kinds.ts';
import type { Code } from '../words.ts';

/** Where an expression stands: what it sees, how strict it is there. */
export type Sight = {
  readonly names: Names;
  readonly strict: boolean;
  readonly facts?: Facts;
  /** Where it is used, if that is not where it stands: a message is sent from states. */
  readonly used?: { readonly uk: string; readonly en: string };
};

/** A text of which an expression is a part: `{{ … }}`. */
export type Part = { readonly text: string; readonly from: number };

/** Asks of every expression what is wrong with it; the same about the same place is told once. */
export class Asking {
  readonly problems: Problem[] = [];
  readonly implications: readonly Implication[];
  readonly #told = new Set<string>();

  constructor(implications: readonly Implication[] = []) {
    this.implications = implications;
  }

  /** @param wanted what the expression must give there */
  ask(source: string, pointer: string, sight: Sight, wanted: Wanted = { empty: true }, part?: Part): Checked {
    const scope = {
      names: sight.names,
      strict: sight.strict,
      implications: this.implications,
      ...(sight.facts ? { facts: sight.facts } : {}),
      ...(part ? { inText: true } : {}),
    };
    const found = checked(source, scope, wanted);
    for (const finding of found.findings) this.tell(finding, source, pointer, sight, part);
    for (const one of found.patterns) this.judge(one, pointer, part);
    return found;
  }

  /** A condition: what is known where it holds and where it does not. */
  condition(source: string, pointer: string, sight: Sight): Checked {
    return this.ask(source, pointer, sight, { kinds: ['boolean'] });
  }

  /** The expressions in a text; absent values leave nothing. */
  text(text: string, pointer: string, sight: Sight, kinds?: readonly Kind[]): void {
    for (const match of text.matchAll(/\{\{([\s\S]+?)\}\}/g)) {
      const inner = match[1] ?? '';
      const from = match.index + 2 + (inner.length - inner.trimStart().length);
      this.ask(inner.trim(), pointer, sight, { empty: true, ...(kinds ? { kinds } : {}) }, { text, from });
    }
  }

  /** A pattern that no bound of the language refused may be unsafe all the same. */
  judge({ pattern, from, to }: Checked['patterns'][number], pointer: string, part?: Part): void {
    const judgement = judgedPattern(pattern);
    const within = { from: (part?.from ?? 0) + from, to: (part?.from ?? 0) + to };
    const isTold = this.problems.some((p) => p.pointer === pointer && p.within?.from === within.from);
    if (judgement === 'fine' || isTold) return;
    const code = judgement === 'unreadable' ? 'badPattern' : 'unboundedPattern';
    this.problems.push({ ...mistake(code, pointer, { pattern }), within });
  }

  tell(finding: Finding, source: string, pointer: string, sight: Sight, part?: Part): void {
    const from = (part?.from ?? 0) + finding.from;
    const to = (part?.from ?? 0) + finding.to;
    const whole = part?.text ?? source;
    const key = `${pointer} ${finding.code} ${from}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const mend =
      finding.instead === undefined
        ? undefined
        : [
            {
              op: 'replace',
              path: pointer,
              value: whole.slice(0, from) + finding.instead + whole.slice(to),
            } as const,
          ];
    const problem = mistake(finding.code, pointer, holesOf(finding), mend);
    const { message } = problem;
    const told = sight.used
      ? { ...message, uk: `${message.uk} (${sight.used.uk})`, en: `${message.en} (${sight.used.en})` }
      : message;
    this.problems.push({ ...problem, message: told, within: { from, to } });
  }

  add(code: Code, pointer: string, holes: Holes = {}): void {
    this.problems.push(mistake(code, pointer, holes));
  }
}

const ofKind = new Set(['type', 'given', 'wants', 'leftType', 'rightType']);

function holesOf({ code, holes }: Finding): Holes {
  const said = (name: string, value: string): Holes[string] => {
    if (name === 'at' && value === '') return { uk: 'тут чогось бракує', en: 'something is missing here' };
    if (name === 'always') return { uk: value === 'true' ? 'істинна' : 'хибна', en: value };
    const isKind = ofKind.has(name) || (code === 'wrongArithmetic' && (name === 'left' || name === 'right'));
    return isKind && Object.hasOwn(kindWords, value) ? kindWords[value as Kind] : value;
  };
  return Object.fromEntries(Object.entries(holes).map(([name, value]) => [name, said(name, value)]));
}

/** What may be put into a field of a type: a day becomes its text. */
export function wantedOf(target: Type | undefined): Wanted {
  if (!target) return { empty: true };
  switch (target.kind) {
    case 'any':
    case 'mixed':
      return { empty: true };
    case 'string':
      return { kinds: ['string', 'date', 'time', 'date and time', 'duration'], empty: true };
    default:
      return { kinds: [target.kind], empty: true };
  }
}
