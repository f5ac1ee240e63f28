import { performAction } from '../keys.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { NewPersonIcon } from '../ui/icons.ts';
import type { PeopleView } from './people-view.ts';
import { kindInWords } from './words.ts';

export interface PeopleEmptyStateProps {
  readonly view: Pick<PeopleView, 'text' | 'shelf' | 'kind'>;
  readonly onCreate: (name: string) => void;
}

/** Why the list is empty, what will be in it, and the one thing to do. */
export function PeopleEmptyState({ view: { text, shelf, kind }, onCreate }: PeopleEmptyStateProps) {
  const name = text.trim();
  const ofKind = kind === 'all' ? '' : ` among ${kindInWords(kind).toLowerCase()}s`;
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
        title={`Nothing matches “${name}”${ofKind}`}
      >
        The filter looks at names, roles, organisations and tags. The words of your conversations are found under
        Search.
      </EmptyState>
    );
  }
  if (kind !== 'all') return <EmptyState title={`Nobody here is of the kind ${kindInWords(kind).toLowerCase()}`} />;
  switch (shelf) {
    case 'current':
      return (
        <EmptyState
          action={
            <Button icon={NewPersonIcon} onPress={() => performAction('new-person')} variant="primary">
              Add a person
            </Button>
          }
          title="The people you work with"
        >
          Clients, partners, prospects, those who refer you: each has a page with every conversation, what was promised,
          and when to speak next. A name is enough to begin.
        </EmptyState>
      );
    case 'archived':
      return (
        <EmptyState title="Nobody is archived">
          Archive people you no longer speak with. They leave the list, and Today no longer names their cadence and
          their dates; everything about them stays.
        </EmptyState>
      );
    case 'organisations':
      return (
        <EmptyState title="Where people belong">
          Organisations are made on a person’s page, as soon as you name one there.
        </EmptyState>
      );
    case 'bin':
      return (
        <EmptyState title="The bin is empty">
          People and organisations that you delete wait here for 30 days and can be restored.
        </EmptyState>
      );
  }
}
