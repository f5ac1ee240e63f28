import { lazy, Suspense, useState } from 'react';
import { type Attendee, isNear, type Meeting, standingOf, turnsOf } from '../../shared/calendar/meeting.ts';
import { briefOfRow } from '../brief/brief-route.ts';
import { formatCount, instantNow } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { RouteLink } from '../RouteLink.tsx';
import { navigate } from '../route.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { BriefIcon, ConversationIcon, MoreIcon, NewPersonIcon } from '../ui/icons.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { RowList } from '../ui/RowList.tsx';
import styles from './MeetingList.module.css';
import { attendeeName, beginsInWords, endsInWords, titleOf } from './meeting-words.ts';
import { meetingRoute, showMeeting } from './show-meeting.ts';
import { useTurns } from './use-turns.ts';

// It brings the list of organisations along, which no list needs to be shown.
const NewPersonDialog = lazy(() =>
  import('../people/NewPersonDialog.tsx').then((module) => ({ default: module.NewPersonDialog })),
);

// Wide enough to part two kinds of text, and a place where the line may break.
const EN_SPACE = '\u2002';
/** More names than these make a row a list of its own. */
const NAMES_SHOWN = 6;

export interface MeetingListProps {
  readonly label: string;
  readonly meetings: readonly Meeting[];
}

/** Meetings as rows: Enter opens the brief of who will be there, C records a conversation with them. */
export function MeetingList({ label, meetings }: MeetingListProps) {
  const [adding, setAdding] = useState<Attendee | null>(null);
  useTurns(meetings.flatMap(turnsOf));

  function actions(meeting: Meeting) {
    const more = moreEntries(meeting, setAdding);
    return (
      <>
        {meeting.people.length > 0 && (
          <IconButton icon={BriefIcon} label="Brief" onPress={() => openBrief(meeting)} size="small" />
        )}
        <IconButton
          icon={ConversationIcon}
          label="Record a conversation"
          onPress={() => record(meeting)}
          shortcut={shortcutOf('review-conversation')}
          size="small"
        />
        {more.length > 0 && <MenuButton entries={more} icon={MoreIcon} isIconOnly label="More" size="small" />}
      </>
    );
  }

  return (
    <>
      <RowList
        items={meetings}
        keys={{ c: (meeting) => record(meeting) }}
        label={label}
        onOpen={(meeting) => (meeting.people.length > 0 ? openBrief(meeting) : record(meeting))}
        row={(meeting) => ({
          name: titleOf(meeting),
          lead: beginsInWords(meeting),
          isDue: isNear(meeting, instantNow()),
          children: <MeetingFacts meeting={meeting} />,
          actions: actions(meeting),
        })}
      />
      {adding !== null && (
        <Suspense fallback={null}>
          <NewPersonDialog found={adding} onClose={() => setAdding(null)} />
        </Suspense>
      )}
    </>
  );
}

function record({ id }: Meeting): void {
  navigate({ page: 'new-conversation', meeting: id });
}

function openBrief({ people }: Meeting): void {
  showMeeting(people.map(({ id }) => id));
}

function MeetingFacts({ meeting }: { readonly meeting: Meeting }) {
  const { place, people, unknown } = meeting;
  const standing = standingOf(meeting, instantNow());
  const asides = [endsInWords(meeting), place === '' ? null : place, standing === 'later' ? null : standing].filter(
    (aside) => aside !== null,
  );
  const strangers = unknown.slice(0, NAMES_SHOWN).map(attendeeName);
  const left = unknown.length - strangers.length;
  return (
    <>
      <span className={styles.title} data-brief={briefOfRow(people.map(({ id }) => id))}>
        {titleOf(meeting)}
      </span>
      {people.length > 0 && isNear(meeting, instantNow()) && (
        <>
          {EN_SPACE}
          <RouteLink to={meetingRoute(people.map(({ id }) => id))}>Read the brief</RouteLink>
        </>
      )}
      {asides.length > 0 && <span className={styles.aside}>{`${EN_SPACE}${asides.join(' · ')}`}</span>}
      {(people.length > 0 || unknown.length > 0) && (
        <div className={styles.who}>
          {people.length > 0 && (
            <span className={styles.known}>{`With ${people.map(({ name }) => name).join(', ')}`}</span>
          )}
          {unknown.length > 0 &&
            `${people.length > 0 ? EN_SPACE : ''}${[
              `Not in the journal: ${strangers.join(', ')}`,
              ...(left > 0 ? [`and ${formatCount(left, 'other', 'others')}`] : []),
            ].join(' ')}`}
        </div>
      )}
    </>
  );
}

/** The brief of each of several people, and a person for each whom the journal does not know. */
function moreEntries({ people, unknown }: Meeting, add: (attendee: Attendee) => void): readonly MenuEntry[] {
  const briefs: readonly MenuEntry[] = (people.length > 1 ? people : []).map(({ id, name }) => ({
    id,
    label: `Brief: ${name}`,
    icon: BriefIcon,
    onAction: () => navigate({ page: 'brief', id }),
  }));
  const strangers: readonly MenuEntry[] = unknown.slice(0, NAMES_SHOWN).map((attendee, index) => ({
    id: `new ${index}`,
    label: `New person: ${attendeeName(attendee)}…`,
    icon: NewPersonIcon,
    onAction: () => add(attendee),
  }));
  return briefs.length > 0 && strangers.length > 0 ? [...briefs, 'separator', ...strangers] : [...briefs, ...strangers];
}
