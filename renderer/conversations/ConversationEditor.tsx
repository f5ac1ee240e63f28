import { memo, useCallback, useRef, useState } from 'react';
import { DraftActions } from '../drafts/DraftActions.tsx';
import type { DraftSession } from '../drafts/draft-store.ts';
import { EditorContext } from '../drafts/editor.ts';
import { KeepingStatus } from '../drafts/KeepingStatus.tsx';
import { TakenBack } from '../drafts/TakenBack.tsx';
import { FilesField } from '../files/FilesField.tsx';
import { useTakenFiles } from '../files/use-taken-files.ts';
import { shortcutOf } from '../keys.ts';
import { NoticedPanel } from '../observations/NoticedPanel.tsx';
import { FoundHere } from '../search/FoundHere.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { BinnedNote } from './BinnedNote.tsx';
import { ConversationActions } from './ConversationActions.tsx';
import styles from './ConversationEditor.module.css';
import { ConversationTitle } from './ConversationTitle.tsx';
import { EmptiedQuestion } from './EmptiedQuestion.tsx';
import { useEditorKeys } from './editor-keys.ts';
import { isEmptied } from './emptied.ts';
import { FollowUpField } from './FollowUpField.tsx';
import { focusField } from './focus.ts';
import { NotesField } from './NotesField.tsx';
import { PromisesField } from './PromisesField.tsx';
import { SaveProblem } from './SaveProblem.tsx';
import { TagsField } from './TagsField.tsx';
import { TitleField } from './TitleField.tsx';
import { useAlone } from './use-alone.ts';
import { WhenFields } from './WhenFields.tsx';
import { WithField } from './WithField.tsx';
import { WouldHelpField } from './WouldHelpField.tsx';

/**
 * The editor of a conversation. Its fields stand in the order of forgetting: what they said, what was promised, what was
 * noticed, what would help them, the next contact.
 */
export const ConversationEditor = memo(function ConversationEditor({
  session,
  onDropped,
}: {
  readonly session: DraftSession;
  /** The draft of a saved conversation was discarded: it is to be shown as it is saved. */
  readonly onDropped: () => void;
}) {
  const region = useRef<HTMLElement>(null);

  const [asksEmptied, setAsksEmptied] = useState(false);
  const alone = useAlone();
  const takenFiles = useTakenFiles(session);

  const saveNow = useCallback(async () => {
    setAsksEmptied(false);
    const saved = await session.save();
    const [problem] = session.store.getState().problems;
    if (saved === null && problem !== undefined) focusField(region.current, problem);
  }, [session]);
  const save = useCallback(async () => {
    if (await isEmptied(session)) setAsksEmptied(true);
    else await saveNow();
  }, [session, saveNow]);
  const keys = useEditorKeys(session, region, save);

  return (
    <EditorContext value={session}>
      <Page actions={<ConversationActions />} title={<ConversationTitle />} width="wide">
        <section
          aria-label="Conversation"
          className={styles.region}
          data-alone={alone.isOn ? '' : undefined}
          ref={region}
          {...keys}
          {...takenFiles}
        >
          <BinnedNote />
          <TakenBack />
          <FoundHere region={region} session={session} />
          <div className={styles.fields}>
            <div className={styles.words}>
              <WithField />
              <TitleField />
              <NotesField alone={alone} />
              <PromisesField />
            </div>
            <div className={styles.noticed}>
              <WhenFields />
              <NoticedPanel />
            </div>
            <div className={styles.next}>
              <WouldHelpField />
              <FollowUpField />
              <TagsField />
              <FilesField />
            </div>
          </div>
          <SaveProblem />
          {asksEmptied && <EmptiedQuestion onCancel={() => setAsksEmptied(false)} onSave={() => void saveNow()} />}
          <footer className={styles.footer} data-print="hide">
            <KeepingStatus />
            <div className={styles.actions}>
              <DraftActions onDropped={onDropped} />
              <Button onPress={() => void save()} shortcut={shortcutOf('save-conversation')} variant="primary">
                Save conversation
              </Button>
            </div>
          </footer>
        </section>
      </Page>
    </EditorContext>
  );
});
