import type { DraftMoment } from '../../shared/drafts/draft-content.ts';
import type { Confidence } from '../../shared/observations/guess.ts';
import { useDraftState, useEditor } from '../drafts/editor.ts';

type MomentText = 'about' | 'seenOrHeard' | 'mayMean' | 'otherExplanations';

/** One text of a moment, and how to change it. */
export function useMomentText(moment: number, name: MomentText): readonly [string, (text: string) => void] {
  const { change } = useEditor();
  const text = useDraftState(({ content }) => content.moments.find(({ key }) => key === moment)?.[name] ?? '');
  function set(next: string): void {
    change((content) => ({
      ...content,
      moments: content.moments.map((each): DraftMoment => (each.key === moment ? { ...each, [name]: next } : each)),
    }));
  }
  return [text, set];
}

/** How sure the guess of a moment is, and how to change it. */
export function useConfidence(moment: number): readonly [Confidence | null, (confidence: Confidence | null) => void] {
  const { change } = useEditor();
  const value = useDraftState(({ content }) => content.moments.find(({ key }) => key === moment)?.confidence ?? null);
  function set(confidence: Confidence | null): void {
    change((content) => ({
      ...content,
      moments: content.moments.map((each): DraftMoment => (each.key === moment ? { ...each, confidence } : each)),
    }));
  }
  return [value, set];
}
