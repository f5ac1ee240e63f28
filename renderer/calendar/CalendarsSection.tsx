import { useState } from 'react';
import type { CalendarPlace, CalendarProblem } from '../../shared/calendar/meeting.ts';
import { api } from '../api.ts';
import { formatCount } from '../format.ts';
import { useActions } from '../keys.ts';
import { report, sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CalendarIcon, CloseIcon, FolderIcon } from '../ui/icons.ts';
import { RowList } from '../ui/RowList.tsx';
import { Section } from '../ui/Section.tsx';
import { TextField } from '../ui/TextField.tsx';
import { addCalendar } from './add-calendar.ts';
import styles from './CalendarsSection.module.css';
import { useCalendars } from './queries.ts';
import { useCalendarDrop } from './use-calendar-drop.ts';

const PROBLEMS: Readonly<Record<CalendarProblem, (count: number) => string>> = {
  too_large: () => 'it is larger than 32 MB and is not read',
  not_readable: () => 'it cannot be read',
  no_calendar: () => 'there is no calendar in it',
  broken_entries: (count) =>
    `${formatCount(count, 'entry is', 'entries are')} not as an entry should be and ${count === 1 ? 'was' : 'were'} left out`,
  unknown_zone: (count) =>
    `${formatCount(count, 'entry has', 'entries have')} a time zone that is not known; the times were read as times here`,
  gave_up: () => 'reading it took too long, so it was given up',
};

/** Calendars of elsewhere, from which the meetings on Today come. */
export function CalendarsSection() {
  const { value, error } = useCalendars({});
  useCalendarDrop();
  const addFile = () => void addCalendar(() => api.calendar.addFile({}));
  const addFolder = () => void addCalendar(() => api.calendar.addFolder({}));
  useActions({ 'read-calendar-file': addFile, 'read-calendar-folder': addFolder });
  const places = value?.places ?? [];

  async function remove({ path }: CalendarPlace): Promise<void> {
    try {
      await api.calendar.remove({ path });
    } catch (failure) {
      report(failure);
    }
  }

  return (
    <Section title="Meetings">
      <p className={styles.explanation}>
        The meetings of today and tomorrow, from a calendar file (.ics) or a folder of them that another program writes.
        They are read on this computer, again whenever they change, and never written to. A meeting offers the brief of
        its people a quarter of an hour before.
      </p>
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {places.length > 0 && (
        <RowList
          items={places.map((place) => ({ id: place.path, place }))}
          keys={{ delete: ({ place }) => void remove(place) }}
          label="Calendars"
          row={({ place }) => ({
            name: place.path,
            children: <PlaceFacts place={place} />,
            actions: (
              <IconButton icon={CloseIcon} label="Read no longer" onPress={() => void remove(place)} size="small" />
            ),
          })}
        />
      )}
      <div className={styles.acts}>
        <Button icon={CalendarIcon} onPress={addFile}>
          Choose a calendar file…
        </Button>
        <Button icon={FolderIcon} onPress={addFolder}>
          Choose a folder of calendars…
        </Button>
      </div>
      {value !== undefined && places.length > 0 && <MineField key={value.mine.join()} mine={value.mine} />}
    </Section>
  );
}

function PlaceFacts({ place }: { readonly place: CalendarPlace }) {
  return (
    <>
      <div className={styles.place}>{place.path}</div>
      <div className={place.state === 'missing' ? styles.problem : styles.state}>{stateInWords(place)}</div>
      {place.problems.map(({ file, problem, count }) => (
        <div className={styles.problem} key={`${file} ${problem}`}>{`${file}: ${PROBLEMS[problem](count)}.`}</div>
      ))}
    </>
  );
}

function stateInWords({ state, files, entries, isCut }: CalendarPlace): string {
  switch (state) {
    case 'waiting':
      return 'Not read yet.';
    case 'missing':
      return 'It is not there. Its meetings are back when it is.';
    case 'read': {
      const read = `${formatCount(files, 'file', 'files')}, ${formatCount(entries, 'entry', 'entries')}.`;
      return isCut ? `${read} There are more files than the hundred that are read.` : read;
    }
  }
}

/** One line of addresses; what is not an address is said when the field is left. */
function MineField({ mine }: { readonly mine: readonly string[] }) {
  const [text, setText] = useState(mine.join(', '));
  const [error, setError] = useState<string | undefined>();

  async function save(): Promise<void> {
    const addresses = text.split(/[\s,;]+/).filter((part) => part !== '');
    const wrong = addresses.find((address) => !/^[^\s@]+@[^\s@]+$/.test(address));
    setError(wrong === undefined ? undefined : `“${wrong}” is not an address.`);
    if (wrong !== undefined || addresses.join() === mine.join()) return;
    try {
      await api.calendar.setMine({ mine: addresses });
    } catch (failure) {
      report(failure);
    }
  }

  return (
    <div className={styles.mine}>
      <TextField
        description="So that you are not listed as somebody to meet, and meetings that you declined are left out."
        error={error}
        label="Your own addresses"
        maxLength={2000}
        onBlur={() => void save()}
        onChange={setText}
        value={text}
      />
    </div>
  );
}
