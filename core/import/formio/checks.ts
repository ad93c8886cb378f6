import type { Text } from '#core/definition/types.ts';
import { under } from '#core/form/pointer.ts';
import type { Beside } from '../draft/assemble.ts';
import type { Draft } from '../draft/draft.ts';
import { feelOf, literal, wherever } from '../draft/feel.ts';
import type { Test } from '../draft/test.ts';
import type { Logic, Operand } from '../javascript/logic.ts';
import { readScript } from '../javascript/read.ts';
import { looseOf, says, textOf } from '../json.ts';
import type { Report } from '../report.ts';
import type { Words } from '../words.ts';
import { type Component, typeOf, validateOf } from './component.ts';
import type { Demand } from './kind.ts';
import { prefills } from './kinds/nav.ts';
import type { Node, Places } from './source.ts';

/** Checks that a kind of NAV's platform brings with it: its demands say the same. */
const BROUGHT =
  /^valid\s*=\s*instance\.validate(DatePicker(V2)?|FnrNew|OrganizationNumber|AccountNumber)\([^)]*\);?$/;
const EXPRESSION: Text = {
  uk: 'Формула робить більше, ніж порівнює введене: допишіть її самі',
  en: 'The script does more than compare what was entered: write it yourself',
};

/** Rules and values of the fields: what is checked beyond the schema, filled in, computed. */
export class Checks {
  readonly beside: Beside = { rules: [], prefill: {}, computed: {} };
  readonly #places: Places;
  readonly #words: (source: unknown) => Words | undefined;
  readonly #report: Report;
  readonly #shows: (node: Node) => readonly Test[];

  constructor(
    places: Places,
    shows: (node: Node) => readonly Test[],
    words: (source: unknown) => Words | undefined,
    report: Report,
  ) {
    this.#places = places;
    this.#shows = shows;
    this.#words = words;
    this.#report = report;
  }

  /** Makes the rules and values of a field; what is lost of it by them. */
  of(node: Node): Text[] {
    const { made, pointer, component } = node;
    const losses: Text[] = [];
    const demand = (at: string, demands: readonly Demand[] = [], certain = false) => {
      for (const one of demands) if (!this.#demand(at, one, certain)) losses.push(DEEP);
    };
    demand(pointer, made?.demands, this.#certain(node));
    for (const part of Object.values(made?.parts ?? {}))
      if ('field' in part) demand(under(pointer, part.field), part.demands);
    if (!this.#after(node)) losses.push(ORDER);
    this.#custom(node);
    this.#values(node);
    if (component.hidden === true) losses.push(HIDDEN);
    return losses;
  }

  /** Whether every row has it: it is required and nothing around it, up to the list, depends on anything. */
  #certain(node: Node): boolean {
    if (validateOf(node.component).required !== true) return false;
    for (let at: Node | undefined = node; at && at.part !== 'rows'; at = at.above)
      if (this.#shows(at).length > 0) return false;
    return true;
  }

  /** Which of these may be empty: a check waits for them. */
  #absent(...fields: readonly (readonly [Node | undefined, string])[]): string[] {
    return fields.flatMap(([node, x]) => (node && this.#certain(node) ? [] : [x]));
  }

  /** What is said where a field is wrong. */
  errors(component: Component): Pick<Draft, 'errors'> {
    const own = this.#words(validateOf(component).customMessage);
    const each = Object.entries(looseOf(component.errors)).flatMap(([word, text]) => {
      const said = this.#words(text);
      return said && ['required', 'pattern', 'minLength', 'maxLength'].includes(word)
        ? [[word, said] as const]
        : [];
    });
    const { pattern, minLength, maxLength, required } = validateOf(component);
    const asked = Object.entries({ pattern, minLength, maxLength, required }).filter(([, value]) =>
      says(value),
    );
    const all = {
      ...(own ? Object.fromEntries(asked.map(([word]) => [word, own])) : {}),
      ...Object.fromEntries(each),
    };
    return Object.keys(all).length > 0 ? { errors: all } : {};
  }

  #demand(pointer: string, { must, say }: Demand, certain: boolean): boolean {
    const named = feelOf(pointer);
    if (!named) return false;
    const { x, list, at } = named;
    this.beside.rules.push({ at, must: wherever(must(x), certain ? [] : [x], list), say });
    return true;
  }

  /** NAV: a day that must come after another (`beforeDateInputKey`). */
  #after(node: Node): boolean {
    const key = textOf(node.component.beforeDateInputKey);
    if (key === undefined || key === '') return true;
    const before = this.#places.named(key, node);
    const [own, other] = [feelOf(node.pointer), before && feelOf(before.pointer)];
    if (!own || !other || own.list !== other.list) return false;
    const must = `date(${own.x}) ${node.component.mayBeEqual === true ? '>=' : '>'} date(${other.x})`;
    this.beside.rules.push({
      at: own.at,
      must: wherever(must, this.#absent([node, own.x], [before?.node, other.x]), own.list),
      say: { uk: 'Ця дата має бути пізнішою за попередню', en: 'This day must come after the one before' },
    });
    return true;
  }

  /** `validate.custom`: a rule, where it only compares. */
  #custom(node: Node): void {
    const script = textOf(validateOf(node.component).custom)?.trim();
    const json = validateOf(node.component).json;
    const source = `${node.source}/validate`;
    if (says(json))
      this.#report.tell('check', 'left', `${source}/json`, EXPRESSION, { shown: JSON.stringify(json) });
    if (script === undefined || script === '') return;
    if (BROUGHT.test(script)) {
      const here = { uk: 'Перевірка, яку має сам вид поля', en: 'The check that the kind of field brings' };
      this.#report.tell('check', 'exact', `${source}/custom`, here, { shown: script });
      return;
    }
    const read = readScript(script, 'valid');
    const own = feelOf(node.pointer);
    const must = read && own && this.#feel(read.logic, node, own);
    if (!must || !own) {
      this.#report.tell('check', 'left', `${source}/custom`, EXPRESSION, { shown: script });
      return;
    }
    const say = this.#words(read.otherwise) ??
      this.#words(validateOf(node.component).customMessage) ?? {
        uk: 'Перевірте введене',
        en: 'Look at what was entered again',
      };
    this.beside.rules.push({ at: own.at, must: wherever(must, this.#absent([node, own.x]), own.list), say });
    this.#report.tell(
      'check',
      'exact',
      `${source}/custom`,
      { uk: 'Правило', en: 'A rule' },
      { to: `/form/rules/${this.beside.rules.length - 1}`, shown: script },
    );
  }

  /** A condition in FEEL; `input` is the field itself. */
  #feel(logic: Logic, node: Node, { x: input, list }: { x: string; list?: string }): string | undefined {
    const operand = (one: Operand): string | undefined => {
      if ('constant' in one)
        return one.constant === null || one.constant === undefined ? 'null' : literal(one.constant);
      const [root, ...path] = one.path;
      if (root === 'input' || root === 'value') return path.length === 0 ? input : undefined;
      const found = root === 'data' ? this.#places.at(path) : this.#places.from(node, path);
      const named =
        found && !found.choice && ['text', 'number', 'one', 'flag', 'day'].includes(found.seen.as)
          ? feelOf(found.pointer)
          : undefined;
      return named && (named.list === undefined || named.list === list) ? named.x : undefined;
    };
    if ('all' in logic || 'any' in logic) {
      const parts = ('all' in logic ? logic.all : logic.any).map((one) =>
        this.#feel(one, node, { x: input, ...(list === undefined ? {} : { list }) }),
      );
      return parts.length === 0 || parts.includes(undefined)
        ? undefined
        : `(${parts.join('all' in logic ? ' and ' : ' or ')})`;
    }
    if ('not' in logic) {
      const inner = this.#feel(logic.not, node, { x: input, ...(list === undefined ? {} : { list }) });
      return inner && `not(${inner})`;
    }
    if (!('compare' in logic)) return undefined;
    const [left, right] = [operand(logic.left), operand(logic.right)];
    return left && right && `${left} ${logic.compare} ${right}`;
  }

  #values(node: Node): void {
    const { component, pointer, made, source } = node;
    const computed = textOf(component.calculateValue);
    if (computed !== undefined)
      this.#report.tell('value', 'left', `${source}/calculateValue`, EXPRESSION, { shown: computed });
    const given = textOf(component.customDefaultValue);
    if (given !== undefined)
      this.#report.tell('value', 'left', `${source}/customDefaultValue`, EXPRESSION, { shown: given });
    const { defaultValue } = component;
    const inRow = pointer.includes('/*');
    if (says(defaultValue)) {
      const plain = ['string', 'number', 'boolean'].includes(typeof defaultValue);
      const fits =
        plain && !inRow && made !== undefined && made.seen.as !== 'other' && made.seen.as !== 'several';
      if (fits) this.beside.prefill[pointer] = literal(defaultValue as string | number | boolean);
      this.#report.tell(
        'value',
        fits ? 'exact' : 'left',
        `${source}/defaultValue`,
        fits
          ? { uk: 'Початкове значення', en: 'A value to begin with' }
          : { uk: 'Початкове значення тут не ставиться', en: 'A value to begin with is not set here' },
        { shown: JSON.stringify(defaultValue).slice(0, 500) },
      );
    }
    const filled = textOf(component.prefillKey);
    if (filled !== undefined && (component.prefill === true || typeOf(component) !== 'maalgruppe')) {
      const known = prefills[filled];
      if (known !== undefined && !inRow) this.beside.prefill[pointer] = known;
      this.#report.tell(
        'value',
        known !== undefined && !inRow ? 'exact' : 'left',
        `${source}/prefillKey`,
        known
          ? { uk: 'Заповнюється з того, ким увійшли', en: 'Filled in from who has logged in' }
          : {
              uk: 'Платформа джерела заповнює це сама: додайте prefill',
              en: 'The platform of the source fills it in: add prefill',
            },
        { shown: filled },
      );
    }
  }
}

const DEEP: Text = {
  uk: 'перевірку в списку всередині списку не перенесено',
  en: 'a check in a list inside a list did not come over',
};
const ORDER: Text = {
  uk: 'порядок дат не перевіряється: іншої дати поруч немає',
  en: 'the order of days is not checked: there is no other day beside it',
};
const HIDDEN: Text = {
  uk: 'у джерелі поле приховане, тут його видно',
  en: 'the field is hidden in the source, here it shows',
};
