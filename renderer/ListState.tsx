import type { ReactNode } from 'react';
import type { AppError } from '../shared/errors.ts';
import { sentenceFor } from './report.ts';
import { Banner } from './ui/Banner.tsx';
import { Skeleton } from './ui/Skeleton.tsx';

/** What there is to see of a list besides its entries: what went wrong, that they are coming, or that there are none. */
export function ListState({
  list: { items, loading, error },
  children,
}: {
  readonly list: { readonly items: readonly unknown[]; readonly loading: boolean; readonly error: AppError | null };
  /** Where there are none. */
  readonly children: ReactNode;
}) {
  return (
    <>
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {items.length === 0 && (loading ? <Skeleton /> : error === null && children)}
    </>
  );
}
