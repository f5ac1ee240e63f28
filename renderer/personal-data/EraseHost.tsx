import { lazy, Suspense, useEffect } from 'react';
import { closeErase, useErasing } from './erasing.ts';

// The start does not need it.
const EraseSteps = lazy(() => import('./EraseSteps.tsx').then((module) => ({ default: module.EraseSteps })));

/** Erases from anywhere whoever is to be erased. */
export function EraseHost() {
  const personId = useErasing();
  // Another journal is another desk.
  useEffect(() => closeErase, []);
  if (personId === null) return null;
  return (
    <Suspense fallback={null}>
      <EraseSteps key={personId} personId={personId} />
    </Suspense>
  );
}
