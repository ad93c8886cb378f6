import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../stack/browser.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { field, openDesigner, saved, tab } from './drawing.ts';
import { heading, press } from './hands.ts';
import { openViewer } from './screens.ts';

let stack: Stack;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'import-walk-'));

beforeAll(async () => {
  stack = await startStack({ port: 4680 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const form = {
  title: 'Реєстрація лабораторії',
  path: 'lab-enter',
  components: [
    { type: 'content', key: 'c', html: '<p>Підготуйте <b>свідоцтво</b> про атестацію.</p>' },
    {
      type: 'textfield',
      key: 'name',
      label: 'Назва лабораторії',
      validate: { required: true, maxLength: 200 },
    },
    { type: 'checkbox', key: 'accredited', label: 'Лабораторію акредитовано' },
    {
      type: 'day',
      key: 'until',
      label: 'Акредитацію дійсна до',
      conditional: { show: true, when: 'accredited', eq: 'true' },
    },
    { type: 'select', key: 'region', label: 'Область', dataSrc: 'url', data: { url: '/api/regions' } },
    {
      type: 'select',
      key: 'ownership',
      label: 'Форма власності',
      dataSrc: 'url',
      data: { url: '/officer/api/data-factory/ownership-contains-name' },
      valueProperty: 'ownershipId',
      template: '<span>{{ item.name }}</span>',
    },
    {
      type: 'textfield',
      key: 'odd',
      label: 'Примітка',
      customConditional: 'show = moment().isAfter(data.until)',
    },
  ],
};
const process = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D">
  <bpmn:process id="add-lab" name="Додати лабораторію" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="enter" name="Заява" camunda:formKey="lab-enter" camunda:assignee="\${initiator}"><bpmn:outgoing>b</bpmn:outgoing></bpmn:userTask>
    <bpmn:serviceTask id="save" name="Зберегти в реєстрі" camunda:delegateExpression="\${dataFactoryConnectorCreateDelegate}"><bpmn:outgoing>c</bpmn:outgoing></bpmn:serviceTask>
    <bpmn:endEvent id="done" name="Лабораторію додано" />
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="enter" />
    <bpmn:sequenceFlow id="b" sourceRef="enter" targetRef="save" />
    <bpmn:sequenceFlow id="c" sourceRef="save" targetRef="done" />
  </bpmn:process>
</bpmn:definitions>`;

const model = `<databaseChangeLog xmlns:ext="http://www.liquibase.org/xml/ns/dbchangelog-ext"><changeSet id="x">
  <ext:createSearchCondition name="ownership_contains_name"><ext:table name="ownership">
    <ext:column name="ownership_id"/><ext:column name="name" sorting="asc" searchType="contains"/>
  </ext:table></ext:createSearchCondition>
  <createTable tableName="lab_ownership"><column name="id" type="UUID"><constraints primaryKey="true"/></column><column name="name" type="TEXT"/></createTable>
  <sql>CALL p_load_table_from_csv('ownership', 'forms.csv', array['code','name']);</sql>
</changeSet></databaseChangeLog>`;

test('an analyst opens a registry’s regulation: sees what came over, item by item, and goes on drawing', async () => {
  const { page, flaws, look } = await openViewer(browser, stack);
  await openDesigner(page);
  await page.getByRole('link', { name: 'Нове визначення' }).click();
  await heading(page, 'Нове визначення');
  await page.getByLabel('З файлу').check();
  const pick = page.getByLabel('Файл (або кілька, що належать разом)');
  await pick.setInputFiles(written('notes.json', '{"a":1}'));
  await page.getByText('Тут немає ні визначення, ні форми').waitFor();
  await look('import-not', true);

  await pick.setInputFiles([
    written('lab-enter.json', JSON.stringify(form)),
    written('add-lab.bpmn', process),
    written('data-model.xml', model),
    written('forms.csv', 'Код,Назва\n10,Приватна власність\n20,Колективна власність\n'),
    written('notes.json', '{"a":1}'),
  ]);
  // what is none of it is told, and the rest is read all the same
  await page.getByText(/^notes\.json: це не форма/).waitFor();
  await page.getByText('Чернетки реєстрів із моделі даних: lab-ownership.').waitFor();
  await page.getByRole('heading', { name: 'Що вийде з файлу' }).waitFor();
  const left = page.getByText(/^Лишилося: цього тут немає: \d+/);
  await left.click();
  expect(await page.locator('.d-import__items').first().textContent()).toContain(
    'show = moment().isAfter(data.until)',
  );
  await page.getByText(/^Наближено/).click();
  await look('import-report', true);

  await page.getByLabel('Ідентифікатор').fill('imported-lab');
  await press(page, 'Створити і креслити');
  await heading(page, 'Додати лабораторію');
  await field(page, 'Назва лабораторії').waitFor();
  await page.getByText('Підготуйте свідоцтво про атестацію.').first().waitFor();
  await field(page, 'Форма власності').waitFor();
  await saved(page);
  await look('import-form', true);
  await tab(page, 'Перебіг');
  await page
    .getByRole('button', { name: /Зберегти в реєстрі/ })
    .first()
    .waitFor();
  await look('import-flow', true);
  await page.goto('/design/registry/lab-ownership');
  await heading(page, 'lab_ownership');
  expect(flaws).toEqual([]);
});
