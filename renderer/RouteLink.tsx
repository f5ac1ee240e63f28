import type { MouseEvent, ReactNode } from 'react';
import { linkTo, navigate, type Route } from './route.ts';
import type { RowKeys } from './ui/row-keys.ts';

export interface RouteLinkProps {
  readonly to: Route;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Where it is the link of a row, and keys lead from one to the next. */
  readonly row?: ReturnType<RowKeys['rowProps']> | undefined;
}

/** A link to another page of the app. */
export function RouteLink({ to, children, className, row }: RouteLinkProps) {
  function follow(event: MouseEvent): void {
    // By the router, which knows how far back goes; the address is there to be read.
    event.preventDefault();
    navigate(to);
  }
  return (
    <a {...row} className={className} href={linkTo(to)} onClick={follow}>
      {children}
    </a>
  );
}
