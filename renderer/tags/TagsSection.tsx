import { useState } from 'react';
import type { Tag } from '../../shared/tags/contract.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatCount } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BinIcon, EditIcon } from '../ui/icons.ts';
import { RowList } from '../ui/RowList.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Words } from '../ui/Words.tsx';
import { useTagsInUse } from './queries.ts';
import { RenameTagDialog } from './RenameTagDialog.tsx';
import styles from './TagsSection.module.css';

/** Every tag, with what it is on: to be called otherwise, made one with another, or taken away. */
export function TagsSection() {
  const { value: tags, error } = useTagsInUse({});
  const [renamed, setRenamed] = useState<Tag | null>(null);
  return (
    <Section title="Tags">
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {tags === undefined && error === null && <Skeleton lines={3} />}
      {tags?.length === 0 && (
        <p>No tags yet. Those given to people and conversations stand here, to be renamed, merged or deleted.</p>
      )}
      {tags !== undefined && tags.length > 0 && (
        <RowList
          items={tags.map((tag) => ({ ...tag, id: tag.name }))}
          keys={{ e: setRenamed, Delete: remove, Backspace: remove }}
          label="Tags"
          onOpen={setRenamed}
          row={(tag) => ({
            name: tag.name,
            children: (
              <>
                <Words as="span">{tag.name}</Words>
                <span className={styles.uses}>{`\u2002${usesInWords(tag)}`}</span>
              </>
            ),
            actions: (
              <>
                <IconButton
                  icon={EditIcon}
                  label={`Rename tag: ${tag.name}`}
                  onPress={() => setRenamed(tag)}
                  shortcut={shortcutOf('edit-entry')}
                  size="small"
                />
                <IconButton
                  icon={BinIcon}
                  label={`Delete tag: ${tag.name}`}
                  onPress={() => remove(tag)}
                  shortcut={shortcutOf('bin-entry')}
                  size="small"
                />
              </>
            ),
          })}
        />
      )}
      {renamed !== null && <RenameTagDialog onClose={() => setRenamed(null)} tag={renamed} tags={tags ?? []} />}
    </Section>
  );
}

function usesInWords({ people, conversations }: Tag): string {
  const uses = [
    people > 0 ? formatCount(people, 'person', 'people') : '',
    conversations > 0 ? formatCount(conversations, 'conversation', 'conversations') : '',
  ];
  return uses.filter((part) => part !== '').join(', ');
}

function remove({ name }: Tag): void {
  void act(() => api.tags.remove({ name }), `Tag deleted: ${name}`);
}
