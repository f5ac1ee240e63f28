import type { PersonId } from '../../shared/id.ts';
import { NewPersonIcon, PersonIcon } from '../ui/icons.ts';
import styles from './CaptureLine.module.css';

/** Somebody who may be meant; without an id somebody who would be new. */
export interface OfferedName {
  readonly id: PersonId | null;
  readonly name: string;
  readonly detail: string;
}

/** Who may be meant by the name being typed. The focus stays in the line; the chosen one is named by it. */
export function NameList({
  id,
  names,
  chosen,
  onChoose,
  onTake,
}: {
  readonly id: string;
  readonly names: readonly OfferedName[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onTake: (name: OfferedName) => void;
}) {
  return (
    <div aria-label="People" className={styles.names} id={`${id}-names`} role="listbox" tabIndex={-1}>
      {names.map((name, index) => {
        const Icon = name.id === null ? NewPersonIcon : PersonIcon;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the line above.
          <div
            aria-selected={index === chosen}
            className={styles.name}
            id={`${id}-name-${index}`}
            key={name.id ?? 'new'}
            onClick={() => onTake(name)}
            // The line keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onPointerMove={() => index !== chosen && onChoose(index)}
            role="option"
            tabIndex={-1}
          >
            <Icon aria-hidden size="1rem" strokeWidth={1.75} />
            <span className={styles.text}>{name.id === null ? `New person “${name.name}”` : name.name}</span>
            {name.detail !== '' && <span className={styles.detail}>{name.detail}</span>}
          </div>
        );
      })}
    </div>
  );
}
