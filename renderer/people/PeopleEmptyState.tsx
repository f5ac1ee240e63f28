import { performAction } from '../keys.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { NewPersonIcon } from '../ui/icons.ts';

const FILTER_EXPLAINED =
  'The filter looks at names, roles, organisations and tags. The words of your conversations are found under Search.';

export interface PeopleEmptyStateProps {
  readonly text: string;
  readonly shelf: 'current' | 'archived';
  readonly hasFilters: boolean;
  readonly onCreate: (name: string) => void;
  readonly onRemoveFilters: () => void;
}

/** Why the table is empty, what will be in it, and the one thing to do. */
export function PeopleEmptyState({ text, shelf, hasFilters, onCreate, onRemoveFilters }: PeopleEmptyStateProps) {
  const name = text.trim();
  if (hasFilters) {
    return (
      <EmptyState
        action={<Button onPress={onRemoveFilters}>Remove the filters</Button>}
        title={name === '' ? 'Nobody is in all of these filters' : `Nobody in these filters matches “${name}”`}
      >
        Each filter narrows what the others leave. Remove one of them above, or all at once.
      </EmptyState>
    );
  }
  if (name !== '') {
    return (
      <EmptyState
        action={
          shelf === 'current' && (
            <Button icon={NewPersonIcon} onPress={() => onCreate(name)}>
              Add “{name}”
            </Button>
          )
        }
        title={`Nothing matches “${name}”`}
      >
        {FILTER_EXPLAINED}
      </EmptyState>
    );
  }
  if (shelf === 'archived') {
    return (
      <EmptyState title="Nobody is archived">
        Archive people you no longer speak with. They leave the list, and Today no longer names their cadence and their
        dates; everything about them stays.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      action={
        <Button icon={NewPersonIcon} onPress={() => performAction('new-person')} variant="primary">
          Add a person
        </Button>
      }
      title="The people you work with"
    >
      Clients, partners, prospects, those who refer you: each has a page with every conversation, what was promised, and
      when to speak next. A name is enough to begin.
    </EmptyState>
  );
}

/** The same for organisations and the bin. */
export function OtherEmptyState({ text, shelf }: { readonly text: string; readonly shelf: 'organisations' | 'bin' }) {
  const name = text.trim();
  if (name !== '') return <EmptyState title={`Nothing matches “${name}”`}>{FILTER_EXPLAINED}</EmptyState>;
  if (shelf === 'organisations') {
    return (
      <EmptyState title="Where people belong">
        Organisations are made on a person’s page, as soon as you name one there.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="The bin is empty">
      People and organisations that you delete wait here for 30 days and can be restored.
    </EmptyState>
  );
}
