import { forOthers } from '#core/form/for-others.ts';
import { textsOf } from '#core/form/messages.ts';
import { valueAt } from '#core/form/pointer.ts';
import type { FormDefinition, PageDefinition } from '#core/form/types.ts';
import { textOf, useLanguage, useLocalised } from '#portal/theme/language.tsx';
import { AnswerList } from './answers.tsx';

/** Fields that stand under one title; those without one that follow each other stand together. */
function grouped(fields: readonly string[], titleOf: (field: string) => string) {
  const groups: { title: string; fields: string[] }[] = [];
  for (const field of fields) {
    const title = titleOf(field);
    const last = groups.at(-1);
    if (title === '' && last?.title === '') last.fields.push(field);
    else groups.push({ title, fields: [field] });
  }
  return groups;
}

/** What was entered, as far as this party was given it: page by page, the groups of a page under their titles. */
export function Given({
  form: own,
  data,
  mine,
}: {
  form: FormDefinition;
  data: Readonly<Record<string, unknown>>;
  /** Whether it is the applicant who looks. */
  mine: boolean;
}) {
  const form = mine ? own : forOthers(own);
  const read = useLocalised();
  const { language } = useLanguage();
  const pages = (form.pages ?? []).flatMap((page): PageDefinition[] => {
    const fields = page.fields.filter((field) => valueAt(data, field) !== undefined);
    return fields.length > 0 ? [{ ...page, fields }] : [];
  });
  const titleOf = (page: PageDefinition, field: string) => {
    const value = valueAt(data, field);
    const title = textOf(textsOf(form, field).title, language);
    const group = typeof value === 'object' && value !== null;
    return group && page.fields.length > 1 && title !== read(page.title) ? title : '';
  };
  return pages.map((page) => (
    <section key={page.id}>
      <h3 className="k-h3">{read(page.title)}</h3>
      {grouped(page.fields, (field) => titleOf(page, field)).map(({ title, fields }) => (
        <div key={fields[0]} className="k-group">
          {title ? <h4 className="k-group__title">{title}</h4> : null}
          <AnswerList form={form} data={data} fields={fields} onlyGiven />
        </div>
      ))}
    </section>
  ));
}
