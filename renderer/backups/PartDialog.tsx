import { useCallback, useEffect, useId, useRef } from 'react';
import type { Backup } from '../../shared/backups/backup.ts';
import type { BackupPart, PartEntry, PartPreview } from '../../shared/backups/part.ts';
import type { ConversationId } from '../../shared/id.ts';
import type { TaskOptions } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { flushAll } from '../flush.ts';
import { formatDate, formatInstant } from '../format.ts';
import { toastDone } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './PartDialog.module.css';
import { doneSentence, kindOf, partSum, partsOf, whereSentence } from './part-words.ts';
import { backupSentence, phaseOf, shareOf } from './sentences.ts';
import { useTask } from './use-task.ts';

interface PartDialogProps {
  readonly backup: Backup;
  /** Whom it is about, by their name in the preview. */
  readonly name: string;
  readonly part: BackupPart;
  /** One conversation of theirs, or everything again (null). */
  readonly onChoose: (conversationId: ConversationId | null) => void;
  readonly onClose: () => void;
  /** It was brought back. */
  readonly onDone: () => void;
}

/** One person, or one conversation of theirs, out of a backup: first what that would do, then one button. */
export function PartDialog({ backup, name, part, onChoose, onClose, onDone }: PartDialogProps) {
  const file = backup.name;
  const preview = useTask(
    useCallback((options: TaskOptions) => api.backups.previewPart({ name: file, part }, options), [file, part]),
  );
  const bringing = useTask(
    useCallback(
      async (options: TaskOptions) => {
        // What is being typed belongs to the journal as it is before.
        await flushAll();
        toastDone(doneSentence(await api.backups.restorePart({ name: file, part }, options)));
        onDone();
        return true;
      },
      [file, part, onDone],
    ),
  );
  const { start } = preview;
  useEffect(() => void start(), [start]);

  // The button that chose another part goes away with the list that it stood in; the focus stays in the dialog.
  const content = useRef<HTMLElement>(null);
  const { conversationId } = part;
  const shown = useRef(conversationId);
  useEffect(() => {
    if (shown.current !== conversationId) content.current?.focus();
    shown.current = conversationId;
  }, [conversationId]);

  const running = bringing.isRunning ? bringing : preview.isRunning ? preview : null;
  const error = bringing.error ?? preview.error;
  const found = preview.value;
  const isNothing = found !== undefined && found.totals.added + found.totals.changed === 0;
  return (
    <Dialog
      actions={
        <>
          {part.conversationId !== null && (
            <Button isDisabled={bringing.isRunning} onPress={() => onChoose(null)} variant="quiet">
              Everything about them
            </Button>
          )}
          <Button onPress={onClose}>Cancel</Button>
          <Button
            isDisabled={found === undefined || isNothing}
            isPending={bringing.isRunning}
            onPress={() => void bringing.start()}
            variant="primary"
          >
            {part.conversationId === null ? 'Bring back this person' : 'Bring back this conversation'}
          </Button>
        </>
      }
      isDismissable={!bringing.isRunning}
      isOpen
      onClose={onClose}
      title={`Bring back ${name}`}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the lists can be longer than the window, and the keys that scroll need a place. */}
      <section aria-label="What would be brought back" className={styles.content} ref={content} tabIndex={0}>
        <p>
          {part.conversationId === null ? 'Everything about them' : 'One conversation with them'} in the backup of{' '}
          {formatInstant(backup.madeAt)}. What is missing is added, what differs is changed back, and nothing is taken
          away.
        </p>
        {running !== null && <ProgressBar label={phaseOf(running.progress)} value={shareOf(running.progress)} />}
        {error !== null && <Banner tone="problem">{backupSentence(error)}</Banner>}
        {found !== undefined && (
          <Found
            isConversation={part.conversationId !== null}
            onChoose={part.conversationId === null && !bringing.isRunning ? onChoose : undefined}
            preview={found}
          />
        )}
      </section>
    </Dialog>
  );
}

interface FoundProps {
  readonly preview: PartPreview;
  readonly isConversation: boolean;
  readonly onChoose: ((conversationId: ConversationId) => void) | undefined;
}

function Found({ preview, isConversation, onChoose }: FoundProps) {
  const { entries, leftOut, totals } = preview;
  const where = whereSentence(preview, isConversation);
  const more = totals.added + totals.changed - entries.length;
  return (
    <>
      <p className={styles.sum} role="status">
        {partSum(totals)}
      </p>
      {where !== null && <p>{where}</p>}
      {leftOut.length > 0 && (
        <Banner title="Not in the journal, so not brought back with it">
          <Words as="span">{leftOut.join(', ')}</Words>. Their marks in these conversations stay out until they are
          brought back too.
        </Banner>
      )}
      <Entries entries={entries.filter(({ what }) => what === 'added')} onChoose={onChoose} title="Would be added" />
      <Entries
        entries={entries.filter(({ what }) => what === 'changed')}
        onChoose={onChoose}
        title="Would be changed back"
      />
      {more > 0 && <p className={styles.quiet}>And {more} more.</p>}
      {entries.length > 0 && (
        <p className={styles.quiet}>
          The journal as it is now is backed up first. Bringing back can be undone, and done again it changes nothing.
        </p>
      )}
    </>
  );
}

function Entries({
  title,
  entries,
  onChoose,
}: { readonly title: string; readonly entries: readonly PartEntry[] } & Pick<FoundProps, 'onChoose'>) {
  const id = useId();
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 className={styles.heading} id={id}>
        {title}
      </h3>
      <ul aria-labelledby={id} className={styles.list}>
        {entries.map((entry) => (
          <Row entry={entry} key={`${entry.kind} ${entry.id}`} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  );
}

function Row({ entry, onChoose }: { readonly entry: PartEntry } & Pick<FoundProps, 'onChoose'>) {
  const id = useId();
  const { kind, words, on, parts } = entry;
  const facts = [on === null ? null : formatDate(on), partsOf(parts)].filter((fact) => fact !== null);
  return (
    <li className={styles.row}>
      <span className={styles.kind}>{kindOf(kind)}</span>
      <span className={styles.entry} id={id}>
        {words.trim() === '' ? <span className={styles.quiet}>without a title</span> : <Words as="span">{words}</Words>}
        {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
      </span>
      {kind === 'conversation' && onChoose !== undefined && (
        <Button
          aria-describedby={id}
          // The entry is a conversation, so the id is one's.
          onPress={() => onChoose(entry.id as ConversationId)}
          variant="quiet"
        >
          Only this
        </Button>
      )}
    </li>
  );
}
