import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { api, bridge } from '../api.ts';
import { useEditorKeys } from '../conversations/editor-keys.ts';
import { FollowUpField } from '../conversations/FollowUpField.tsx';
import { focusField, focusPart } from '../conversations/focus.ts';
import { NotesField } from '../conversations/NotesField.tsx';
import { PromisesField } from '../conversations/PromisesField.tsx';
import { SaveProblem } from '../conversations/SaveProblem.tsx';
import { beginConversation } from '../conversations/use-session.ts';
import { WhenFields } from '../conversations/WhenFields.tsx';
import { WouldHelpField } from '../conversations/WouldHelpField.tsx';
import type { DraftSession } from '../drafts/draft-store.ts';
import { EditorContext } from '../drafts/editor.ts';
import { KeepingStatus } from '../drafts/KeepingStatus.tsx';
import { TakenBack } from '../drafts/TakenBack.tsx';
import { FilesField } from '../files/FilesField.tsx';
import { useTakenFiles } from '../files/use-taken-files.ts';
import { shortcutOf, useAction } from '../keys.ts';
import { OutageBanner } from '../outage/OutageBanner.tsx';
import { report } from '../report.ts';
import { goBack, navigate } from '../route.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { CaptureLine } from './CaptureLine.tsx';
import { beginAboutWaiting, findCapture, makeNewPeople, moveToNow, useSurroundings, warmUp } from './capture.ts';
import { NoticedFew } from './NoticedFew.tsx';
import styles from './QuickCapturePage.module.css';
import { WrittenAfter } from './WrittenAfter.tsx';

const WARM_UP_AFTER_MS = 50;

/** A conversation written down within ninety seconds: in a small window of its own, or in the window there is. */
export function QuickCapturePage() {
  // There is a line to type into at once; what was not finished takes its place as long as nothing is typed.
  const [session, setSession] = useState(() => beginConversation([]));
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(warmUp, WARM_UP_AFTER_MS);
    const asked = beginAboutWaiting();
    void asked.then((about) => about !== null && setSession(about));
    void Promise.all([findCapture(), asked]).then(([found, about]) => {
      if (found === null || about !== null || !isWanted) return;
      setSession((present) => (isUntouched(present) ? found : present));
    });
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, []);
  // Opened for somebody while the window waited: what was written in it before stays a draft.
  useEffect(
    () =>
      bridge().onChanged((event) => {
        if (event.kind !== 'changed' || !event.topics.includes('quick-capture')) return;
        void beginAboutWaiting().then((about) => about !== null && setSession(about));
      }),
    [],
  );
  useEffect(() => {
    comeBack();
    window.addEventListener('focus', comeBack);
    document.addEventListener('visibilitychange', comeBackInSight);
    return () => {
      window.removeEventListener('focus', comeBack);
      document.removeEventListener('visibilitychange', comeBackInSight);
    };
  }, []);
  useLayoutEffect(() => session.show(), [session]);
  const beginAnew = useCallback(() => setSession(beginConversation([])), []);
  // Saved or discarded in the other window: here it begins anew.
  useEffect(
    () =>
      session.store.subscribe(({ isGone }) => {
        if (isGone) beginAnew();
      }),
    [session, beginAnew],
  );
  return <QuickCapture key={session.key} onBeginAnew={beginAnew} session={session} />;
}

/** Nothing was typed, and nobody was filled in. */
function isUntouched({ store }: DraftSession): boolean {
  const { keeping, content } = store.getState();
  return keeping === 'untouched' && content.capture === undefined;
}

// The small window is on its way out of sight, or just out of it: a key that comes after is not meant for it any more.
let isAway = false;
// Longer than keys wait to be heard. A desktop that tells nothing of the focus shuts nobody out.
const AWAY_MS = 1000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The small window goes; the page in the window goes back to where it was called. */
async function putAway(otherwise: () => void): Promise<void> {
  if (isAway) return;
  isAway = true;
  try {
    isAway = await api.quickCapture.hide({});
  } catch (error) {
    isAway = false;
    throw error;
  }
  clearTimeout(timer);
  timer = setTimeout(comeBack, AWAY_MS);
  if (!isAway) otherwise();
}

function comeBack(): void {
  isAway = false;
}

function comeBackInSight(): void {
  if (document.visibilityState === 'visible') comeBack();
}

function QuickCapture({ session, onBeginAnew }: { readonly session: DraftSession; readonly onBeginAnew: () => void }) {
  const region = useRef<HTMLElement>(null);
  const surroundings = useSurroundings();
  const takenFiles = useTakenFiles(session);
  const [isWhenShown, setWhenShown] = useState(false);

  const save = useCallback(async () => {
    if (isAway) return;
    try {
      await makeNewPeople(session, surroundings);
      const id = await session.save();
      const [problem] = session.store.getState().problems;
      if (id === null) {
        if (problem === 'day') setWhenShown(true);
        // What is folded away takes no focus.
        if (problem !== undefined) requestAnimationFrame(() => focusField(region.current, problem));
        return;
      }
      await putAway(() => navigate({ page: 'conversation', id }, { replace: true }));
      onBeginAnew();
    } catch (error) {
      report(error);
    }
  }, [session, surroundings, onBeginAnew]);

  const leave = useCallback(async () => {
    if (isAway) return;
    await session.flush();
    await putAway(goBack).catch(report);
    // Nobody wrote about whom it was opened for: the next time it is for anybody.
    const { keeping, content } = session.store.getState();
    if (keeping === 'untouched' && content.capture !== undefined) onBeginAnew();
  }, [session, onBeginAnew]);

  const another = useCallback(async () => {
    await session.flush();
    onBeginAnew();
  }, [session, onBeginAnew]);

  const keys = useEditorKeys(session, region, save);
  useAction(
    'back',
    useCallback(() => void leave(), [leave]),
  );
  useAction(
    'new-conversation',
    useCallback(() => void another(), [another]),
  );
  useEffect(() => {
    const shown = (): void => moveToNow(session);
    window.addEventListener('focus', shown);
    return () => window.removeEventListener('focus', shown);
  }, [session]);

  return (
    <EditorContext value={session}>
      <main className={styles.window} {...takenFiles}>
        <OutageBanner />
        <TakenBack />
        <header className={styles.head}>
          <h1 className={styles.title}>Quick capture</h1>
          <WrittenAfter />
        </header>
        <section aria-label="Conversation" className={styles.fields} ref={region} {...keys}>
          <CaptureLine onEnter={() => focusPart(region.current, 1)} />
          <NotesField />
          <FilesField isRoomScarce />
          <PromisesField />
          <NoticedFew />
          <WouldHelpField />
          <FollowUpField />
          <Disclosure
            isExpanded={isWhenShown}
            level={2}
            onExpandedChange={setWhenShown}
            title="When, how long and by which channel"
          >
            <WhenFields />
          </Disclosure>
          <SaveProblem />
        </section>
        <footer className={styles.footer}>
          <KeepingStatus />
          <div className={styles.acts}>
            <Button onPress={() => void another()} shortcut={shortcutOf('new-conversation')} variant="quiet">
              Start another
            </Button>
            <Button onPress={() => void leave()} shortcut={shortcutOf('back')} variant="quiet">
              Hide
            </Button>
            <Button onPress={() => void save()} shortcut={shortcutOf('save-conversation')} variant="primary">
              Save conversation
            </Button>
          </div>
        </footer>
      </main>
    </EditorContext>
  );
}
