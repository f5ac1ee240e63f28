import { lazy } from 'react';
import { TodayPage } from './today/TodayPage.tsx';

// Each page is read when it is first needed, so that the start reads only Today.
const load = {
  People: () => import('./people/PeoplePage.tsx').then(({ PeoplePage }) => ({ default: PeoplePage })),
  Person: () => import('./people/PersonPage.tsx').then(({ PersonPage }) => ({ default: PersonPage })),
  Organisations: () =>
    import('./organisations/OrganisationsPage.tsx').then(({ OrganisationsPage }) => ({ default: OrganisationsPage })),
  Duplicates: () =>
    import('./duplicates/DuplicatesPage.tsx').then(({ DuplicatesPage }) => ({ default: DuplicatesPage })),
  Merge: () => import('./duplicates/MergePage.tsx').then(({ MergePage }) => ({ default: MergePage })),
  Organisation: () =>
    import('./organisations/OrganisationPage.tsx').then(({ OrganisationPage }) => ({ default: OrganisationPage })),
  Conversation: () =>
    import('./conversations/ConversationPage.tsx').then(({ ConversationPage }) => ({ default: ConversationPage })),
  Brief: () => import('./brief/BriefPage.tsx').then(({ BriefPage }) => ({ default: BriefPage })),
  MeetingBrief: () =>
    import('./brief/GroupBriefPage.tsx').then(({ MeetingBriefPage }) => ({ default: MeetingBriefPage })),
  OrganisationBrief: () =>
    import('./brief/GroupBriefPage.tsx').then(({ OrganisationBriefPage }) => ({ default: OrganisationBriefPage })),
  QuickCapture: () =>
    import('./quick-capture/QuickCapturePage.tsx').then(({ QuickCapturePage }) => ({ default: QuickCapturePage })),
  Promises: () => import('./promises/PromisesPage.tsx').then(({ PromisesPage }) => ({ default: PromisesPage })),
  FollowUps: () => import('./follow-ups/FollowUpsPage.tsx').then(({ FollowUpsPage }) => ({ default: FollowUpsPage })),
  LookingBack: () =>
    import('./looking-back/LookingBackPage.tsx').then(({ LookingBackPage }) => ({ default: LookingBackPage })),
  Review: () => import('./cadence/ReviewPage.tsx').then(({ ReviewPage }) => ({ default: ReviewPage })),
  Hindsight: () => import('./observations/HindsightPage.tsx').then(({ HindsightPage }) => ({ default: HindsightPage })),
  Search: () => import('./search/SearchPage.tsx').then(({ SearchPage }) => ({ default: SearchPage })),
  Backups: () => import('./backups/BackupsPage.tsx').then(({ BackupsPage }) => ({ default: BackupsPage })),
  Bin: () => import('./bin/BinPage.tsx').then(({ BinPage }) => ({ default: BinPage })),
  Settings: () => import('./settings/SettingsPage.tsx').then(({ SettingsPage }) => ({ default: SettingsPage })),
  Help: () => import('./help/HelpPage.tsx').then(({ HelpPage }) => ({ default: HelpPage })),
};

/** The page of every route. */
export const pages = {
  Today: TodayPage,
  People: lazy(load.People),
  Person: lazy(load.Person),
  Organisations: lazy(load.Organisations),
  Duplicates: lazy(load.Duplicates),
  Merge: lazy(load.Merge),
  Organisation: lazy(load.Organisation),
  Conversation: lazy(load.Conversation),
  Brief: lazy(load.Brief),
  MeetingBrief: lazy(load.MeetingBrief),
  OrganisationBrief: lazy(load.OrganisationBrief),
  QuickCapture: lazy(load.QuickCapture),
  Promises: lazy(load.Promises),
  FollowUps: lazy(load.FollowUps),
  LookingBack: lazy(load.LookingBack),
  Review: lazy(load.Review),
  Hindsight: lazy(load.Hindsight),
  Search: lazy(load.Search),
  Backups: lazy(load.Backups),
  Bin: lazy(load.Bin),
  Settings: lazy(load.Settings),
  Help: lazy(load.Help),
};

/** Long enough for the first page to be asked for, answered and drawn, in milliseconds. */
const AFTER_START_MS = 1000;

/** Reads the other pages once the first is shown and nothing else is to be done, so that going there is immediate. */
export function preloadPages(): () => void {
  const timer = setTimeout(() => {
    window.requestIdleCallback?.(() => {
      for (const page of Object.values(load)) void page();
    });
  }, AFTER_START_MS);
  return () => clearTimeout(timer);
}
