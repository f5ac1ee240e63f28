import { useMemo, useState } from 'react';
import { distinctNames } from '../../shared/people/rules.ts';
import type { PersonRow } from '../../shared/people/table.ts';
import { api } from '../api.ts';
import { CadenceFields } from '../cadence/CadenceFields.tsx';
import { type CadenceEntry, cadenceOf, KIND_CHOICES } from '../cadence/cadence-choices.ts';
import { startMerging } from '../duplicates/merging.ts';
import { formatCount } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';
import { ArchiveIcon, BinIcon, FollowUpsIcon, MergeIcon, PersonIcon, TagIcon } from '../ui/icons.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { changeMany } from './change-many.ts';
import styles from './PeopleSelection.module.css';
import { useTags } from './queries.ts';
import { KINDS } from './words.ts';

export interface PeopleSelectionProps {
  readonly chosen: readonly PersonRow[];
  readonly shelf: 'current' | 'archived';
  readonly onClear: () => void;
}

const NONE: readonly never[] = [];
/** More are hardly one person. */
const MOST_MERGED = 10;

/** What can be done with the people who are chosen, all at once. */
export function PeopleSelection({ chosen, shelf, onClear }: PeopleSelectionProps) {
  const ids = useMemo(() => chosen.map(({ id }) => id), [chosen]);
  const canMerge = ids.length >= 2 && ids.length <= MOST_MERGED;
  return (
    <section aria-label="Chosen people" className={styles.bar}>
      <StatusText>{formatCount(ids.length, 'person', 'people')} chosen</StatusText>
      <Tags chosen={chosen} />
      <MenuButton
        entries={KINDS.map(({ value, label }) => ({
          id: value,
          label,
          onAction: () =>
            void changeMany(
              ids,
              () => api.people.setKindOfMany({ ids, kind: value }),
              (people) => `${people} now of the kind ${label.toLowerCase()}`,
            ),
        }))}
        icon={PersonIcon}
        label="Set kind"
        placement="bottom start"
      />
      <Cadence chosen={chosen} />
      {shelf === 'current' ? (
        <Button
          icon={ArchiveIcon}
          onPress={() =>
            void changeMany(
              ids,
              () => api.people.archiveMany({ ids }),
              (people) => `Archived ${people}`,
            )
          }
          variant="quiet"
        >
          Archive
        </Button>
      ) : (
        <Button
          icon={ArchiveIcon}
          onPress={() =>
            void changeMany(
              ids,
              () => api.people.unarchiveMany({ ids }),
              (people) => `Took ${people} out of the archive`,
            )
          }
          variant="quiet"
        >
          Take out of the archive
        </Button>
      )}
      <Button
        icon={BinIcon}
        onPress={() =>
          void changeMany(
            ids,
            () => api.people.binMany({ ids }),
            (people) => `Moved ${people} to the bin`,
          )
        }
        variant="quiet"
      >
        Move to the bin
      </Button>
      {canMerge && (
        <Button icon={MergeIcon} onPress={() => startMerging(ids)} variant="quiet">
          Merge…
        </Button>
      )}
      <Button onPress={onClear} shortcut="Escape" variant="quiet">
        Choose nobody
      </Button>
    </section>
  );
}

function Tags({ chosen }: Pick<PeopleSelectionProps, 'chosen'>) {
  const { value: tags = NONE } = useTags({});
  const ids = chosen.map(({ id }) => id);
  const theirs = distinctNames(chosen.flatMap((row) => row.tags));
  const asOption = (tag: string) => ({ id: tag, label: tag });

  async function give(tag: string, close: () => void): Promise<void> {
    const wanted = tag.trim().replaceAll('#', '');
    if (wanted === '') return;
    close();
    await changeMany(
      ids,
      () => api.people.tagMany({ ids, tag: wanted }),
      (people) => `Tagged ${people} “${wanted}”`,
    );
  }

  async function take(tag: string, close: () => void): Promise<void> {
    close();
    await changeMany(
      ids,
      () => api.people.untagMany({ ids, tag }),
      (people) => `Took “${tag}” off ${people}`,
    );
  }

  return (
    <Popover
      label="Tags"
      trigger={
        <Button icon={TagIcon} variant="quiet">
          Tags
        </Button>
      }
    >
      {(close) => (
        <div className={styles.form}>
          <ComboBox
            autoFocus
            createLabel={(text) => `New tag “${text}”`}
            label="Add a tag"
            onChange={(tag) => tag !== null && void give(tag.label, close)}
            onCreate={(text) => void give(text, close)}
            options={tags.map(asOption)}
            value={null}
          />
          {theirs.length > 0 && (
            <ComboBox
              emptyText="None of them has it"
              label="Take a tag off"
              onChange={(tag) => tag !== null && void take(tag.label, close)}
              options={theirs.map(asOption)}
              value={null}
            />
          )}
        </div>
      )}
    </Popover>
  );
}

const CHOICES = [{ value: 'kind', label: 'As for their kind' }, ...KIND_CHOICES];
const MONTHLY: CadenceEntry = { choice: '1 month', count: null, unit: 'week' };

function Cadence({ chosen }: Pick<PeopleSelectionProps, 'chosen'>) {
  const [entry, setEntry] = useState(MONTHLY);
  const ids = chosen.map(({ id }) => id);
  const cadence = cadenceOf(entry);
  return (
    <Popover
      label="Cadence"
      trigger={
        <Button icon={FollowUpsIcon} variant="quiet">
          Set cadence
        </Button>
      }
    >
      {(close) => (
        <div className={styles.form}>
          <CadenceFields
            autoFocus
            label="How often you want to speak"
            onChange={setEntry}
            options={CHOICES}
            value={entry}
          />
          <Button
            isDisabled={cadence === undefined}
            onPress={() => {
              if (cadence === undefined) return;
              close();
              void changeMany(
                ids,
                () => api.people.setCadenceOfMany({ ids, cadence }),
                (people) => `Set the cadence of ${people}`,
              );
            }}
            variant="primary"
          >
            Set for {formatCount(ids.length, 'person', 'people')}
          </Button>
        </div>
      )}
    </Popover>
  );
}
