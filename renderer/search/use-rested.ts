import { useEffect, useState } from 'react';

/** So long no key came: the typing rests, in milliseconds. */
const REST_MS = 250;

/** True at first, and when the text has stayed as it is for a moment: each key has its results to show first. */
export function useRested(text: string): boolean {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested === text;
}
