import type { OrganisationId } from '../../shared/id.ts';
import { formatCount } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { useOrganisations } from '../organisations/queries.ts';
import { Button } from '../ui/Button.tsx';
import { FilterIcon } from '../ui/icons.ts';
import { MultiPicker } from '../ui/MultiPicker.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Popover } from '../ui/Popover.tsx';
import { RemovableChips } from '../ui/RemovableChips.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './PeopleFilters.module.css';
import { type PeopleView, WITHOUT_FILTERS } from './people-view.ts';
import { useTags } from './queries.ts';
import { KINDS, kindInWords } from './words.ts';

type Filters = PeopleView['filters'];

const SPOKEN = [
  { value: 'any', label: 'At any time' },
  { value: 'within', label: 'In the last …' },
  { value: 'not_within', label: 'Not in the last …' },
] as const;

const USUAL_DAYS = 30;
const NONE: readonly never[] = [];

export interface PeopleFiltersProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** A button; behind it every filter, which all hold at once. */
export function PeopleFilters({ filters, onChange }: PeopleFiltersProps) {
  const { value: tags = NONE } = useTags({});
  const { value: organisations = NONE } = useOrganisations({ shelf: 'current' });
  const { spoken } = filters;
  const asOption = (tag: string) => ({ id: tag, label: tag });
  return (
    <Popover label="Filters" trigger={<Button icon={FilterIcon}>Filters</Button>}>
      <div className={styles.form}>
        <MultiPicker
          autoFocus
          label="Kind"
          onChange={(kinds) => onChange({ ...filters, kinds: kinds.map(({ id }) => id) })}
          options={KINDS.map(({ value, label }) => ({ id: value, label }))}
          placeholder="Any"
          value={filters.kinds.map((kind) => ({ id: kind, label: kindInWords(kind) }))}
        />
        <MultiPicker
          emptyText="No such tag"
          label="Tags"
          onChange={(chosen) => onChange({ ...filters, tags: chosen.map(({ label }) => label) })}
          options={tags.map(asOption)}
          placeholder="Any"
          value={filters.tags.map(asOption)}
        />
        <MultiPicker
          emptyText="No such organisation"
          label="Organisation"
          onChange={(chosen) => onChange({ ...filters, organisationIds: chosen.map(({ id }) => id) })}
          options={organisations.map(({ id, name }) => ({ id, label: name }))}
          placeholder="Any"
          value={filters.organisationIds.map((id) => ({ id, label: nameOf(organisations, id) }))}
        />
        <div className={styles.spoken}>
          <Select
            label="Spoken with"
            onChange={(how) =>
              onChange({ ...filters, spoken: how === 'any' ? null : { how, days: spoken?.days ?? USUAL_DAYS } })
            }
            options={SPOKEN}
            value={spoken?.how ?? 'any'}
          />
          {spoken !== null && (
            <NumberField
              label="Days"
              maxValue={9999}
              minValue={1}
              onChange={(days) => days !== null && onChange({ ...filters, spoken: { ...spoken, days } })}
              value={spoken.days}
            />
          )}
        </div>
        <Switch
          isSelected={filters.overdue}
          label="Past their cadence"
          onChange={(overdue) => onChange({ ...filters, overdue })}
        />
      </div>
    </Popover>
  );
}

function nameOf(organisations: readonly { readonly id: OrganisationId; readonly name: string }[], id: OrganisationId) {
  if (organisations === NONE) return '…';
  return organisations.find((each) => each.id === id)?.name ?? 'An organisation that is gone';
}

/** The filters that hold, each with a button that takes it away. */
export function PeopleFilterChips({ filters, onChange }: PeopleFiltersProps) {
  const { value: organisations = NONE } = useOrganisations({ shelf: 'current' });
  const { kinds, tags, organisationIds, spoken, overdue } = filters;
  const chips = [
    ...kinds.map((kind) => ({
      id: `kind ${kind}`,
      label: kindInWords(kind),
      onRemove: () => onChange({ ...filters, kinds: kinds.filter((each) => each !== kind) }),
    })),
    ...tags.map((tag) => ({
      id: `tag ${tag}`,
      label: `#${tag}`,
      onRemove: () => onChange({ ...filters, tags: tags.filter((each) => each !== tag) }),
    })),
    ...organisationIds.map((id) => ({
      id,
      label: nameOf(organisations, id),
      onRemove: () => onChange({ ...filters, organisationIds: organisationIds.filter((each) => each !== id) }),
    })),
    ...(spoken === null
      ? []
      : [
          {
            id: 'spoken',
            label: `${spoken.how === 'within' ? 'Spoken with' : 'Not spoken with'} in the last ${formatCount(spoken.days, 'day', 'days')}`,
            onRemove: () => onChange({ ...filters, spoken: null }),
          },
        ]),
    ...(overdue
      ? [{ id: 'overdue', label: 'Past their cadence', onRemove: () => onChange({ ...filters, overdue: false }) }]
      : []),
  ];
  if (chips.length === 0) return null;
  return (
    <RemovableChips
      chips={chips}
      label="Filters"
      onRemoveAll={() => onChange(WITHOUT_FILTERS)}
      shortcut={shortcutOf('remove-filters')}
    />
  );
}

/** Whether any filter holds. */
export function hasFilters({ kinds, tags, organisationIds, spoken, overdue }: Filters): boolean {
  return kinds.length + tags.length + organisationIds.length > 0 || spoken !== null || overdue;
}
