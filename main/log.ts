/** Lines for whoever looks into a fault: codes, ids, counts and durations; never text that the user typed. */
export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** What may be written down about an error: its kind and where it happened. Its message may quote the user. */
export function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    code,
    at: frames
      .slice(0, 8)
      .map((frame) => frame.trim())
      .join(' | '),
  };
}
