import type { PersonId } from '../../shared/id.ts';
import { NewPersonIcon, PersonIcon, TagIcon } from '../ui/icons.ts';
import styles from './CaptureLine.module.css';

/** Somebody who may be meant, somebody who would be new, or a tag of the journal. */
export interface OfferedName {
  readonly id: PersonId | 'new' | 'tag';
  readonly name: string;
  readonly detail: string;
}

/** Who or what may be meant by what is being typed. The focus stays in the line; the chosen one is named by it. */
export function NameList({
  label,
  id,
  names,
  chosen,
  onChoose,
  onTake,
}: {
  readonly label: string;
  readonly id: string;
  readonly names: readonly OfferedName[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onTake: (name: OfferedName) => void;
}) {
  return (
    <div aria-label={label} className={styles.names} id={`${id}-names`} role="listbox" tabIndex={-1}>
      {names.map((name, index) => {
        const Icon = name.id === 'new' ? NewPersonIcon : name.id === 'tag' ? TagIcon : PersonIcon;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the line above.
          <div
            aria-selected={index === chosen}
            className={styles.name}
            id={`${id}-name-${index}`}
            key={`${name.id} ${name.name}`}
            onClick={() => onTake(name)}
            // The line keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onPointerMove={() => index !== chosen && onChoose(index)}
            role="option"
            tabIndex={-1}
          >
            <Icon aria-hidden size="1rem" strokeWidth={1.75} />
            <span className={styles.text}>{name.id === 'new' ? `New person “${name.name}”` : name.name}</span>
            {name.detail !== '' && <span className={styles.detail}>{name.detail}</span>}
          </div>
        );
      })}
    </div>
  );
}
