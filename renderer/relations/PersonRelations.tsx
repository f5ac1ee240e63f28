import { useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import type { Relation } from '../../shared/relations/relation.ts';
import { roleInWords, roleWithName } from '../../shared/relations/rules.ts';
import { performAction, shortcutOf } from '../keys.ts';
import { sentenceFor } from '../report.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BinIcon, EditIcon, MoreIcon, PersonIcon, PlusIcon } from '../ui/icons.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { RowList } from '../ui/RowList.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Words } from '../ui/Words.tsx';
import { FurtherList } from './FurtherList.tsx';
import styles from './PersonRelations.module.css';
import { useRelations } from './queries.ts';
import { RelationDialog } from './RelationDialog.tsx';
import { RelationGraph } from './RelationGraph.tsx';
import { removeRelation } from './relation-acts.ts';

type View = 'list' | 'graph';

const VIEWS = [
  { value: 'list', label: 'List' },
  { value: 'graph', label: 'Graph' },
] as const;

// Whoever chose the picture sees the picture of the next person too.
let lastView: View = 'list';

/** How a person stands to others: as a list, or as a picture of the same. */
export function PersonRelations({ personId }: { readonly personId: PersonId }) {
  const [view, setView] = useState<View>(lastView);
  const { value: relations, error } = useRelations({ personId });

  function show(next: View): void {
    lastView = next;
    setView(next);
  }

  const add = (
    <Button icon={PlusIcon} onPress={() => performAction('new-relation')} shortcut={shortcutOf('new-relation')}>
      Add a relation
    </Button>
  );
  if (relations === undefined) {
    return error === null ? <Skeleton /> : <Banner tone="problem">{sentenceFor(error)}</Banner>;
  }
  if (relations.length === 0) {
    return (
      <EmptyState action={add} title="How they stand to others">
        With whom they work, to whom they report, who is family, who brought you together: written once, it is shown on
        the pages of both.
      </EmptyState>
    );
  }
  return (
    <div className={styles.parts}>
      <div className={styles.bar}>
        {add}
        <RadioGroup isLabelHidden label="Show relations as" onChange={show} options={VIEWS} value={view} />
      </div>
      {view === 'graph' ? (
        <RelationGraph personId={personId} />
      ) : (
        <>
          <RelationList personId={personId} relations={relations} />
          <FurtherList personId={personId} />
        </>
      )}
    </div>
  );
}

/** Relations as rows: E edits, Delete takes away, Enter opens the other person. */
function RelationList({
  personId,
  relations,
}: {
  readonly personId: PersonId;
  readonly relations: readonly Relation[];
}) {
  const [editing, setEditing] = useState<Relation | null>(null);
  const edit = (relation: Relation): void => {
    if (relation.id !== null) setEditing(relation);
  };
  return (
    <>
      <RowList
        items={relations.map((relation) => ({
          id: relation.id ?? `${relation.role} ${relation.otherId}`,
          relation,
        }))}
        keys={{
          e: ({ relation }) => edit(relation),
          delete: ({ relation }) => void removeRelation(personId, relation),
        }}
        label="Relations"
        onOpen={({ relation }) => navigate({ page: 'person', id: relation.otherId })}
        row={({ relation }) => ({
          name: roleWithName(relation.role, relation.words, relation.otherName, relation.isFromOther),
          lead: relation.role === 'other' ? 'other' : roleInWords(relation.role),
          children: <RelationWords relation={relation} />,
          actions: (
            <MenuButton
              entries={entries(personId, relation, edit)}
              icon={MoreIcon}
              isIconOnly
              label="More"
              size="small"
            />
          ),
        })}
      />
      {editing !== null && <RelationDialog onClose={() => setEditing(null)} personId={personId} relation={editing} />}
    </>
  );
}

function entries(personId: PersonId, relation: Relation, edit: (relation: Relation) => void): readonly MenuEntry[] {
  return [
    ...(relation.id === null
      ? []
      : [
          {
            id: 'edit',
            label: 'Edit…',
            icon: EditIcon,
            shortcut: shortcutOf('edit-entry'),
            onAction: () => edit(relation),
          },
        ]),
    {
      id: 'person',
      label: 'Open person',
      icon: PersonIcon,
      onAction: () => navigate({ page: 'person', id: relation.otherId }),
    },
    'separator',
    {
      id: 'bin',
      label: relation.id === null ? 'Remove the introduction' : 'Move to the bin',
      icon: BinIcon,
      shortcut: shortcutOf('bin-entry'),
      onAction: () => void removeRelation(personId, relation),
    },
  ];
}

function RelationWords({ relation }: { readonly relation: Relation }) {
  const { role, otherName, otherArchived, words, note, isFromOther } = relation;
  const isToOther = role === 'other' && !isFromOther;
  return (
    <>
      {isToOther && <span className={styles.aside}>to </span>}
      <span className={styles.person}>
        {otherName}
        {isToOther && ':'}
      </span>
      {role === 'other' && (
        <span className={styles.own}>
          {isFromOther && <span className={styles.aside}>to them: </span>}
          <Words as="span">{words}</Words>
        </span>
      )}
      {otherArchived && <span className={styles.aside}>archived</span>}
      {note !== '' && <Words>{note}</Words>}
    </>
  );
}
