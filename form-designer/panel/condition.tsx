import { useState } from 'react';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { isList, type Json, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { type Condition, read, type Test } from '../form/condition.ts';
import { everyField, type Field } from '../form/fields-of.ts';
import { containerOf, type FormPlace } from '../form/place.ts';
import { showWhen } from '../form/show-when.ts';
import { titleOf } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { Choice, Pick } from '../parts/fields.tsx';
import { TestValue } from './test-value.tsx';
import { panelTexts } from './texts.ts';

const words = {
  equals: 'equals',
  notEquals: 'notEquals',
  oneOf: 'oneOf',
  notOneOf: 'notOneOf',
  filled: 'filled',
  hasRows: 'hasRows',
  atLeast: 'atLeastTest',
  atMost: 'atMostTest',
  moreThan: 'moreThan',
  lessThan: 'lessThan',
} as const;

/** What can be asked of a field, by its schema. */
function asked(field: Field | undefined): Test['is'][] {
  const { schema = {} } = field ?? {};
  if (schema.type === 'array') return ['hasRows'];
  if (schema.type === 'boolean') return ['equals'];
  if (schema.type === 'integer' || schema.type === 'number')
    return ['equals', 'notEquals', 'atLeast', 'atMost', 'moreThan', 'lessThan', 'filled'];
  return isList(schema.enum)
    ? ['equals', 'notEquals', 'oneOf', 'notOneOf', 'filled']
    : ['filled', 'equals', 'notEquals'];
}

/** A test of another kind, keeping of its value what makes sense. */
function turned(test: Test, is: Test['is'], field: Field | undefined): Test {
  const before = 'value' in test ? test.value : undefined;
  const first: Json = isList(before) ? (before[0] ?? '') : (before ?? firstValue(field));
  if (is === 'filled' || is === 'hasRows') return { field: test.field, is };
  if (is === 'oneOf' || is === 'notOneOf')
    return { field: test.field, is, value: isList(before) ? before : [first] };
  if (is === 'equals' || is === 'notEquals') return { field: test.field, is, value: first };
  return { field: test.field, is, value: typeof first === 'number' ? first : 0 };
}

function firstValue(field: Field | undefined): Json {
  const { schema = {} } = field ?? {};
  if (isList(schema.enum)) return schema.enum[0] ?? '';
  if (schema.type === 'boolean') return true;
  return schema.type === 'integer' || schema.type === 'number' ? 0 : '';
}

const begun = (field: Field): Test => {
  const is = asked(field)[0] ?? 'filled';
  return turned({ field: field.pointer, is: 'filled' }, is, field);
};

/** The fields by which this one may be shown: those it can see from its row, but itself and what lies in it. */
function leaning(form: FormPlace, field: Field): Field[] {
  const row = field.pointer.lastIndexOf('/*');
  const rows = row < 0 ? '' : field.pointer.slice(0, row + 2);
  return everyField(form.fields).filter(
    ({ pointer, inner, schema }) =>
      pointer !== field.pointer &&
      !pointer.startsWith(`${field.pointer}/`) &&
      !field.pointer.startsWith(`${pointer}/`) &&
      (rows === ''
        ? !pointer.includes('*')
        : pointer.startsWith(`${rows}/`) && !pointer.slice(rows.length).includes('*')) &&
      (inner.length === 0 || schema.type === 'array'),
  );
}

/** When a field shows, as sentences. */
export function ConditionGroup({ form, field }: GroupProps) {
  const t = useTexts(panelTexts);
  const { open, edit } = useDesign();
  const [anew, setAnew] = useState(false);
  const others = leaning(form, field);
  const last = field.when.at(-1);
  const sentences = field.when.map(({ if: condition, object }) => read(condition, object));
  const simple = field.when.length === 1 && last?.holds === true ? sentences[0] : undefined;
  const put = (condition: Condition | null) =>
    edit(showWhen(form, field, condition), { together: `when${field.pointer}` });
  const start = () => {
    const [first] = others.filter(({ pointer }) => containerOf(pointer) === containerOf(field.pointer));
    const on = first ?? others[0];
    if (on) put({ join: 'and', tests: [begun(on)] });
    setAnew(false);
  };

  return (
    <fieldset className="d-group" disabled={!open}>
      <legend>{t('condition')}</legend>
      <Choice
        group={`when${field.pointer}`}
        label={t('always')}
        checked={field.when.length === 0}
        onChange={() => put(null)}
      />
      <Choice
        group={`when${field.pointer}`}
        label={t('when')}
        checked={field.when.length > 0}
        onChange={start}
      />
      {simple ? (
        <Sentence form={form} others={others} condition={simple} onChange={put} />
      ) : field.when.length > 0 && !anew ? (
        <div className="d-sentence">
          {field.when.map((shown, n) => {
            const sentence = sentences[n];
            return (
              <p key={shown.at + String(shown.holds)}>
                {sentence ? (
                  <>
                    {shown.holds ? '' : `${t('conditionNot')} `}
                    <Said form={form} condition={sentence} />
                  </>
                ) : (
                  t('conditionUnread')
                )}
              </p>
            );
          })}
          <Button kind="plain" onClick={start}>
            {t('conditionNew')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

/** A sentence in words alone. */
export function Said({ form, condition }: { form: FormPlace; condition: Condition }) {
  const t = useTexts(panelTexts);
  const { language } = useLanguage();
  const { library } = useLibrary();
  const option = (field: Field, value: Json): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    const texts = objectOf(objectOf(objectOf(form.value('/texts'))[field.pointer]).options);
    const said = objectOf(texts[String(value)]);
    return String(said[language] ?? said.uk ?? value);
  };
  const each = condition.tests.map((test) => {
    const field = form.field(test.field);
    const name = field ? titleOf(form, field, library.parts, language) : test.field;
    const value = !('value' in test)
      ? ''
      : [test.value]
          .flat()
          .map((one) => (field ? option(field, one as Json) : String(one)))
          .join(', ');
    return `«${name}» ${t(words[test.is])}${value ? ` «${value}»` : ''}`;
  });
  const and = condition.join === 'and' ? { uk: ' і ', en: ' and ' } : { uk: ' або ', en: ' or ' };
  return <>{each.join(and[language])}</>;
}

function Sentence({
  form,
  others,
  condition,
  onChange,
}: {
  form: FormPlace;
  others: readonly Field[];
  condition: Condition;
  onChange: (condition: Condition | null) => void;
}) {
  const t = useTexts(panelTexts);
  const { language } = useLanguage();
  const { library } = useLibrary();
  const { tests, join } = condition;
  const change = (n: number, test: Test) => onChange({ ...condition, tests: tests.with(n, test) });
  return (
    <div className="d-sentence">
      {tests.length > 1 ? (
        <Pick
          tight
          label={t('join')}
          value={join}
          options={[
            ['and', t('joinAnd')],
            ['or', t('joinOr')],
          ]}
          onChange={(value) => onChange({ ...condition, join: value === 'or' ? 'or' : 'and' })}
        />
      ) : null}
      {tests.map((test, n) => {
        const on = form.field(test.field);
        const kinds = asked(on);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: tests have no name but their place
          <div key={n} className="d-test">
            <Pick
              tight
              label={t('testField')}
              value={test.field}
              options={others.map((one) => [one.pointer, titleOf(form, one, library.parts, language)])}
              onChange={(pointer) => {
                const next = form.field(pointer);
                if (next) change(n, begun(next));
              }}
            />
            <Pick
              tight
              label={t('testIs')}
              value={test.is}
              options={(kinds.includes(test.is) ? kinds : [...kinds, test.is]).map((is) => [
                is,
                t(words[is]),
              ])}
              onChange={(is) => change(n, turned(test, is as Test['is'], on))}
            />
            <TestValue form={form} field={on} test={test} onChange={(next) => change(n, next)} />
            {tests.length > 1 ? (
              <button
                type="button"
                className="d-icon"
                aria-label={t('testRemove', { n: n + 1 })}
                onClick={() => onChange({ ...condition, tests: tests.toSpliced(n, 1) })}
              >
                ×
              </button>
            ) : null}
          </div>
        );
      })}
      <Button
        kind="plain"
        onClick={() => {
          const next =
            others.find(({ pointer }) => !tests.some((test) => test.field === pointer)) ?? others[0];
          if (next) onChange({ ...condition, tests: [...tests, begun(next)] });
        }}
      >
        {t('testAdd')}
      </Button>
    </div>
  );
}
