import type { ActionId } from '../../shared/actions.ts';
import { useActions } from '../keys.ts';
import { navigate } from '../route.ts';

interface Part {
  readonly page: 'settings' | 'backups';
  /** Its heading. */
  readonly title: string;
}

const PARTS = {
  'go-settings-appearance': { page: 'settings', title: 'Appearance' },
  'go-settings-important-dates': { page: 'settings', title: 'Important dates' },
  'go-settings-on-this-day': { page: 'settings', title: 'On this day' },
  'go-settings-discretion': { page: 'settings', title: 'Discretion' },
  'go-settings-notifications': { page: 'settings', title: 'Notifications' },
  'go-settings-cadence': { page: 'settings', title: 'Cadence' },
  'go-settings-templates': { page: 'settings', title: 'Templates' },
  'go-settings-quick-capture': { page: 'settings', title: 'Quick capture' },
  'go-settings-meetings': { page: 'settings', title: 'Meetings' },
  'go-settings-calendar-file': { page: 'settings', title: 'Calendar file' },
  'go-settings-tags': { page: 'settings', title: 'Tags' },
  'go-settings-spelling': { page: 'settings', title: 'Spelling' },
  'go-settings-journal': { page: 'settings', title: 'Journal' },
  'go-backups-kept': { page: 'backups', title: 'Kept backups' },
  'go-backups-second-place': { page: 'backups', title: 'Second place' },
} as const satisfies Partial<Record<ActionId, Part>>;

/** A page that is read for the first time takes a moment; what is not there by then is not there now. */
const GIVE_UP_AFTER_MS = 5000;
const LOOK_EVERY_MS = 50;

const GOING = Object.fromEntries(Object.entries(PARTS).map(([id, part]) => [id, () => goToPart(part)]));

/** Leads to each part of Settings and Backups, from anywhere. */
export function usePartActions(): void {
  useActions(GOING);
}

function goToPart({ page, title }: Part): void {
  navigate({ page });
  const { hash } = window.location;
  const tried = performance.now();
  function look(): void {
    // Gone on elsewhere meanwhile.
    if (window.location.hash !== hash) return;
    const heading = [...document.querySelectorAll<HTMLElement>('main section > header > h2')].find(
      ({ textContent }) => textContent === title,
    );
    if (heading !== undefined) {
      // The focus stands there too, so that Tab goes on with what is in it.
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: 'start' });
    }
    const isThere = heading !== undefined && document.activeElement === heading;
    if (!isThere && performance.now() - tried < GIVE_UP_AFTER_MS) setTimeout(look, LOOK_EVERY_MS);
  }
  // The palette gives the focus back when it closes; that comes first.
  setTimeout(look, LOOK_EVERY_MS);
}
