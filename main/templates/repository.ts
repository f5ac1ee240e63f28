import { AppError } from '../../shared/errors.ts';
import type { TemplateId } from '../../shared/id.ts';
import { BUILT_IN_TEMPLATES } from '../../shared/templates/built-in.ts';
import type { Template } from '../../shared/templates/template.ts';
import type { Database } from '../database/driver.ts';

/** Every template, in the user's order; those that were never put into one as they were made. */
export function listTemplates(database: Database): readonly Template[] {
  return database.all<Template>(
    'SELECT id, name, notes, opens, channel, minutes, follow_up AS followUp FROM template ORDER BY position, key',
  );
}

/** A new template, the last of them. */
export function insertTemplate(database: Database, template: Template): void {
  database.run(
    `INSERT INTO template (id, position, name, notes, opens, channel, minutes, follow_up)
     VALUES (:id, (SELECT coalesce(max(position), 0) + 1 FROM template), :name, :notes, :opens, :channel, :minutes,
       :followUp)`,
    { ...template },
  );
}

/** Errors: `not_found`. */
export function updateTemplate(database: Database, template: Template): void {
  const changed = database.run(
    `UPDATE template SET name = :name, notes = :notes, opens = :opens, channel = :channel, minutes = :minutes,
       follow_up = :followUp
     WHERE id = :id`,
    { ...template },
  );
  if (changed === 0) throw new AppError('not_found', { model: 'template' });
}

/** Errors: `not_found`. */
export function moveTemplate(database: Database, id: TemplateId, position: number): void {
  const changed = database.run('UPDATE template SET position = :position WHERE id = :id', { id, position });
  if (changed === 0) throw new AppError('not_found', { model: 'template' });
}

/** Errors: `not_found`. */
export function removeTemplate(database: Database, id: TemplateId): void {
  const changed = database.run('DELETE FROM template WHERE id = :id', { id });
  if (changed === 0) throw new AppError('not_found', { model: 'template' });
}

/** Adds those templates of every new journal that are not there. */
export function insertBuiltInTemplates(database: Database): void {
  const present = new Set(listTemplates(database).map(({ id }) => id));
  for (const template of BUILT_IN_TEMPLATES) if (!present.has(template.id)) insertTemplate(database, template);
}
