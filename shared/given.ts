/** What was given of a partial change: a field left out, or undefined, must not erase what is there. */
export function given<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Dropping the undefined entries is what makes the cast true.
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
