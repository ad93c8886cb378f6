import { isRecord } from '#core/expression/record.ts';
import type { Text } from '../types.ts';
import { type Comparison, howChanged, said } from './comparison.ts';
import { isSame } from './equal.ts';
import { below, namesOf, type Operation, own, patch } from './patch.ts';
import { both, word } from './texts.ts';
import type { Audience } from './types.ts';

/** What a keyword of JSON Schema says of a field. */
const KEYWORDS: ReadonlyMap<string, readonly [uk: string, en: string]> = new Map(
  Object.entries({
    type: ['вид значення', 'kind of value'],
    format: ['запис', 'format'],
    minLength: ['найменша довжина', 'least length'],
    maxLength: ['найбільша довжина', 'greatest length'],
    minimum: ['найменше значення', 'least value'],
    maximum: ['найбільше значення', 'greatest value'],
    exclusiveMinimum: ['більше за', 'above'],
    exclusiveMaximum: ['менше за', 'below'],
    multipleOf: ['кратне', 'multiple of'],
    pattern: ['зразок', 'pattern'],
    const: ['єдине значення', 'the one value'],
    default: ['початкове значення', 'initial value'],
    minItems: ['найменше рядків', 'least rows'],
    maxItems: ['найбільше рядків', 'most rows'],
    uniqueItems: ['рядки різні', 'rows differ'],
    allOf: ['умови', 'conditions'],
    anyOf: ['умови', 'conditions'],
    oneOf: ['вибір', 'choice'],
    not: ['умови', 'conditions'],
    if: ['умова', 'condition'],
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits this
    then: ['якщо умова справджується', 'where the condition holds'],
    else: ['якщо умова не справджується', 'where the condition does not hold'],
    dependentRequired: ['що потрібно разом', 'what is needed together'],
    additionalProperties: ['інші поля', 'other fields'],
    $ref: ['спільна частина', 'shared part'],
  } as const),
);

/** What may be entered: fields that came and went, what is required, the limits of each. */
export class SchemaComparison {
  readonly #c: Comparison;
  readonly #affects: Audience[];
  readonly #titled: (field: string) => Text;
  readonly #texts: readonly unknown[] | undefined;

  /**
   * @param titled what a field is called, the form for `''`
   * @param texts of the form that the schema belongs to, where it is not the service's
   */
  constructor(
    comparison: Comparison,
    affects: Audience[],
    titled: (field: string) => Text,
    texts?: readonly unknown[],
  ) {
    this.#c = comparison;
    this.#affects = affects;
    this.#titled = titled;
    this.#texts = texts;
  }

  /** @param field where in the data the schema stands */
  compare(before: unknown, after: unknown, pointer: string, field = ''): void {
    const where = { says: this.#titled(field), affects: this.#affects };
    if (!isRecord(before) || !isRecord(after)) {
      this.#c.general(before, after, pointer, where);
      return;
    }
    for (const keyword of namesOf(before, after)) {
      const [a, b] = [own(before, keyword), own(after, keyword)];
      if (isSame(a, b)) continue;
      const at = below(pointer, keyword);
      if (keyword === 'properties') this.#fields(before, after, at, field);
      else if (keyword === 'required') this.#required(before, after, at, field);
      else if (keyword === 'items') this.compare(a, b, at, `${field}/*`);
      else if (keyword === 'enum') this.#c.set('field.options', where, optionOf, a, b, at);
      else this.#keyword(keyword, field, a, b, at);
    }
  }

  #fields(before: unknown, after: unknown, pointer: string, field: string): void {
    this.#c.collection(own(before, 'properties'), own(after, 'properties'), pointer, {
      code: 'field',
      noun: both('поле', 'the field'),
      titled: (name) => {
        const title = this.#c.names.field(below(field, name), this.#texts);
        const list = own(after, 'required');
        const isNeeded =
          Array.isArray(list) && list.includes(name) && own(own(before, 'properties'), name) === undefined;
        return isNeeded ? both(`${title.uk} (обовʼязкове)`, `${title.en} (required)`) : title;
      },
      affects: () => this.#affects,
      within: (name) => (a, b, at) => this.compare(a, b, at, below(field, name)),
    });
  }

  /** Fields that are new or gone are told of as that; of the others that they became required, or no longer are. */
  #required(before: unknown, after: unknown, pointer: string, field: string): void {
    const [olds, news] = [own(before, 'required'), own(after, 'required')];
    const list = (value: unknown) => (Array.isArray(value) ? value.map(word) : []);
    const stays = (name: string) =>
      own(own(before, 'properties'), name) !== undefined && own(own(after, 'properties'), name) !== undefined;
    const came = list(news).filter((name) => !list(olds).includes(name) && stays(name));
    const went = list(olds).filter((name) => !list(news).includes(name) && stays(name));
    const titles = (names: string[], language: 'uk' | 'en') =>
      names.map((name) => this.#c.names.field(below(field, name), this.#texts)[language]).join(', ');
    const parts = (language: 'uk' | 'en', [plus, minus, other]: readonly [string, string, string]) =>
      [
        ...(came.length > 0 ? [`${plus} ${titles(came, language)}`] : []),
        ...(went.length > 0 ? [`${minus} ${titles(went, language)}`] : []),
        ...(came.length + went.length === 0 ? [other] : []),
      ].join('; ');
    const says = both(
      parts('uk', [
        'Стало обовʼязковим:',
        'Вже не обовʼязкове:',
        'Перелік обовʼязкових полів змінено разом із полями',
      ]),
      parts('en', ['Required now:', 'No longer required:', 'The list of required fields follows the fields']),
    );
    const operations: Operation[] = patch(olds, news, pointer);
    this.#c.tell('field.required', pointer, this.#affects, says, operations);
  }

  #keyword(keyword: string, field: string, before: unknown, after: unknown, pointer: string): void {
    const [uk, en] = KEYWORDS.get(keyword) ?? [keyword, keyword];
    const where = said(this.#titled(field), both(uk, en));
    this.#c.change(
      `field.${keyword}`,
      this.#affects,
      said(where, howChanged(before, after)),
      before,
      after,
      pointer,
    );
  }
}

function optionOf(option: unknown): Text {
  return both(`«${word(option)}»`, `“${word(option)}”`);
}
