import { Chip } from './Chip.tsx';
import { TagIcon } from './icons.ts';
import styles from './TagList.module.css';

export interface TagListProps {
  /** The list's name: "Tags". */
  readonly label: string;
  readonly tags: readonly { readonly id: string; readonly label: string }[];
}

/** The tags of something, to be read. Nothing at all when there are none. */
export function TagList({ label, tags }: TagListProps) {
  if (tags.length === 0) return null;
  return (
    <ul aria-label={label} className={styles.tags}>
      {tags.map((tag) => (
        <li key={tag.id}>
          <Chip icon={TagIcon}>{tag.label}</Chip>
        </li>
      ))}
    </ul>
  );
}
