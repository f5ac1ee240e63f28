/** A kind of thing that a restore can add, change or lose. All statements are text of our own. */
interface Entry {
  /** Also the name of its table. */
  readonly kind: string;
  /** Condition on the row `entry`: it is there for the user, not in the bin. */
  readonly visible: string;
  /** What makes it a changed one when it differs. What the machine notes (when it was written or told) does not. */
  readonly columns: readonly string[];
}

const THERE = 'entry.deleted_at IS NULL';

export const ENTRIES: readonly Entry[] = [
  {
    kind: 'person',
    visible: THERE,
    columns: [
      'name',
      'pronunciation',
      'kind',
      'role',
      'organisation_id',
      'situation',
      'remember',
      'aim',
      'sensitive',
      'how_met',
      'introduced_by_id',
      'cadence_count',
      'cadence_unit',
      'cadence_paused_until',
      'archived_at',
    ],
  },
  { kind: 'organisation', visible: THERE, columns: ['name', 'about'] },
  {
    kind: 'conversation',
    visible: THERE,
    columns: ['title', 'notes', 'would_help', 'held_on', 'held_time', 'zone', 'minutes', 'channel'],
  },
  {
    kind: 'promise',
    visible: THERE,
    columns: ['person_id', 'conversation_id', 'given_by', 'words', 'due_on', 'kept_on', 'let_go_on'],
  },
  {
    kind: 'follow_up',
    visible: THERE,
    columns: [
      'person_id',
      'conversation_id',
      'words',
      'due_on',
      'due_time',
      'zone',
      'snoozed_from',
      'rrule',
      'recurs_after',
      'anchor_on',
      'paused_at',
      'done_at',
      'note',
    ],
  },
  { kind: 'relation', visible: THERE, columns: ['person_id', 'other_id', 'kind', 'words', 'note'] },
  {
    kind: 'question',
    visible: THERE,
    columns: ['person_id', 'conversation_id', 'words', 'asked_on'],
  },
  {
    kind: 'draft',
    visible: `${THERE} AND entry.saved_at IS NULL`,
    columns: ['conversation_id', 'person_id', 'body'],
  },
  {
    kind: 'template',
    visible: 'true',
    columns: ['name', 'notes', 'opens', 'channel', 'minutes', 'follow_up'],
  },
];

/** Rows that belong to an entry: its `id` first, then what they say. Keys, which are not the same everywhere, stay out. */
interface Part {
  /** The entry's kind. */
  readonly kind: string;
  readonly select: (side: string) => string;
}

const ofConversation =
  (table: string, columns: string) =>
  (side: string): string =>
    `SELECT conversation.id AS id, '${table}', ${columns} FROM ${side}.${table} AS part
     JOIN ${side}.conversation ON conversation.key = part.conversation_key`;

export const PARTS: readonly Part[] = [
  {
    kind: 'person',
    select: (side) => `SELECT person_id AS id, position, kind, label, value FROM ${side}.contact`,
  },
  {
    kind: 'person',
    select: (side) =>
      `SELECT person_id AS id, position, label, month, day, year, notice_days FROM ${side}.important_date`,
  },
  { kind: 'person', select: (side) => `SELECT person_id AS id, tag FROM ${side}.person_tag` },
  { kind: 'conversation', select: ofConversation('conversation_person', 'part.person_id, part.position') },
  { kind: 'conversation', select: ofConversation('conversation_tag', 'part.tag') },
  { kind: 'conversation', select: ofConversation('circumstance', 'part.name') },
  {
    kind: 'conversation',
    select: (side) => `SELECT conversation_id AS id, position, hash, name FROM ${side}.attachment`,
  },
  {
    kind: 'conversation',
    select: ofConversation(
      'listening',
      `part.talk_share, part.longest_stretch, part.open_questions, part.follow_up_questions, part.said_back_simple,
       part.said_back_meaning, part.interruptions, part.silence_after_question, part.summarised,
       part.advice_before_asked, part.their_questions`,
    ),
  },
  {
    kind: 'conversation',
    select: ofConversation(
      'moment',
      `part.id AS moment, part.position, part.about, part.seen_or_heard, part.may_mean, part.confidence,
       part.other_explanations, part.hindsight`,
    ),
  },
  {
    kind: 'conversation',
    select: (side) =>
      `SELECT conversation.id AS id, moment.id AS moment, observation.person_id, observation.cue, observation.mark
       FROM ${side}.observation JOIN ${side}.moment ON moment.key = observation.moment_key
       JOIN ${side}.conversation ON conversation.key = moment.conversation_key`,
  },
];

/** To whom an entry belongs: its `id` and the person's. */
export const BELONGS_TO: readonly Part[] = [
  { kind: 'person', select: (side) => `SELECT id, id AS person_id FROM ${side}.person` },
  {
    kind: 'conversation',
    select: (side) =>
      `SELECT conversation.id AS id, part.person_id FROM ${side}.conversation_person AS part
       JOIN ${side}.conversation ON conversation.key = part.conversation_key`,
  },
  ...['person_id', 'other_id'].map((column) => ({
    kind: 'relation',
    select: (side: string) => `SELECT id, ${column} AS person_id FROM ${side}.relation`,
  })),
  ...['promise', 'follow_up', 'question', 'draft'].map((table) => ({
    kind: table,
    select: (side: string) => `SELECT id, person_id FROM ${side}.${table} WHERE person_id IS NOT NULL`,
  })),
];
