import { expect, it } from 'vitest';
import { refusedFiles } from './refused-files.ts';

const field = (at: string) => ({
  ...{ at, name: at, needed: 0, types: ['pdf'], maxSize: 1000, maxCount: 5 },
});
const files = [field('/scans/passport'), field('/scans/lease')] as unknown as Parameters<
  typeof refusedFiles
>[0];
const file = (id: string) => ({ id, name: `${id}.pdf`, size: 10 });
const data = { scans: { passport: [file('good'), file('bad')], lease: [file('other')] } };

it('a file that did not pass its scan is a mistake of the field that holds it, and is named', () => {
  const found = refusedFiles(files, data, { good: 'clean', bad: 'infected', other: 'mismatch' });
  expect(found.map(({ pointer }) => pointer)).toEqual(['/scans/passport', '/scans/lease']);
  expect(found.map(({ message }) => (message as { en: string }).en)).toEqual([
    'Remove the file “bad.pdf”, which did not pass the scan',
    'Remove the file “other.pdf”, which did not pass the scan',
  ]);
});

it('a page is stopped by its own files only, and by none that is clean or still being scanned', () => {
  const scans = { good: 'clean', bad: 'pending', other: 'infected' } as const;
  expect(refusedFiles(files, data, scans, ['/scans/passport'])).toEqual([]);
  expect(refusedFiles(files, data, scans, ['/scans'])).toHaveLength(1);
  expect(refusedFiles(files, {}, scans)).toEqual([]);
});
