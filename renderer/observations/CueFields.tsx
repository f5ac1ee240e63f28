import { memo } from 'react';
import { setMark } from '../../shared/drafts/content-rules.ts';
import type { PersonId } from '../../shared/id.ts';
import type { Channel, Cue, CueGroup } from '../../shared/observations/cue.ts';
import { hasTechnicalTrouble } from '../../shared/observations/rules.ts';
import { channelGroupOf, usualOfCue } from '../../shared/observations/usual.ts';
import { cuesFor, markWord } from '../../shared/observations/vocabulary.ts';
import { useDraftState, useEditor } from '../drafts/editor.ts';
import { CueScale, type CueStop } from '../ui/CueScale.tsx';
import styles from './CueFields.module.css';
import { useUsual } from './queries.ts';

const MARKS = [-2, -1, 0, 1, 2] as const;
const SPOKEN: readonly Channel[] = ['in_person', 'video', 'phone'];

interface Place {
  readonly moment: number;
  readonly personId: PersonId | null;
}

/** The cues of one group that the channel lets anybody notice, for one person in one moment. */
export function CueFields({
  group,
  moment,
  personId,
  only,
}: Place & {
  readonly group: CueGroup;
  /** Ids of the few that are offered; all without it. */
  readonly only?: readonly string[] | undefined;
}) {
  if (personId === null) return <p className={styles.note}>Marks are about one person: say first with whom it was.</p>;
  return <PersonCues group={group} moment={moment} only={only} personId={personId} />;
}

function PersonCues({
  group,
  moment,
  personId,
  only,
}: {
  readonly group: CueGroup;
  readonly moment: number;
  readonly personId: PersonId;
  readonly only: readonly string[] | undefined;
}) {
  const channel = useDraftState(({ content }) => content.channel);
  const except = useDraftState(({ conversationId }) => conversationId);
  const { value: ofGroups = [] } = useUsual({ personId, except });
  const usual = ofGroups.find(({ channels }) => channels === channelGroupOf(channel));
  const cues = cuesFor(group, channel).filter(({ id }) => only?.includes(id) ?? true);
  return (
    <div className={styles.cues}>
      <ChannelNote channel={channel} group={group} />
      {cues.map((cue) => (
        <CueField
          cue={cue}
          key={cue.id}
          moment={moment}
          personId={personId}
          usual={usual === undefined ? null : inOnePiece(usualOfCue(usual, cue))}
        />
      ))}
      <TroubleNote moment={moment} />
    </div>
  );
}

/** Why there is less to mark than elsewhere. */
function ChannelNote({ channel, group }: { readonly channel: Channel; readonly group: CueGroup }) {
  if (group === 'body' && channel === 'phone') {
    return <p className={styles.note}>There is nothing to see by phone. These marks are for video and in person.</p>;
  }
  if (SPOKEN.includes(channel)) return null;
  return (
    <p className={styles.note}>
      {group === 'body'
        ? 'There is nothing to see in writing. These marks are for video and in person.'
        : 'There is no voice in writing. Its wording and warmth can be marked.'}
    </p>
  );
}

function TroubleNote({ moment }: { readonly moment: number }) {
  const isTroubled = useDraftState(({ content }) =>
    hasTechnicalTrouble(content.moments.find(({ key }) => key === moment)?.observations ?? []),
  );
  if (!isTroubled) return null;
  return <p className={styles.note}>There was technical trouble: the other marks are less to be trusted.</p>;
}

const CueField = memo(function CueField({
  cue,
  moment,
  personId,
  usual,
}: {
  readonly cue: Cue;
  readonly moment: number;
  readonly personId: PersonId;
  /** How it was marked before, in words. */
  readonly usual: string | null;
}) {
  const { change } = useEditor();
  const value = useDraftState(({ content }) => {
    const observations = content.moments.find(({ key }) => key === moment)?.observations;
    return observations?.find((each) => each.cue === cue.id && each.personId === personId)?.mark ?? null;
  });
  const { scale } = cue;
  return (
    <CueScale
      label={cue.name}
      note={[cue.note, usual].filter((part) => part !== undefined && part !== null).join('; ') || undefined}
      onChange={(mark) => change((content) => setMark(content, { moment, personId, cue: cue.id, mark }))}
      poles={scale.kind === 'scale' ? [scale.low, scale.high] : undefined}
      stops={stopsOf(cue)}
      value={value}
    />
  );
});

/** A few words that do not break: they stand beside the name of the cue or below it. */
function inOnePiece(words: string | null): string | null {
  return words?.replaceAll(' ', '\u00a0') ?? null;
}

function stopsOf(cue: Cue): readonly CueStop[] {
  const marks = cue.scale.kind === 'scale' ? MARKS : ([1] as const);
  return marks.map((value) => ({ value, word: markWord(cue, value) }));
}
