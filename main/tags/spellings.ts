import { distinctNames, foldName } from '../../shared/people/rules.ts';
import type { Database } from '../database/driver.ts';

// Steps from tag to tag along the index: as many steps as there are tags, however often each is used.
const DISTINCT_TAGS = `
  WITH RECURSIVE on_person (tag) AS (
    SELECT min(tag) FROM person_tag
    UNION ALL
    SELECT (SELECT min(tag) FROM person_tag WHERE person_tag.tag > on_person.tag) FROM on_person WHERE tag IS NOT NULL
  ), on_conversation (tag) AS (
    SELECT min(tag) FROM conversation_tag
    UNION ALL
    SELECT (SELECT min(tag) FROM conversation_tag WHERE conversation_tag.tag > on_conversation.tag)
      FROM on_conversation WHERE tag IS NOT NULL
  )
  SELECT tag FROM on_person WHERE tag IS NOT NULL
  UNION ALL
  SELECT tag FROM on_conversation WHERE tag IS NOT NULL`;

/** Every spelling of every tag that is in use, the bin too. */
export function listTagSpellings(database: Database): readonly string[] {
  return database.all<{ tag: string }>(DISTINCT_TAGS).map(({ tag }) => tag);
}

/** Tags as they are to be written down: each once, in the spelling that is in use already. */
export function settleTags(database: Database, tags: readonly string[]): readonly string[] {
  if (tags.length === 0) return [];
  const inUse = new Map<string, string>();
  for (const tag of listTagSpellings(database)) {
    const folded = foldName(tag);
    if (!inUse.has(folded)) inUse.set(folded, tag);
  }
  return distinctNames(tags).map((tag) => inUse.get(foldName(tag)) ?? tag);
}
