import { AppError } from '../../shared/errors.ts';
import type { ConversationId, PersonId, QuestionId } from '../../shared/id.ts';
import type { Question } from '../../shared/questions/question.ts';
import { questionsIn, sameQuestion } from '../../shared/questions/rules.ts';
import { type CalendarDate, dateAt, type Instant, type Zone } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

/** Lines of so many conversations are looked through for questions that were written before they were kept. */
const LAST_CONVERSATIONS = 3;
const MOST_ASKED = 50;

interface Row {
  readonly id: QuestionId;
  readonly person_id: PersonId;
  readonly conversation_id: ConversationId | null;
  readonly words: string;
  readonly asked_on: CalendarDate | null;
  readonly held_on: CalendarDate | null;
  readonly created_at: Instant;
}

const COLUMNS = `question.id, question.person_id, question.conversation_id, question.words, question.asked_on,
  conversation.held_on, question.created_at`;

const OF_PERSON = `FROM question LEFT JOIN conversation ON conversation.id = question.conversation_id
  WHERE question.person_id = :personId AND question.deleted_at IS NULL AND conversation.deleted_at IS NULL`;

function rowToQuestion(row: Row, zone: Zone): Question {
  return {
    id: row.id,
    personId: row.person_id,
    words: row.words,
    conversationId: row.conversation_id,
    on: row.held_on ?? dateAt(row.created_at, zone),
    askedOn: row.asked_on,
  };
}

/** The questions that wait for one person, the newest first, each once. */
export function listOpenQuestions(database: Database, personId: PersonId, zone: Zone): readonly Question[] {
  const kept = database
    .all<Row>(`SELECT ${COLUMNS} ${OF_PERSON} AND question.asked_on IS NULL ORDER BY question.key DESC`, { personId })
    .map((row) => rowToQuestion(row, zone));
  const open = new Map<string, Question>();
  const all = [...listNotKept(database, personId), ...kept].toSorted((a, b) =>
    a.on > b.on ? -1 : a.on < b.on ? 1 : 0,
  );
  for (const question of all) {
    const same = sameQuestion(question.words);
    if (!open.has(same)) open.set(same, question);
  }
  return [...open.values()];
}

/** The questions that one person was asked, the last first. */
export function listAskedQuestions(database: Database, personId: PersonId, zone: Zone): readonly Question[] {
  return database
    .all<Row>(
      `SELECT ${COLUMNS} ${OF_PERSON} AND question.asked_on IS NOT NULL
       ORDER BY question.asked_on DESC, question.key DESC LIMIT ${MOST_ASKED}`,
      { personId },
    )
    .map((row) => rowToQuestion(row, zone));
}

interface NotesRow {
  readonly id: ConversationId;
  readonly notes: string;
  readonly held_on: CalendarDate;
}

/** Lines of the last conversations that are no row yet: a journal of an earlier version has none. */
function listNotKept(database: Database, personId: PersonId): readonly Question[] {
  const last = database.all<NotesRow>(
    `SELECT conversation.id, conversation.notes, conversation.held_on
     FROM conversation_person JOIN conversation ON conversation.key = conversation_person.conversation_key
     WHERE conversation_person.person_id = :personId AND conversation.deleted_at IS NULL
     ORDER BY conversation_person.conversation_key DESC LIMIT ${LAST_CONVERSATIONS}`,
    { personId },
  );
  return last.flatMap(({ id, notes, held_on }) => {
    const lines = questionsIn(notes);
    if (lines.length === 0) return [];
    const kept = new Set(listKept(database, id, personId).map(({ words }) => sameQuestion(words)));
    return lines
      .filter((words) => !kept.has(sameQuestion(words)))
      .map((words) => ({ id: null, personId, words, conversationId: id, on: held_on, askedOn: null }));
  });
}

interface KeptRow {
  readonly id: QuestionId;
  readonly person_id: PersonId;
  readonly words: string;
  readonly asked_on: CalendarDate | null;
}

/** The rows of one conversation's notes, of one person or of all. */
function listKept(database: Database, conversationId: ConversationId, personId: PersonId | null): readonly KeptRow[] {
  return database.all<KeptRow>(
    `SELECT id, person_id, words, asked_on FROM question
     WHERE conversation_id = :conversationId AND (:personId IS NULL OR person_id = :personId)`,
    { conversationId, personId },
  );
}

/**
 * Keeps the questions that stand in the notes of a conversation, for everybody who took part, so that they are carried
 * over until they were asked. Those that stand there no more go, unless they were asked.
 */
export function takeUpQuestions(
  database: Database,
  {
    id,
    notes,
    personIds,
  }: { readonly id: ConversationId; readonly notes: string; readonly personIds: readonly PersonId[] },
  { now, newId }: { readonly now: Instant; readonly newId: () => QuestionId },
): void {
  const lines = questionsIn(notes);
  const kept = listKept(database, id, null);
  if (lines.length === 0 && kept.length === 0) return;
  const wanted = new Set(personIds.flatMap((personId) => lines.map((words) => `${personId} ${sameQuestion(words)}`)));
  const there = new Set<string>();
  for (const { id: questionId, person_id, words, asked_on } of kept) {
    const same = `${person_id} ${sameQuestion(words)}`;
    if (asked_on !== null || wanted.has(same)) there.add(same);
    else database.run('DELETE FROM question WHERE id = :questionId', { questionId });
  }
  for (const personId of personIds) {
    for (const words of lines) {
      if (there.has(`${personId} ${sameQuestion(words)}`)) continue;
      insertQuestion(database, { id: newId(), personId, conversationId: id, words, askedOn: null, at: now });
    }
  }
}

/** A question in these words that waits and was written by itself; null when there is none. */
export function findOpenQuestion(database: Database, personId: PersonId, words: string): QuestionId | null {
  const rows = database.all<{ id: QuestionId; words: string }>(
    `SELECT id, words FROM question
     WHERE person_id = :personId AND asked_on IS NULL AND deleted_at IS NULL AND conversation_id IS NULL`,
    { personId },
  );
  return rows.find((row) => sameQuestion(row.words) === sameQuestion(words))?.id ?? null;
}

/** Errors: `not_found`. */
export function getQuestion(
  database: Database,
  id: QuestionId,
): { readonly conversationId: ConversationId | null; readonly askedOn: CalendarDate | null } {
  const row = database.get<{ conversationId: ConversationId | null; askedOn: CalendarDate | null }>(
    'SELECT conversation_id AS conversationId, asked_on AS askedOn FROM question WHERE id = :id',
    { id },
  );
  if (row === undefined) throw new AppError('not_found', { model: 'question' });
  return row;
}

/** A new question for a person. */
export function insertQuestion(
  database: Database,
  question: Pick<Question, 'personId' | 'conversationId' | 'words' | 'askedOn'> & {
    readonly id: QuestionId;
    readonly at: Instant;
  },
): void {
  const { id, personId, conversationId, words, askedOn, at } = question;
  database.run(
    `INSERT INTO question (id, person_id, conversation_id, words, asked_on, created_at, updated_at)
     VALUES (:id, :personId, :conversationId, :words, :askedOn, :at, :at)`,
    { id, personId, conversationId, words, askedOn, at },
  );
}

/** Asked on a day, or waiting (null). */
export function updateAsked(database: Database, id: QuestionId, on: CalendarDate | null, at: Instant): void {
  database.run('UPDATE question SET asked_on = :on, updated_at = :at WHERE id = :id', { id, on, at });
}

/** To the bin at an instant, or out of it (null). The first instant stays: the 30 days run from it. */
export function updateQuestionBinned(database: Database, id: QuestionId, at: Instant | null): void {
  database.run('UPDATE question SET deleted_at = :at WHERE id = :id AND (deleted_at IS NULL) <> (:at IS NULL)', {
    id,
    at,
  });
}
