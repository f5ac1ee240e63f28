import { type ReactNode, useEffect } from 'react';
import { ClosingDialog } from '../backups/ClosingDialog.tsx';
import { BriefHost } from '../brief/BriefHost.tsx';
import { ContinueDraftHost } from '../drafts/ContinueDraftHost.tsx';
import { NewFollowUpHost } from '../follow-ups/NewFollowUpHost.tsx';
import { LeavingDialog } from '../outage/LeavingDialog.tsx';
import { OutageBanner } from '../outage/OutageBanner.tsx';
import { preloadPages } from '../pages.ts';
import { NewPersonHost } from '../people/NewPersonHost.tsx';
import { EraseHost } from '../personal-data/EraseHost.tsx';
import { NewPromiseHost } from '../promises/NewPromiseHost.tsx';
import { NewRelationHost } from '../relations/NewRelationHost.tsx';
import type { Route } from '../route.ts';
import { CommandPalette } from './CommandPalette.tsx';
import styles from './Shell.module.css';
import { Sidebar } from './Sidebar.tsx';
import { useShellActions } from './shell-actions.ts';

/** The frame around every page: the sidebar, what can be opened from anywhere, and the keys. */
export function Shell({ route, children }: { readonly route: Route; readonly children: ReactNode }) {
  useShellActions(route);
  // Not in the small window, which never goes anywhere.
  useEffect(preloadPages, []);
  return (
    <div className={styles.shell}>
      <Sidebar route={route} />
      <div className={styles.main}>
        <OutageBanner />
        <div className={styles.page}>{children}</div>
      </div>
      <CommandPalette />
      <BriefHost />
      <ContinueDraftHost />
      <EraseHost />
      <NewPersonHost />
      <NewFollowUpHost />
      <NewPromiseHost />
      <NewRelationHost />
      <ClosingDialog />
      <LeavingDialog />
    </div>
  );
}
