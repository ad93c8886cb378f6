import { describe, expect, it } from 'vitest';
import { placeOf, uploadsOf } from './scanned.ts';
import { verdictOf } from './verdict.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

describe('a file that was uploaded', () => {
  it('is clean when its content is of the declared type', async () => {
    expect(await verdictOf(png, 'image/png')).toEqual({ verdict: 'clean' });
    expect(await verdictOf(pdf, 'application/pdf')).toEqual({ verdict: 'clean' });
    expect(await verdictOf(Buffer.from('назва;сума\n'), 'text/csv; charset=utf-8')).toEqual({
      verdict: 'clean',
    });
  });

  it('is not taken when its content is something else', async () => {
    expect(await verdictOf(png, 'application/pdf')).toEqual({ verdict: 'mismatch', detail: 'image/png' });
    expect(await verdictOf(Buffer.from('<script>'), 'image/png')).toEqual({
      verdict: 'mismatch',
      detail: 'unknown',
    });
    expect(await verdictOf(Buffer.alloc(0), 'image/png')).toEqual({ verdict: 'mismatch', detail: 'empty' });
    expect(await verdictOf(Buffer.from([0, 1, 2, 255]), 'text/plain')).toMatchObject({ verdict: 'mismatch' });
  });

  it('is infected when the scanner knows it, also inside another type', async () => {
    expect(await verdictOf(Buffer.from(eicar), 'text/plain')).toEqual({ verdict: 'infected' });
    expect(await verdictOf(Buffer.concat([pdf, Buffer.from(eicar)]), 'application/pdf')).toEqual({
      verdict: 'infected',
    });
  });
});

describe('what the scan is told', () => {
  it('is an upload on one machine', () => {
    const event = { Records: [{ s3: { object: { key: 'demo/c1/files/f+1.pdf', versionId: 'v1' } } }] };
    expect(uploadsOf(event)).toEqual([{ key: 'demo/c1/files/f 1.pdf', version: 'v1', threat: null }]);
  });

  it('is a verdict in an account, and what could not be scanned counts as a threat', () => {
    const verdict = (scanResultStatus: string) => ({
      detail: {
        s3ObjectDetails: { objectKey: 'demo/c1/files/f1', versionId: 'v1' },
        scanResultDetails: { scanResultStatus },
      },
    });
    expect(uploadsOf(verdict('NO_THREATS_FOUND'))).toEqual([
      { key: 'demo/c1/files/f1', version: 'v1', threat: false },
    ]);
    expect(uploadsOf(verdict('UNSUPPORTED'))).toMatchObject([{ threat: true }]);
  });

  it('concerns only what cases uploaded', () => {
    expect(placeOf('demo/c1/files/f1.pdf')).toEqual({ service: 'demo', case: 'c1', file: 'f1' });
    expect(placeOf('demo/c1/files/f1/name.pdf')).toEqual({ service: 'demo', case: 'c1', file: 'f1' });
    expect(placeOf('demo/c1/documents/d1.pdf')).toBeNull();
  });
});
