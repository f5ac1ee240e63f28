import type { MouseEvent, ReactNode } from 'react';
import { linkTo, navigate, type Route } from './route.ts';

export interface RouteLinkProps {
  readonly to: Route;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A link to another page of the app. */
export function RouteLink({ to, children, className }: RouteLinkProps) {
  function follow(event: MouseEvent): void {
    // By the router, which knows how far back goes; the address is there to be read.
    event.preventDefault();
    navigate(to);
  }
  return (
    <a className={className} href={linkTo(to)} onClick={follow}>
      {children}
    </a>
  );
}
