import { USUAL_NOTICE_DAYS } from '../../shared/people/rules.ts';
import { addDays } from '../../shared/time.ts';
import { useCadenceToday } from '../cadence/queries.ts';
import { useMeetings } from '../calendar/queries.ts';
import { useDrafts } from '../drafts/queries.ts';
import { useDueFollowUps } from '../follow-ups/queries.ts';
import { today } from '../format.ts';
import { useDuePromises } from '../promises/queries.ts';
import { useDatesNear } from './queries.ts';

/** All that Today shows first. */
export function useTodayAnswers() {
  const day = today();
  // Answered one after the other: what stands first is asked first, and what takes longest last.
  return {
    followUps: useDueFollowUps({ today: day }),
    // What is promised for tomorrow is told a day ahead; what they promised is asked about when it is due.
    promises: useDuePromises({ by: addDays(day, 1) }),
    meetings: useMeetings({ today: day }),
    drafts: useDrafts({}),
    dates: useDatesNear({ from: day, days: USUAL_NOTICE_DAYS }),
    cadence: useCadenceToday({ today: day }),
  };
}

/** Asks for it before it is known that the journal is open: what main answers to both arrives together. */
export function TodayQuestions() {
  useTodayAnswers();
  return null;
}
