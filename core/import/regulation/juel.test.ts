// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of the process

import { expect, it } from 'vitest';
import { feelOfJuel, valueOfJuel } from './juel.ts';

const entered = (task: string) => ({ enter: 'form', check: 'check' })[task];
const of = (task: string, ...props: string[]) =>
  `submission('${task}').formData${props.map((name) => `.prop('${name}')`).join('')}`;
const agreed = `${of('enter', 'agreed')}.value()`;

it.each([
  [`\${${agreed}}`, 'form.agreed = true'],
  [`#{ ${of('enter', 'agreed')}.boolValue() }`, 'form.agreed = true'],
  [agreed, 'form.agreed = true'],
  [`\${!${agreed}}`, 'form.agreed != true'],
  [`\${not ${agreed}}`, 'form.agreed != true'],
  [`\${!(${agreed} == 'a')}`, 'not(form.agreed = "a")'],
  [`\${${of('check', 'a', 'b')}.stringValue() == 'x'}`, 'check.a.b = "x"'],
  [`\${${of('enter', 'n')}.numberValue() != 3}`, 'form.n != 3'],
  [`\${${of('enter', 'n')}.value() eq null}`, 'form.n = null'],
  [`\${${of('enter', 'n')}.value() ne true}`, 'form.n != true'],
  [`\${${of('enter', 'kind')}.value().equals("own")}`, 'form.kind = "own"'],
  [`\${${agreed} and ${of('enter', 'n')}.value() == 1}`, '(form.agreed = true and form.n = 1)'],
  [`\${(${agreed}) or ${of('enter', 'n')}.value() === 1}`, '(form.agreed = true or form.n = 1)'],
  // words within a text are no words of the language
  [`\${${of('enter', 'kind')}.value() == 'land and water, or not'}`, 'form.kind = "land and water, or not"'],
  [`\${${of('enter', 'kind')}.value() eq "eq"}`, 'form.kind = "eq"'],
])('%s asks %s', (juel, feel) => {
  expect(feelOfJuel(juel, entered)).toBe(feel);
});

it.each([
  '${}',
  '${a; b}',
  '${(}',
  '${status == "done"}',
  '${execution.getVariable("x")}',
  `\${${agreed} ?? 1}`,
  `\${${agreed} > 3}`,
  `\${${agreed} == other}`,
  `\${${of('nowhere', 'agreed')}.value()}`,
  "${submission(task).formData.prop('a').value()}",
  "${other('enter').formData.prop('a').value()}",
  "${submission('enter').other.prop('a').value()}",
  "${submission('enter').formData.prop(a).value()}",
  "${submission('enter').formData.elements().value()}",
  '${submission.formData}',
])('%s asks more than what was entered: a person decides', (juel) => {
  expect(feelOfJuel(juel, entered)).toBeUndefined();
});

it.each([
  [`\${${of('enter', 'name')}.value()}`, 'form.name'],
  [`\${${of('check', 'a', 'b')}.value()}`, 'check.a.b'],
  ['${token}', undefined],
  ['plain text', undefined],
  ['${(}', undefined],
  ['${}', undefined],
])('what is sent as %s is %s', (juel, feel) => {
  expect(valueOfJuel(juel, entered)).toBe(feel);
});
