import { post, send } from '../api/http';
import type { ExportedFile, FileFormat } from '../api/types';
import { count } from '../ui/words';
import type { Around } from './around';

/**
 * Has a file of an answer written, and saves it.
 *
 * @returns what was saved, as a sentence
 * @throws Problem e.g. where the caller's role needs somebody's consent first
 */
export async function saveAs(answerId: string, format: FileFormat, said: Around): Promise<string> {
  const file = await post<ExportedFile>(`/v1/answers/${encodeURIComponent(answerId)}/export`, { format });
  const content = await send('GET', file.link, { accept: '*/*' });
  download(await content.blob(), file.file_name);
  return said.saved(file.file_name, count(file.rows, said.row, said.rows)) + (file.truncated ? ` ${said.cut}` : '');
}

function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
