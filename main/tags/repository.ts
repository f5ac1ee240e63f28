import { AppError } from '../../shared/errors.ts';
import { distinctNames, foldName } from '../../shared/people/rules.ts';
import type { Tag } from '../../shared/tags/contract.ts';
import type { Database } from '../database/driver.ts';
import { renameTagInViews } from '../people/views.ts';
import { listTagSpellings } from './spellings.ts';

/** Every tag in use with how often it is, by name. Spellings that are the same tag count as one. */
export function listTagsInUse(database: Database): readonly Tag[] {
  const rows = database.all<Tag>(
    `SELECT name, sum(people) AS people, sum(conversations) AS conversations FROM (
       SELECT person_tag.tag AS name, count(*) AS people, 0 AS conversations
         FROM person_tag JOIN person ON person.id = person_tag.person_id
        WHERE person.deleted_at IS NULL GROUP BY person_tag.tag
       UNION ALL
       SELECT tag, 0, count(*) FROM conversation_tag
        WHERE conversation_key NOT IN (SELECT key FROM conversation WHERE deleted_at IS NOT NULL) GROUP BY tag
     ) GROUP BY name ORDER BY name`,
  );
  const byName = new Map<string, Tag>();
  for (const row of rows) {
    const same = byName.get(foldName(row.name));
    byName.set(
      foldName(row.name),
      same === undefined
        ? row
        : { ...same, people: same.people + row.people, conversations: same.conversations + row.conversations },
    );
  }
  return [...byName.values()];
}

/** Tags in use on people and conversations outside the bin, most used first. */
export function listTags(database: Database): readonly string[] {
  const rows = database.all<{ tag: string; uses: number }>(
    `SELECT tag, count(*) AS uses FROM (
       SELECT person_tag.tag FROM person_tag JOIN person ON person.id = person_tag.person_id
        WHERE person.deleted_at IS NULL
       UNION ALL
       SELECT conversation_tag.tag FROM conversation_tag
        WHERE conversation_tag.conversation_key NOT IN (SELECT key FROM conversation WHERE deleted_at IS NOT NULL)
     ) GROUP BY tag ORDER BY uses DESC, tag`,
  );
  // The table knows only the case of ASCII letters.
  return distinctNames(rows.map(({ tag }) => tag));
}

/** Calls a tag otherwise wherever it is; where the other one is already, it is there once. Errors: `not_found`. */
export function renameTag(database: Database, name: string, to: string): void {
  const spellings = listTagSpellings(database);
  const isRespelled = foldName(name) === foldName(to);
  const target = isRespelled ? to : (spellings.find((other) => foldName(other) === foldName(to)) ?? to);
  for (const from of spellingsOf(spellings, name)) {
    // What the table takes for the same tag (`tag <> :from` does not hold) is changed where it stands.
    database.run(
      `DELETE FROM person_tag WHERE tag = :from
        AND person_id IN (SELECT person_id FROM person_tag WHERE tag = :target AND tag <> :from)`,
      { from, target },
    );
    database.run(
      `DELETE FROM conversation_tag WHERE tag = :from
        AND conversation_key IN (SELECT conversation_key FROM conversation_tag WHERE tag = :target AND tag <> :from)`,
      { from, target },
    );
    database.run('UPDATE person_tag SET tag = :target WHERE tag = :from', { from, target });
    database.run('UPDATE conversation_tag SET tag = :target WHERE tag = :from', { from, target });
  }
  renameTagInViews(database, name, target);
}

/** Takes a tag off everything. Errors: `not_found`. */
export function removeTag(database: Database, name: string): void {
  for (const tag of spellingsOf(listTagSpellings(database), name)) {
    database.run('DELETE FROM person_tag WHERE tag = :tag', { tag });
    database.run('DELETE FROM conversation_tag WHERE tag = :tag', { tag });
  }
}

function spellingsOf(spellings: readonly string[], name: string): readonly string[] {
  const found = spellings.filter((other) => foldName(other) === foldName(name));
  if (found.length === 0) throw new AppError('not_found', { model: 'tag' });
  return [...new Set(found)];
}
