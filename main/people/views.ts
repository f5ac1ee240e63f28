import { AppError } from '../../shared/errors.ts';
import type { ViewId } from '../../shared/id.ts';
import { distinctNames, foldName } from '../../shared/people/rules.ts';
import {
  NO_FILTERS,
  type PeopleViewFields,
  peopleColumn,
  peopleFilters,
  peopleSort,
  type SavedView,
} from '../../shared/people/table.ts';
import type { Database } from '../database/driver.ts';

interface Row {
  readonly id: ViewId;
  readonly name: string;
  readonly columns: string;
  readonly sorted_by: string;
  readonly direction: string;
  readonly filters: string;
}

// A newer version may have written what this one does not know: the rest of the view is shown all the same.
function rowToView(row: Row): SavedView {
  const columns = parsed(row.columns);
  const sort = peopleSort.safeParse({ column: row.sorted_by, direction: row.direction });
  const filters = peopleFilters.safeParse(parsed(row.filters));
  return {
    id: row.id,
    name: row.name,
    columns: (Array.isArray(columns) ? columns : []).flatMap((each) => {
      const column = peopleColumn.safeParse(each);
      return column.success ? [column.data] : [];
    }),
    sort: sort.success ? sort.data : { column: 'name', direction: 'up' },
    filters: filters.success ? filters.data : NO_FILTERS,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Saved views in their order. */
export function listViews(database: Database): readonly SavedView[] {
  return database
    .all<Row>('SELECT id, name, columns, sorted_by, direction, filters FROM people_view ORDER BY position, id')
    .map(rowToView);
}

function requireFreeName(database: Database, name: string, except: ViewId | null): void {
  const taken = listViews(database).some((view) => view.id !== except && foldName(view.name) === foldName(name));
  if (taken) throw new AppError('rule_violated', { rule: 'name_taken' });
}

/** Saves a view after the others. Errors: `rule_violated`. */
export function insertView(database: Database, { id, name, ...fields }: SavedView): void {
  requireFreeName(database, name, null);
  database.run(
    `INSERT INTO people_view (id, position, name, columns, sorted_by, direction, filters)
     VALUES (:id, (SELECT coalesce(max(position) + 1, 0) FROM people_view), :name, :columns, :column, :direction, :filters)`,
    { id, name: name.trim(), ...asColumns(fields) },
  );
}

/** Errors: `not_found`. */
export function updateView(database: Database, id: ViewId, fields: PeopleViewFields): void {
  const changed = database.run(
    `UPDATE people_view SET columns = :columns, sorted_by = :column, direction = :direction, filters = :filters
      WHERE id = :id`,
    { id, ...asColumns(fields) },
  );
  if (changed === 0) throw new AppError('not_found', { model: 'view' });
}

function asColumns({ columns, sort, filters }: PeopleViewFields) {
  return {
    columns: JSON.stringify(columns),
    column: sort.column,
    direction: sort.direction,
    filters: JSON.stringify(filters),
  };
}

/** A tag that is called otherwise is asked for by its new name. */
export function renameTagInViews(database: Database, name: string, to: string): void {
  for (const { id, columns, sort, filters } of listViews(database)) {
    if (!filters.tags.some((tag) => foldName(tag) === foldName(name))) continue;
    const tags = distinctNames(filters.tags.map((tag) => (foldName(tag) === foldName(name) ? to : tag)));
    updateView(database, id, { columns, sort, filters: { ...filters, tags } });
  }
}

/** Errors: `not_found`; `rule_violated`. */
export function renameView(database: Database, id: ViewId, name: string): void {
  requireFreeName(database, name, id);
  const changed = database.run('UPDATE people_view SET name = :name WHERE id = :id', { id, name: name.trim() });
  if (changed === 0) throw new AppError('not_found', { model: 'view' });
}

/** Puts the views into this order; any that is not named follows them. Errors: `not_found`. */
export function orderViews(database: Database, ids: readonly ViewId[]): void {
  const others = listViews(database).flatMap(({ id }) => (ids.includes(id) ? [] : [id]));
  for (const [position, id] of [...ids, ...others].entries()) {
    const changed = database.run('UPDATE people_view SET position = :position WHERE id = :id', { id, position });
    if (changed === 0) throw new AppError('not_found', { model: 'view' });
  }
}

/** Errors: `not_found`. */
export function removeView(database: Database, id: ViewId): void {
  const changed = database.run('DELETE FROM people_view WHERE id = :id', { id });
  if (changed === 0) throw new AppError('not_found', { model: 'view' });
}
