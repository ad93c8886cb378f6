import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { press } from './hands.ts';
import type { Viewer } from './screens.ts';

/** A line slow enough that a person sees how far an upload is: bytes a second. */
const SLOW = 400_000;
/** The test file that every scanner knows, split so that this source is not taken for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A picture as a scanner of paper makes it, of about so many bytes that nothing can squeeze. */
function picture(size: number): Buffer {
  const side = Math.ceil(Math.sqrt(size));
  const rows = Buffer.alloc(side * (side + 1));
  let state = 1;
  for (let n = 0; n < rows.length; n++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    rows[n] = n % (side + 1) === 0 ? 0 : state >>> 24;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const parts = [
    ['IHDR', header],
    ['IDAT', deflateSync(rows)],
    ['IEND', Buffer.alloc(0)],
  ] as const;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...parts.map(([name, data]) => chunk(name, data)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

/** The CRC of PNG (ISO 3309). */
function crc(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** Attaches a scan over a slow line, sees its progress and its verdict; a file with a virus is refused and taken away again. */
export async function attach(page: Page, look: Viewer['look']): Promise<void> {
  const field = page.locator('input[type=file]').first();
  const line = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: SLOW };
  await line.send('Network.emulateNetworkConditions', slow);
  await field.setInputFiles({ name: 'паспорт.png', mimeType: 'image/png', buffer: picture(1_200_000) });
  await page.getByText(/Надсилаємо, [1-9]\d?%/).waitFor();
  await page.getByRole('progressbar', { name: 'паспорт.png' }).waitFor();
  await look('uploading');
  await line.send('Network.emulateNetworkConditions', { ...slow, latency: 0, uploadThroughput: -1 });
  await page.getByText('· Надіслано', { exact: false }).waitFor();
  await page.getByText(/МБ · Надіслано$/).waitFor();

  const infected = Buffer.from(`%PDF-1.4\n${EICAR}\n%%EOF\n`);
  await field.setInputFiles({ name: 'вірус.pdf', mimeType: 'application/pdf', buffer: infected });
  await page.getByText('У файлі вірус').waitFor();
  await look('infected', true);
  await press(page, 'Прибрати файл вірус.pdf');
  await page.getByText('У файлі вірус').waitFor({ state: 'detached' });
}
