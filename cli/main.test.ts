import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { typesNow } from './commands/types.ts';
import { copiedDefinitions } from './copied.testing.ts';
import { root } from './folder.ts';
import { CookieJar } from './login/cookie-jar.ts';
import { main } from './main.ts';
import { readCodifier } from './territories/codifier.ts';

const { folder, said } = copiedDefinitions();

it('the generated types agree with the schemas', async () => {
  for (const [file, text] of Object.entries(await typesNow()))
    expect(text, file).toBe(readFileSync(join(root, file), 'utf8'));
});

it('says how it is called', async () => {
  expect(await main(['--help'])).toBe(0);
  expect(await main(['check', '--help'])).toBe(0);
  expect(await main(['nothing'])).toBe(2);
  expect(await main(['check', '--nothing'])).toBe(2);
  expect(await main(['publish'])).toBe(2);
});

it('checks a folder and shows file, line and column of each mistake', async () => {
  expect(await main(['check', folder()])).toBe(0);
  const file = join(folder(), 'agencies/kyiv-city.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"fallback"', '"falback"'));
  expect(await main(['check', folder(), '--lang', 'en'])).toBe(1);
  expect(said.join('\n')).toMatch(/agencies\/kyiv-city\.json:\d+:\d+ There is no word “falback” here/);
});

it('plays the scenarios: one that goes another way is shown where, and nothing is published', async () => {
  const file = join(folder(), 'services/residence-registration/scenarios/granted.json');
  const scenario = JSON.parse(readFileSync(file, 'utf8'));
  const changed = { ...scenario, expect: { ...scenario.expect, outcome: 'refused' } };
  writeFileSync(file, JSON.stringify(changed, null, 2));
  expect(await main(['check', folder(), '--lang', 'en'])).toBe(1);
  expect(said.join('\n')).toMatch(/granted\.json:\d+:\d+ Expected: .+ \(refused\); came to: .+ \(granted\)/);
  expect(await main(['publish', 'residence-registration', '--in', folder()])).toBe(1);
  writeFileSync(file, JSON.stringify({ ...scenario, form: {} }, null, 2));
  said.length = 0;
  expect(await main(['check', folder()])).toBe(1);
  expect(said.join('\n')).toMatch(/granted\.json:\d+:\d+ Приклад тут зупиняється/);
  writeFileSync(file, '{}');
  said.length = 0;
  expect(await main(['check', folder()])).toBe(1);
  expect(said.join('\n')).toMatch(/granted\.json:1:1 Бракує «submittedAt»/);
});

it('publishes a version once, and another only after a change', async () => {
  const publish = () => main(['publish', 'residence-registration', '--in', folder(), '--json']);
  const versions = async () => {
    said.length = 0;
    expect(await publish()).toBe(0);
    const { version, changed } = JSON.parse(said.join('\n'));
    return { version, changed };
  };
  const first = await versions();
  expect(await versions()).toEqual({ version: first.version, changed: false });
  const file = join(folder(), 'services/residence-registration/service.json');
  const service = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...service, summary: { uk: 'Інше', en: 'Other' } }));
  expect(await versions()).toEqual({ version: first.version + 1, changed: true });
});

it('a new service has no mistake', async () => {
  const made = ['new', 'a-new-one', '--agency', 'kyiv-city', '--role', 'registrar', '--in', folder()];
  expect(await main(made)).toBe(0);
  expect(await main(['check', folder()])).toBe(0);
  expect(await main(made)).toBe(1);
});

it('describes a service by OpenAPI', async () => {
  expect(await main(['openapi', 'residence-registration'])).toBe(0);
  const document = JSON.parse(said.join('\n'));
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toContain(
    '/api/services/residence-registration/applications/{id}/submit',
  );
  const at = document.paths['/api/services/residence-registration/applications/{id}/submit'];
  expect(at.post.responses[429].$ref).toBe('#/components/responses/429.tooManyWrites.tooManySubmits');
  const limited = document.components.responses['429.tooManyWrites'];
  expect(limited.headers).toHaveProperty('Retry-After');
});

it('reads a codifier and names the line of a mistake', () => {
  const head = 'code,parent,level,category,name\n';
  const { territories } = readCodifier(
    `${head}UA01000000000013043,,1,O,"Автономна Республіка, Крим"\nUA01020000000022387,UA01000000000013043,2,P,Бахчисарайський\n`,
  );
  expect(territories).toEqual([
    { code: 'UA01000000000013043', category: 'O', name: 'Автономна Республіка, Крим' },
    { code: 'UA01020000000022387', parent: 'UA01000000000013043', category: 'P', name: 'Бахчисарайський' },
  ]);
  expect(readCodifier(`${head}UA01020000000022387,UA01000000000013043,2,P,Х\n`).mistakes).toMatchObject([
    { line: 2 },
  ]);
  expect(readCodifier(`${head}UA1,,1,O,Х\n`).mistakes).toMatchObject([{ line: 2 }]);
});

it('keeps cookies by host and path', () => {
  const jar = new CookieJar();
  jar.keep(new URL('http://localhost:1/api/session/login'), [
    'a=1; Path=/api/session; HttpOnly',
    'b=2; Path=/',
  ]);
  expect(jar.header(new URL('http://localhost:2/api/session/token'))).toEqual({ cookie: 'a=1; b=2' });
  expect(jar.header(new URL('http://localhost:2/other'))).toEqual({ cookie: 'b=2' });
  jar.keep(new URL('http://localhost:1/'), ['b=; Path=/; Max-Age=0']);
  expect(jar.header(new URL('http://127.0.0.1:2/'))).toEqual({});
});
