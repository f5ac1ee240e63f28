import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';

/** Whether two answers tell the same of a follow-up. */
export function isSameFollowUp(one: FollowUp, other: FollowUp): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
