import { useEffect, useState } from 'react';
import { sentenceFor } from '../report.ts';
import { CheckIcon, DraftIcon, ProblemIcon } from '../ui/icons.ts';
import { StatusText } from '../ui/StatusText.tsx';
import { useDraftState } from './editor.ts';

/** Shown once the keys rest: a word that comes and goes with every key would be in the way. */
const REST_MS = 300;

/** What became of the text: "Draft kept", "Saved", or why it is not kept yet. Silent while it is typed. */
export function KeepingStatus() {
  const keeping = useDraftState((state) => state.keeping);
  const error = useDraftState((state) => state.error);
  const [rested, setRested] = useState(keeping);

  useEffect(() => {
    if (keeping !== 'kept') {
      setRested(keeping);
      return;
    }
    const timer = setTimeout(() => setRested('kept'), REST_MS);
    return () => clearTimeout(timer);
  }, [keeping]);

  if (keeping === 'failed' && error !== null) {
    return (
      <StatusText icon={ProblemIcon} tone="due">
        Not kept yet. {sentenceFor(error)}
      </StatusText>
    );
  }
  if (keeping === 'saved') return <StatusText icon={CheckIcon}>Saved</StatusText>;
  if (keeping === 'kept' && rested === 'kept') return <StatusText icon={DraftIcon}>Draft kept</StatusText>;
  return <StatusText>{null}</StatusText>;
}
