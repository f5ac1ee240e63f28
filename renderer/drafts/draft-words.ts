import type { DraftSummary } from '../../shared/drafts/draft.ts';

/** What a draft is called: with whom, and how it begins. */
export function draftName({ personName, beginning }: DraftSummary): string {
  return [personName, beginning].filter((part) => part !== null && part !== '').join(': ') || 'Nothing written yet';
}
