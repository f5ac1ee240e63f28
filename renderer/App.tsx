import { lazy, Suspense, useEffect, useState } from 'react';
import { type ActionId, isActionId } from '../shared/actions.ts';
import { assertNever } from '../shared/errors.ts';
import { bridge } from './api.ts';
import { showMeeting } from './calendar/show-meeting.ts';
import { useJournal } from './journal/queries.ts';
import { performWhenReady } from './keys.ts';
import { pages } from './pages.ts';
import { sentenceFor } from './report.ts';
import { type Route, useRoute } from './route.ts';
import { useAppearance } from './settings/appearance.ts';
import { Shell } from './shell/Shell.tsx';
import { TodayQuestions } from './today/TodayQuestions.tsx';
import { Banner } from './ui/Banner.tsx';
import { ToastRegion } from './ui/ToastRegion.tsx';

// A journal that opens needs none of them.
const FirstRunPage = lazy(() =>
  import('./journal/FirstRunPage.tsx').then((module) => ({ default: module.FirstRunPage })),
);
const JournalProblemPage = lazy(() =>
  import('./journal/JournalProblemPage.tsx').then((module) => ({ default: module.JournalProblemPage })),
);
const OlderJournalPage = lazy(() =>
  import('./journal/OlderJournalPage.tsx').then((module) => ({ default: module.OlderJournalPage })),
);

/** A menu's Undo, chosen while typing, is about the text. */
function performFromMenu(id: ActionId): void {
  const field = document.activeElement;
  const typing = field?.matches('input, textarea, [contenteditable]') ?? false;
  if (!typing || (id !== 'undo' && id !== 'redo')) {
    performWhenReady(id);
    return;
  }
  // An editor with an undo of its own hears it as if a key had said so, and then nothing is left to do.
  const inputType = id === 'undo' ? 'historyUndo' : 'historyRedo';
  const isOpen = field?.dispatchEvent(new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true }));
  if (isOpen === true) document.execCommand(id);
}

/** The whole window: the first page, the page for a journal that does not open, or the journal. */
export function App() {
  useAppearance();
  useEffect(() => {
    // Menus, notifications and the tray speak with the page through the same table of actions.
    return bridge().onChanged((event) => {
      if (event.kind === 'brief') showMeeting(event.people);
      if (event.kind === 'action' && isActionId(event.action)) performFromMenu(event.action);
    });
  }, []);
  return (
    <>
      <JournalGate />
      <ToastRegion />
    </>
  );
}

function JournalGate() {
  const { page } = useRoute();
  return (
    <>
      <JournalAnswer />
      {/* After it, so that it is asked after it. */}
      {page === 'today' && <FirstQuestions />}
    </>
  );
}

/** What Today asks, until it is there to ask it itself. */
function FirstQuestions() {
  const { value: journal, error } = useJournal({});
  const [isOver, setOver] = useState(false);
  const isKnown = journal !== undefined || error !== null;
  useEffect(() => {
    if (isKnown) setOver(true);
  }, [isKnown]);
  return isOver ? null : <TodayQuestions />;
}

function JournalAnswer() {
  const { value: journal, error } = useJournal({});
  if (error !== null && journal === undefined) return <Banner tone="problem">{sentenceFor(error)}</Banner>;
  if (journal === undefined) return null;
  switch (journal.state) {
    case 'first_run':
      return (
        <Suspense fallback={null}>
          <FirstRunPage path={journal.path} />
        </Suspense>
      );
    case 'older':
      return (
        <Suspense fallback={null}>
          <OlderJournalPage />
        </Suspense>
      );
    case 'problem':
      return (
        <Suspense fallback={null}>
          <JournalProblemPage problem={journal.problem} />
        </Suspense>
      );
    case 'open':
      return <OpenJournal path={journal.path} />;
    default:
      return assertNever(journal);
  }
}

function OpenJournal({ path }: { readonly path: string }) {
  const route = useRoute();
  // A window of its own, without the frame around it; another journal is another desk there, too.
  if (route.page === 'quick-capture') {
    return (
      <Suspense fallback={null} key={path}>
        <RoutedPage route={route} />
      </Suspense>
    );
  }
  return (
    // Another journal is another desk: nothing of the one before stays on the page.
    <Shell key={path} route={route}>
      <Suspense fallback={null}>
        <RoutedPage route={route} />
      </Suspense>
    </Shell>
  );
}

function RoutedPage({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'today':
      return <pages.Today />;
    case 'people':
      return <pages.People />;
    case 'person':
      return <pages.Person key={route.id} id={route.id} />;
    case 'organisations':
      return <pages.Organisations />;
    case 'duplicates':
      return <pages.Duplicates />;
    case 'merge':
      return <pages.Merge id={route.id} key={`${route.id} ${route.otherId}`} otherId={route.otherId} />;
    case 'organisation':
      return <pages.Organisation key={route.id} id={route.id} />;
    case 'new-conversation':
    case 'draft':
    case 'conversation':
      return <pages.Conversation route={route} />;
    case 'brief':
      return <pages.Brief key={route.id} personId={route.id} />;
    case 'meeting-brief':
      return <pages.MeetingBrief key={route.ids.join()} personIds={route.ids} />;
    case 'organisation-brief':
      return <pages.OrganisationBrief key={route.id} organisationId={route.id} />;
    case 'quick-capture':
      return <pages.QuickCapture />;
    case 'promises':
      return <pages.Promises />;
    case 'follow-ups':
      return <pages.FollowUps />;
    case 'looking-back':
      return <pages.LookingBack period={route.period ?? null} />;
    case 'review':
      return <pages.Review />;
    case 'hindsight':
      return <pages.Hindsight />;
    case 'search':
      return <pages.Search text={route.text} />;
    case 'backups':
      return <pages.Backups />;
    case 'bin':
      return <pages.Bin />;
    case 'settings':
      return <pages.Settings />;
    case 'help':
      return <pages.Help />;
    default:
      return assertNever(route);
  }
}
