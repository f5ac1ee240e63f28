import type { PersonId } from '../../shared/id.ts';
import { useKindCadences } from '../cadence/queries.ts';
import { useTimeline, useTimelineEvents } from '../conversations/queries.ts';
import { useDrafts } from '../drafts/queries.ts';
import { useFollowUps } from '../follow-ups/queries.ts';
import { usePromises } from '../promises/queries.ts';
import { useQuestions } from '../questions/queries.ts';
import { useRelations } from '../relations/queries.ts';
import { useSettings } from '../settings/queries.ts';
import { useIntroduced } from './queries.ts';

/**
 * Asks together with the person for all that their page shows first, so that it is asked once and drawn once. The parts of
 * the page share these answers.
 */
export function FirstSight({ personId }: { readonly personId: PersonId }) {
  useTimeline({ personId, shelf: 'current' });
  useTimelineEvents({ personId });
  useKindCadences({});
  useDrafts({});
  useSettings({});
  useQuestions({ personId, show: 'open' });
  useQuestions({ personId, show: 'asked' });
  useIntroduced({ id: personId });
  usePromises({ personId, givenBy: null, show: 'open' });
  useFollowUps({ personId, show: 'open' });
  useRelations({ personId });
  return null;
}
