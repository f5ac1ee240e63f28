import { lazy, Suspense } from 'react';
import { useAskingForWhom } from './brief-action.ts';

// It brings the list of people along, which the start does not need.
const BriefDialog = lazy(() => import('./BriefDialog.tsx').then((module) => ({ default: module.BriefDialog })));

/** Asks from anywhere for whom a brief is to be. */
export function BriefHost() {
  const people = useAskingForWhom((asking) => asking.people);
  if (people === null) return null;
  return (
    <Suspense fallback={null}>
      <BriefDialog onClose={() => useAskingForWhom.setState({ people: null })} people={people} />
    </Suspense>
  );
}
