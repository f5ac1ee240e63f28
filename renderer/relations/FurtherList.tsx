import type { PersonId } from '../../shared/id.ts';
import { inverseRole, roleWithName } from '../../shared/relations/rules.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './PersonRelations.module.css';
import { useRelationGraph } from './queries.ts';

/** Whom one meets through those a person stands to: what the graph shows farther out, in words. */
export function FurtherList({ personId }: { readonly personId: PersonId }) {
  const { value } = useRelationGraph({ personId });
  if (value === undefined) return null;
  const names = new Map(value.people.map(({ id, name }) => [id, name]));
  const lines = value.people
    .filter(({ step }) => step === 2)
    .map(({ id, name }) => ({
      id,
      name,
      ways: value.links
        .filter(({ from, to }) => from === id || to === id)
        .map(({ from, to, role, words }) =>
          from === id
            ? roleWithName(role, words, names.get(to) ?? '', false)
            : roleWithName(inverseRole(role), words, names.get(from) ?? '', true),
        ),
    }));
  if (lines.length === 0) return null;
  return (
    <Section aside={value.left > 0 ? `and ${value.left} more` : undefined} level={3} title="One step further">
      <ul aria-label="One step further" className={styles.further}>
        {lines.map(({ id, name, ways }) => (
          <li className={styles.line} key={id}>
            <RouteLink to={{ page: 'person', id }}>{name}</RouteLink>
            <span className={styles.ways}>{ways.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
