import { RouteLink } from '../RouteLink.tsx';
import { linkTo, navigate, type Route } from '../route.ts';
import { MoreIcon, SearchIcon } from '../ui/icons.ts';
import { useSavedSearches } from './queries.ts';
import styles from './SavedSearches.module.css';

/** As many as stand below the pages without pushing anything out of sight. */
const SHOWN = 6;

/** The first of the saved searches, in the sidebar. */
export function SavedSearches({ route }: { readonly route: Route }) {
  const { value: saved = [] } = useSavedSearches({});
  if (saved.length === 0) return null;
  return (
    <nav aria-label="Saved searches" className={styles.saved}>
      <p aria-hidden className={styles.heading}>
        Saved searches
      </p>
      <ul>
        {saved.slice(0, SHOWN).map(({ id, name, text }) => {
          const target: Route = { page: 'search', text };
          return (
            <li key={id}>
              <a
                aria-current={route.page === 'search' && route.text === text ? 'page' : undefined}
                className={styles.search}
                href={linkTo(target)}
                onClick={(event) => {
                  event.preventDefault();
                  navigate(target);
                }}
                title={text}
              >
                <SearchIcon aria-hidden className={styles.icon} />
                <span className={styles.label}>{name}</span>
              </a>
            </li>
          );
        })}
        {saved.length > SHOWN && (
          <li>
            <RouteLink className={styles.search} to={{ page: 'search', text: '' }}>
              <MoreIcon aria-hidden className={styles.icon} />
              <span className={styles.label}>All {saved.length} saved searches</span>
            </RouteLink>
          </li>
        )}
      </ul>
    </nav>
  );
}
