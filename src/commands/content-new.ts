import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decisionTemplate } from '../content/decisions/template.js';
import { intentTemplate, procedureTemplate } from '../content/templates.js';
import { writeAtomically } from '../content/write-files.js';
import { AppError } from '../shared/errors.js';
import { runCommand } from './run-command.js';
import { commandDay, TODAY_OPTION } from './today.js';

const USAGE = `Cách dùng:
  npm run content:new -- procedure ma-thu-tuc "Tên thủ tục"   (tạo cả tệp câu hỏi mẫu cùng mã)
  npm run content:new -- intent ma-thu-tuc                    (chỉ tạo tệp câu hỏi mẫu)
  npm run content:new -- decision ma-bang "Tên bảng"          (bảng quyết định, xem procedures/decisions/README.md)
Mã viết thường, không dấu, nối bằng gạch ngang.`;

/** Puts templates in place for staff to fill in; never writes over a file. */
await runCommand(USAGE, async () => {
  const { positionals, values } = parseArgs({
    options: { root: { type: 'string' }, ...TODAY_OPTION },
    allowPositionals: true,
  });
  const [kind, id, name] = positionals;
  if (id === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return USAGE;
  const files = filesOf(kind, [id, name], commandDay(values.today));
  if (files === undefined) return USAGE;
  const root = values.root ?? process.cwd();
  for (const [path] of files) await refuseExisting(root, path);
  for (const [path, text] of files) {
    await writeAtomically(join(root, path), text);
    process.stdout.write(`Đã tạo ${path}\n`);
  }
  process.stdout.write('Mở tệp, thay mọi chỗ "ĐIỀN: …", rồi chạy: npm run content:check\n');
  return null;
});

function filesOf(
  kind: string | undefined,
  [id, name]: [id: string, name: string | undefined],
  today: string,
): [path: string, text: string][] | undefined {
  const intent: [string, string] = [`intents/${id}.yml`, intentTemplate(id, id)];
  if (kind === 'intent') return [intent];
  if (kind === 'decision' && name !== undefined)
    return [[`procedures/decisions/${id}.yml`, decisionTemplate(id, name.normalize('NFC'), today)]];
  if (kind !== 'procedure' || name === undefined) return undefined;
  return [[`procedures/${id}.yml`, procedureTemplate(id, name.normalize('NFC'), today)], intent];
}

async function refuseExisting(root: string, path: string): Promise<void> {
  const there = await access(join(root, path)).then(
    () => true,
    () => false,
  );
  if (there)
    throw new AppError('CONTENT_EXISTS', `Đã có tệp ${path}.`, { remedy: 'Sửa tệp ấy, hoặc chọn mã khác.' });
}
