import qrcode from 'qrcode-generator';

/** The dark modules of a QR code (level M) as runs on each row: fewer and crisper than single squares. */
export function qrRuns(value: string): {
  size: number;
  runs: { row: number; from: number; length: number }[];
} {
  const code = qrcode(0, 'M');
  code.addData(value, 'Byte');
  code.make();
  const size = code.getModuleCount();
  const runs: { row: number; from: number; length: number }[] = [];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      if (!code.isDark(row, column)) continue;
      const from = column;
      while (column + 1 < size && code.isDark(row, column + 1)) column++;
      runs.push({ row, from, length: column - from + 1 });
    }
  return { size, runs };
}
