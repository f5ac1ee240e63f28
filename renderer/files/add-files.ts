import { type Attachment, fileNameOf, LARGEST_FILE, MOST_FILES } from '../../shared/files/file.ts';
import { api } from '../api.ts';
import type { DraftSession } from '../drafts/draft-store.ts';
import { report } from '../report.ts';
import { toast } from '../ui/toast.ts';

/** Takes files into the journal and into the conversation, one after the other; says which one is too large. */
export async function addFiles(session: DraftSession, files: readonly File[]): Promise<void> {
  for (const file of files) {
    if (file.size > LARGEST_FILE) {
      toast(`Larger than 25 MB, so it was not added: ${file.name}`);
      continue;
    }
    if (session.store.getState().content.files.length >= MOST_FILES) {
      toast(`A conversation takes ${MOST_FILES} files; the others were not added.`);
      return;
    }
    try {
      const content = new Uint8Array(await file.arrayBuffer());
      const added = await api.files.add({ name: fileNameOf(file.name), content });
      session.change((draft) => ({ ...draft, files: withFile(draft.files, added) }));
    } catch (error) {
      report(error);
    }
  }
}

/** The same content is in a conversation once. */
function withFile(files: readonly Attachment[], added: Attachment): readonly Attachment[] {
  return files.some(({ hash }) => hash === added.hash) ? files : [...files, added];
}

/** Asks where to save a file and says where it is. */
export async function saveFile({ hash, name }: Attachment): Promise<void> {
  try {
    const saved = await api.files.save({ hash, name });
    if (saved !== null) toast(`Saved: ${saved.path}`);
  } catch (error) {
    report(error);
  }
}

/** The files of a drop or of what was pasted; none where it is text. */
export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return transfer === null ? [] : [...transfer.files];
}
