import { AppError } from '../../shared/errors.ts';
import type { Database } from './driver.ts';
import { type Migration, migrations } from './migrations/index.ts';

/** `RPRT`: marks the file as a journal of ours in SQLite's header. */
export const APPLICATION_ID = 0x52505254;

/** The version that this build writes. */
export const SCHEMA_VERSION = migrations.length;

/** The moments between which the process may be killed while an older journal is changed. */
export const MIGRATION_STEPS = ['begun', 'kept', 'changed', 'checked', 'committed'] as const;
export type MigrationStep = (typeof MIGRATION_STEPS)[number];

/**
 * Brings a journal to this build's schema: all missing steps in one transaction, then the references are checked.
 * `beforeChange` runs first when there is something to keep (an older journal). Errors: `newer_journal`, with nothing
 * changed; `damaged_journal` when references do not hold afterwards, with nothing changed.
 */
export function migrate(
  database: Database,
  {
    steps = migrations,
    beforeChange,
    atStep = () => undefined,
  }: {
    readonly steps?: readonly Migration[];
    readonly beforeChange?: () => void;
    readonly atStep?: (step: MigrationStep) => void;
  } = {},
): void {
  steps.forEach((step, index) => {
    if (step.version !== index + 1) throw new Error(`Migration ${index + 1} is missing.`);
  });
  const version = database.pragma<number>('user_version');
  if (version > steps.length) throw new AppError('newer_journal', { journal: version, app: steps.length });
  if (version === steps.length) return;
  atStep('begun');
  if (version > 0) beforeChange?.();
  atStep('kept');
  // Inside a transaction this pragma would do nothing, and rebuilding a table would delete what refers to it.
  database.pragma('foreign_keys = OFF');
  try {
    database.transaction(() => {
      for (const step of steps.slice(version)) database.exec(step.sql);
      if (version === 0) database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${steps.length}`);
      atStep('changed');
      const broken = database.pragmaRows('foreign_key_check');
      if (broken.length > 0) throw new AppError('damaged_journal', { references: broken.length });
      atStep('checked');
    });
    atStep('committed');
  } finally {
    database.pragma('foreign_keys = ON');
  }
}
