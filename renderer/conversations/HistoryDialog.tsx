import { useState } from 'react';
import type { ConversationId } from '../../shared/id.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatInstant } from '../format.ts';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { difference } from './difference.ts';
import styles from './HistoryDialog.module.css';
import { useConversation, useVersion, useVersions } from './queries.ts';

export interface HistoryDialogProps {
  readonly id: ConversationId;
  /** There are changes that are not saved, which putting a version back would pass over. */
  readonly hasChanges: boolean;
  readonly onClose: () => void;
}

/** Former texts of a conversation's notes: what is different now, and the way back to one of them. */
export function HistoryDialog({ id, hasChanges, onClose }: HistoryDialogProps) {
  const { value: versions, error } = useVersions({ id });
  const [chosen, setChosen] = useState<string | null>(null);
  const position = versions?.find((each) => String(each.position) === chosen)?.position ?? versions?.[0]?.position;

  async function restore(): Promise<void> {
    if (position === undefined) return;
    if (await act(() => api.conversations.restoreVersion({ id, position }), 'Notes put back')) onClose();
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          {position !== undefined && (
            <Button isDisabled={hasChanges} onPress={() => void restore()} variant="primary">
              Restore this version
            </Button>
          )}
        </>
      }
      isOpen
      onClose={onClose}
      size="large"
      title="History of the notes"
    >
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {versions === undefined && error === null && <Skeleton lines={6} />}
      {versions?.length === 0 && (
        <EmptyState title="No former versions yet">
          When saved notes are changed, what they said before is kept here: at most one text from ten minutes of
          editing, every one for a week, then one a day, later one a month.
        </EmptyState>
      )}
      {versions !== undefined && position !== undefined && (
        <>
          {hasChanges && <Banner>Save or discard the changes first; then a version can be put back.</Banner>}
          <Select
            label="Version"
            onChange={setChosen}
            options={versions.map((each) => ({
              value: String(each.position),
              label: `Saved ${formatInstant(each.writtenAt)}`,
            }))}
            value={String(position)}
          />
          <Version id={id} position={position} />
        </>
      )}
    </Dialog>
  );
}

const VIEWS = [
  { value: 'difference', label: 'What changed' },
  { value: 'text', label: 'As it was' },
] as const;

function Version({ id, position }: { readonly id: ConversationId; readonly position: number }) {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('difference');
  const { value: version, error } = useVersion({ id, position });
  const { value: conversation } = useConversation({ id });
  if (error !== null) return <Banner tone="problem">{sentenceFor(error)}</Banner>;
  if (version === undefined || conversation === undefined) return <Skeleton lines={6} />;
  return (
    <>
      <RadioGroup isLabelHidden label="Show" onChange={setView} options={VIEWS} value={view} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the text can be longer than the window, and the keys that scroll need a place. */}
      <section aria-label="Notes of this version" className={styles.text} tabIndex={0}>
        {view === 'text' ? version.notes : <Difference newer={conversation.notes} older={version.notes} />}
      </section>
      {view === 'difference' && (
        <p className={styles.legend}>
          <del>Struck out</del> is only in this version, <ins>underlined</ins> only in the notes as they are now.
        </p>
      )}
    </>
  );
}

function Difference({ older, newer }: { readonly older: string; readonly newer: string }) {
  return difference(older, newer).map(({ kind, text }, index) => {
    // A difference never changes its order: the place of a piece is what it is known by.
    const key = `${index} ${kind}`;
    if (kind === 'added') return <ins key={key}>{text}</ins>;
    if (kind === 'removed') return <del key={key}>{text}</del>;
    return <span key={key}>{text}</span>;
  });
}
