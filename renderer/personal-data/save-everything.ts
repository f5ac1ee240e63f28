import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { report } from '../report.ts';
import { toast } from '../ui/toast.ts';

/** Saves everything that is held about a person as one file, where the user wants it. */
export async function saveEverything(id: PersonId, format: 'html' | 'json'): Promise<void> {
  try {
    if (await api.personalData.save({ id, format })) toast('Everything about this person is in the file');
  } catch (error) {
    report(error);
  }
}
