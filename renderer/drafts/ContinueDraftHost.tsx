import { useCallback } from 'react';
import { api } from '../api.ts';
import { useAction } from '../keys.ts';
import { report } from '../report.ts';
import { navigate } from '../route.ts';
import { toast } from '../ui/toast.ts';

/** Takes up again, from anywhere, the draft that was touched last. */
export function ContinueDraftHost() {
  useAction(
    'continue-draft',
    useCallback(() => void continueDraft(), []),
  );
  return null;
}

async function continueDraft(): Promise<void> {
  try {
    const [draft] = await api.drafts.list({});
    if (draft === undefined) toast('No draft to continue');
    else navigate({ page: 'draft', id: draft.id });
  } catch (error) {
    report(error);
  }
}
