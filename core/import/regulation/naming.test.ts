import { expect, it } from 'vitest';
import { Naming } from './naming.ts';

it('an element is called as in its process, in a name that expressions can say and no other has', () => {
  const naming = new Naming(['clerk']);
  const names = (...given: string[]) => given.map((one) => naming.name(one));
  expect(names('Activity_shared-check', 'SignActivity', 'Activity')).toEqual([
    'activitySharedCheck',
    'sign',
    'activity',
  ]);
  // what expressions have already, their own words, what is taken, what holds no letter
  const [form, reserved, clerk, ...nothing] = names('form', 'if', 'clerk', '123', '—');
  expect([form, clerk, ...nothing]).not.toContain(undefined);
  expect(form).not.toBe('form');
  expect(clerk).not.toBe('clerk');
  expect(reserved).toBe('ifState');
  expect(nothing[0]).toBe('step');
  expect(new Set([form, reserved, clerk, ...nothing]).size).toBe(5);
  expect(naming.name('a'.repeat(80)).length).toBe(36);
});
