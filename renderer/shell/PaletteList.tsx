import {
  ConversationIcon,
  ForwardIcon,
  type IconComponent,
  OrganisationIcon,
  PersonIcon,
  PromisesIcon,
  SearchIcon,
  TagIcon,
  ViewIcon,
} from '../ui/icons.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { ariaShortcut } from '../ui/shortcut.ts';
import styles from './CommandPalette.module.css';
import type { PaletteGroup, PaletteItem } from './palette-items.ts';

function iconOf({ act }: PaletteItem): IconComponent {
  if (act.kind === 'perform') return ForwardIcon;
  if (act.kind === 'type') return TagIcon;
  if (act.kind === 'view') return ViewIcon;
  switch (act.route.page) {
    case 'person':
      return PersonIcon;
    case 'organisation':
      return OrganisationIcon;
    case 'conversation':
      return ConversationIcon;
    default:
      return SearchIcon;
  }
}

/** Empty for what has none. */
function keysOf({ act }: PaletteItem): string {
  return act.kind === 'perform' ? act.action.keys : '';
}

export interface PaletteListProps {
  readonly id: string;
  readonly groups: readonly PaletteGroup[];
  readonly chosen: PaletteItem | undefined;
  readonly optionId: (item: PaletteItem) => string;
  readonly onChoose: (item: PaletteItem) => void;
  readonly onPerform: (item: PaletteItem) => void;
}

/** What the palette found, in groups. The focus stays in the line above; the chosen entry is named by it. */
export function PaletteList({ id, groups, chosen, optionId, onChoose, onPerform }: PaletteListProps) {
  return (
    <div aria-label="Found" className={styles.list} id={id} role="listbox" tabIndex={-1}>
      {groups.map((group, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
        <div aria-labelledby={`${id}-${index}`} key={group.name} role="group">
          <div className={styles.groupName} id={`${id}-${index}`} role="presentation">
            {group.name}
          </div>
          {group.items.map((item) => {
            const Icon = item.id.startsWith('promise ') ? PromisesIcon : iconOf(item);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the line above.
              <div
                aria-keyshortcuts={keysOf(item) === '' ? undefined : ariaShortcut(keysOf(item))}
                aria-selected={item === chosen}
                className={styles.option}
                id={optionId(item)}
                key={item.id}
                onClick={() => onPerform(item)}
                onPointerMove={() => item !== chosen && onChoose(item)}
                role="option"
                tabIndex={-1}
              >
                <Icon aria-hidden size="1rem" strokeWidth={1.75} />
                <span className={styles.label}>{item.label}</span>
                {item.detail !== '' && <span className={styles.detail}>{item.detail}</span>}
                {keysOf(item) !== '' && (
                  <span aria-hidden className={styles.detail}>
                    <Kbd keys={keysOf(item)} />
                  </span>
                )}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
