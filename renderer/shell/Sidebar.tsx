import { SampleNotice } from '../journal/SampleNotice.tsx';
import { type ActionId, keysOf, performAction } from '../keys.ts';
import { linkTo, navigate, type Route } from '../route.ts';
import { SavedSearches } from '../search/SavedSearches.tsx';
import { Button } from '../ui/Button.tsx';
import {
  BackupsIcon,
  DraftIcon,
  FollowUpsIcon,
  HelpIcon,
  type IconComponent,
  NewPersonIcon,
  PeopleIcon,
  PromisesIcon,
  QuickCaptureIcon,
  SearchIcon,
  SettingsIcon,
  TodayIcon,
} from '../ui/icons.ts';
import styles from './Sidebar.module.css';

interface Place {
  readonly name: string;
  readonly route: Route;
  readonly icon: IconComponent;
  readonly action: ActionId;
  /** Pages that belong to this place. */
  readonly pages: readonly Route['page'][];
}

const PLACES: readonly Place[] = [
  {
    name: 'Today',
    route: { page: 'today' },
    icon: TodayIcon,
    action: 'go-today',
    pages: ['today', 'hindsight', 'looking-back', 'review'],
  },
  {
    name: 'People',
    route: { page: 'people' },
    icon: PeopleIcon,
    action: 'go-people',
    pages: [
      'people',
      'person',
      'duplicates',
      'merge',
      'organisations',
      'organisation',
      'brief',
      'organisation-brief',
      'meeting-brief',
    ],
  },
  { name: 'Promises', route: { page: 'promises' }, icon: PromisesIcon, action: 'go-promises', pages: ['promises'] },
  {
    name: 'Follow-ups',
    route: { page: 'follow-ups' },
    icon: FollowUpsIcon,
    action: 'go-follow-ups',
    pages: ['follow-ups'],
  },
  { name: 'Search', route: { page: 'search', text: '' }, icon: SearchIcon, action: 'go-search', pages: ['search'] },
  { name: 'Backups', route: { page: 'backups' }, icon: BackupsIcon, action: 'go-backups', pages: ['backups'] },
  { name: 'Settings', route: { page: 'settings' }, icon: SettingsIcon, action: 'go-settings', pages: ['settings'] },
  { name: 'Help', route: { page: 'help' }, icon: HelpIcon, action: 'go-help', pages: ['help'] },
];

const BEGINNINGS = [
  { name: 'New conversation', icon: DraftIcon, action: 'new-conversation', variant: 'primary' },
  { name: 'Quick capture', icon: QuickCaptureIcon, action: 'quick-capture', variant: 'quiet' },
  { name: 'New person', icon: NewPersonIcon, action: 'new-person', variant: 'quiet' },
] as const;

/** The way to every page, and the acts that start something new. */
export function Sidebar({ route }: { readonly route: Route }) {
  return (
    <div className={styles.sidebar}>
      <p className={styles.name} aria-hidden>
        Rapport
      </p>
      <div className={styles.new}>
        {BEGINNINGS.map(({ name, icon, action, variant }) => (
          <Button aria-label={name} icon={icon} key={action} onPress={() => performAction(action)} variant={variant}>
            <span className={styles.label}>{name}</span>
          </Button>
        ))}
      </div>
      <nav aria-label="Main" className={styles.places}>
        <ul>
          {PLACES.map(({ name, route: target, icon: Icon, action, pages }) => (
            <li key={name}>
              <a
                href={linkTo(target)}
                className={styles.place}
                aria-current={pages.includes(route.page) ? 'page' : undefined}
                title={`${name} (${keysOf(action)})`}
                onClick={(event) => {
                  // By the router, which knows how far back goes; the address is there to be read.
                  event.preventDefault();
                  navigate(target);
                }}
              >
                <Icon aria-hidden className={styles.icon} />
                <span className={styles.label}>{name}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <SavedSearches route={route} />
      <SampleNotice />
    </div>
  );
}
