import {
  CalendarCheck,
  CircleHelp,
  DatabaseBackup,
  Handshake,
  PenLine,
  Search,
  Settings,
  Sun,
  UserPlus,
  Users,
} from 'lucide-react';
import { SampleNotice } from '../journal/SampleNotice.tsx';
import { type ActionId, keysOf, performAction } from '../keys.ts';
import { linkTo, navigate, type Route } from '../route.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Sidebar.module.css';

interface Place {
  readonly name: string;
  readonly route: Route;
  readonly icon: typeof Sun;
  readonly action: ActionId;
  /** Pages that belong to this place. */
  readonly pages: readonly Route['page'][];
}

const PLACES: readonly Place[] = [
  { name: 'Today', route: { page: 'today' }, icon: Sun, action: 'go-today', pages: ['today', 'review'] },
  {
    name: 'People',
    route: { page: 'people' },
    icon: Users,
    action: 'go-people',
    pages: ['people', 'person', 'organisation', 'brief'],
  },
  { name: 'Promises', route: { page: 'promises' }, icon: Handshake, action: 'go-promises', pages: ['promises'] },
  {
    name: 'Follow-ups',
    route: { page: 'follow-ups' },
    icon: CalendarCheck,
    action: 'go-follow-ups',
    pages: ['follow-ups'],
  },
  { name: 'Search', route: { page: 'search', text: '' }, icon: Search, action: 'go-search', pages: ['search'] },
  { name: 'Backups', route: { page: 'backups' }, icon: DatabaseBackup, action: 'go-backups', pages: ['backups'] },
  { name: 'Settings', route: { page: 'settings' }, icon: Settings, action: 'go-settings', pages: ['settings'] },
  { name: 'Help', route: { page: 'help' }, icon: CircleHelp, action: 'go-help', pages: ['help'] },
];

/** The way to every page, and the two acts that start something new. */
export function Sidebar({ route }: { readonly route: Route }) {
  return (
    <div className={styles.sidebar}>
      <p className={styles.name} aria-hidden>
        Rapport
      </p>
      <div className={styles.new}>
        <Button
          variant="primary"
          icon={PenLine}
          aria-label="New conversation"
          onPress={() => performAction('new-conversation')}
        >
          <span className={styles.label}>New conversation</span>
        </Button>
        <Button variant="quiet" icon={UserPlus} aria-label="New person" onPress={() => performAction('new-person')}>
          <span className={styles.label}>New person</span>
        </Button>
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
      <SampleNotice />
    </div>
  );
}
