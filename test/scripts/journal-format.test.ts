import { expect, it } from 'vitest';
import { createJournal } from '../../main/database/open.ts';
import { currentFormat, gapsInFormat, writtenFormat } from '../../scripts/journal-format.ts';
import type { Instant } from '../../shared/time.ts';

it('every table and column is described, and nothing that is not there', () => {
  expect(gapsInFormat()).toEqual({ missing: [], stale: [] });
});

it('the description is what was generated last', () => {
  expect(writtenFormat()).toBe(currentFormat());
});

it('the questions in the description can be asked', () => {
  const questions = [...writtenFormat().matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = '']) => sql);
  expect(questions.length).toBeGreaterThan(2);
  const journal = createJournal(':memory:', { id: 'j', kind: 'own', at: '2026-11-21T09:30:00.000Z' as Instant });
  for (const sql of questions) expect(journal.all(sql.trim().replace(/;$/, ''))).toEqual([]);
  journal.close();
});
