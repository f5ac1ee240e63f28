/** What a table holds, and what its columns mean where COLUMNS does not say it. */
export interface TableMeaning {
  readonly holds: string;
  readonly columns?: Readonly<Record<string, string>>;
}

/** Columns that mean the same in every table. */
export const COLUMNS: Readonly<Record<string, string>> = {
  key: 'number of the row, by which the search index and other tables know it',
  id: 'identity for ever: a UUID of version 7, whose beginning tells when it was made',
  position: 'place in the order, from the first',
  person_id: '`person.id`',
  organisation_id: '`organisation.id`',
  conversation_id: '`conversation.id`',
  conversation_key: '`conversation.key`',
  moment_key: '`moment.key`',
  created_at: 'when it was made',
  updated_at: 'when it was last changed',
  deleted_at: 'when it was moved to the bin; empty when it is not there',
  zone: 'time zone of the day and time, by its IANA name',
  channel: 'how it was held',
  minutes: 'how long it took',
  notes: 'text in Markdown',
  words: 'in the user’s own words',
  tag: 'name of the tag, the same without regard to case',
  name: 'what it is called',
  label: 'what it is for, in the user’s words',
  cadence_count: 'every so many units the user wants to speak',
  cadence_unit: 'day, week or month',
};

/** What every table holds, in the order in which they are described. */
export const TABLES: Readonly<Record<string, TableMeaning>> = {
  journal: {
    holds: 'One row about the journal itself.',
    columns: {
      id: 'always 1',
      journal_id: 'identity of the journal, the same in all its backups',
      kind: '`own`, or `sample` for the made-up one',
      backup_sequence: 'number of the last backup that was begun',
      last_seen_at: 'when it was last looked whether something is due',
      last_seen_zone: 'and in which time zone',
    },
  },
  person: {
    holds: 'People.',
    columns: {
      pronunciation: 'how to say the name',
      kind: 'what they are to the user',
      role: 'what they do',
      situation: 'where they are right now',
      remember: 'the small things',
      aim: 'what the user wants to do for them',
      sensitive: 'what is better not mentioned',
      how_met: 'how they were met',
      introduced_by_id: '`person.id` of who introduced them',
      cadence_unit: 'day, week or month; `none` for no cadence although their kind has one',
      cadence_paused_until: 'day until which the cadence rests',
      archived_at: 'when they were archived; empty when they are not',
    },
  },
  contact: { holds: 'Ways to reach a person.', columns: { kind: 'which way', value: 'number or address' } },
  important_date: {
    holds: 'Days of a person that come back every year.',
    columns: {
      month: '1 to 12',
      day: 'day of the month; empty when only the month is known',
      year: 'empty when it is not known',
      notice_days: 'how many days before it is brought to mind',
    },
  },
  person_tag: { holds: 'Tags of people.' },
  kind_cadence: {
    holds: 'The cadence of everybody of a kind who has none of their own.',
    columns: { kind: 'as `person.kind`' },
  },
  two_people: {
    holds: 'Pairs that look like duplicates and are two people.',
    columns: { person_id: '`person.id` of the one that was made first', other_id: '`person.id` of the other' },
  },
  people_view: {
    holds: 'Saved views of the list of people.',
    columns: {
      columns: 'names of the columns, in order: a JSON list',
      sorted_by: 'the column by which the people are sorted',
      direction: 'up or down',
      filters: 'who is shown: JSON',
    },
  },
  relation: {
    holds: 'How people stand to each other, each once; introductions are in `person.introduced_by_id`.',
    columns: {
      person_id: '`person.id` of the one who stands so',
      other_id: '`person.id` of the one to whom',
      kind: 'how',
      words: 'how, in the user’s own words; empty unless the kind is `other`',
      note: 'more about it',
    },
  },
  organisation: { holds: 'Organisations.', columns: { about: 'what is known of it' } },
  conversation: {
    holds: 'Conversations.',
    columns: {
      key: 'minutes since 1970 at its beginning times a million, plus a counter: the order in time',
      title: 'may be empty',
      would_help: 'what would help them',
      held_on: 'day on the calendar of the zone',
      held_time: 'time of day there; empty when it is not known',
    },
  },
  conversation_person: { holds: 'Who took part in a conversation.' },
  conversation_tag: { holds: 'Tags of conversations.' },
  version: {
    holds: 'Former texts of a conversation’s notes.',
    columns: {
      position: 'later ones have higher numbers',
      written_at: 'when the text was saved',
      kept_at: 'when another took its place',
    },
  },
  circumstance: {
    holds: 'What lowers or explains the marks of a conversation.',
    columns: { name: 'which circumstance' },
  },
  listening: {
    holds: 'What the user noticed about their own listening in a conversation; an empty value was not noticed.',
    columns: {
      talk_share: 'their share of talk in per cent',
      longest_stretch: 'their longest stretch in minutes',
      open_questions: 'how many',
      follow_up_questions: 'how many',
      said_back_simple: 'how often something was said back as it was',
      said_back_meaning: 'how often what it meant was said back',
      interruptions: 'how often the user interrupted',
      silence_after_question: 'whether the user waited after a question',
      summarised: 'whether it was summarised and checked',
      advice_before_asked: 'how often advice came before it was asked for',
      their_questions: 'how many questions the other person asked',
    },
  },
  moment: {
    holds: 'What was being talked about when cues changed.',
    columns: {
      about: 'what the talk was about',
      seen_or_heard: 'what was observed',
      may_mean: 'the user’s guess, kept apart from what was observed',
      may_mean_on: 'day of the guess',
      confidence: 'how sure the guess is',
      other_explanations: 'what else it may mean',
      hindsight: 'whether the guess turned out right',
    },
  },
  observation: {
    holds: 'Marks: one cue of one person in one moment, against this person’s own usual.',
    columns: { cue: 'which cue', mark: '-2 to +2, 0 is as usual; a cue without a row was not noticed' },
  },
  promise: {
    holds: 'Promises. One is open while neither `kept_on` nor `let_go_on` is set.',
    columns: {
      conversation_id: '`conversation.id` where it was said',
      given_by: 'by the user (`me`) or by the person (`them`)',
      due_on: 'day until which it was promised',
      kept_on: 'day on which it was kept',
      let_go_on: 'day on which it was let go',
    },
  },
  question: {
    holds: 'What the user wants to ask people. One waits while `asked_on` is empty.',
    columns: {
      conversation_id: '`conversation.id` from whose notes it was taken; empty when it was written by itself',
      asked_on: 'day on which it was asked',
    },
  },
  follow_up: {
    holds: 'Reminders.',
    columns: {
      conversation_id: '`conversation.id` in which it was agreed',
      due_on: 'day on the calendar of the zone',
      due_time: 'time of day there; empty for the whole day',
      snoozed_from: 'day on which it was due first',
      snoozed_from_time: 'time at which it was due first',
      snoozed_from_zone: 'zone in which it was due first',
      rrule: 'how it comes back, as an RRULE of iCalendar; empty when it does not',
      recurs_after: 'whether it comes back by the calendar or after it was done',
      anchor_on: 'day from which its return is counted',
      paused_at: 'when its return was paused',
      done_at: 'when it was done; empty while it is open',
      note: 'more about it',
    },
  },
  follow_up_notice: {
    holds: 'Which due moments of a follow-up have been noticed.',
    columns: {
      follow_up_id: '`follow_up.id`',
      due: 'the due moment: day, time and zone',
      noticed_at: 'when',
      missed: '1 while it counts as missed',
    },
  },
  meeting_notice: {
    holds: 'Which meetings of a calendar of elsewhere were pointed out, for a week.',
    columns: {
      meeting: 'a hash of the meeting’s identity and beginning: nothing of it can be read from it',
      noticed_at: 'when',
    },
  },
  draft: {
    holds: 'Unfinished conversations, and for 30 days those that ended in a saved one.',
    columns: {
      conversation_id: '`conversation.id` that it changes; empty for a new one',
      person_id: '`person.id` of the first person in it',
      beginning: 'its first words',
      body: 'everything in the editor, as JSON',
      saved_at: 'when it ended in a saved conversation',
    },
  },
  file: {
    holds: 'Contents of attached files, each once.',
    columns: {
      hash: 'SHA-256 of the content',
      type: 'type of an image; empty for anything else',
      size: 'bytes',
      content: 'the bytes',
    },
  },
  attachment: {
    holds: 'Files that belong to a conversation.',
    columns: { hash: '`file.hash`', name: 'name of the file' },
  },
  own_word: {
    holds: 'Words of the user’s own, which are not marked as misspelt.',
    columns: { word: 'the word as it is written' },
  },
  template: {
    holds: 'Templates for conversations.',
    columns: { opens: 'part of the marks that is shown first', follow_up: 'the next contact, in plain words' },
  },
  saved_search: { holds: 'Searches that were saved.', columns: { text: 'what is searched for, as it was typed' } },
  seal: {
    holds: 'In a backup one row that proves what it holds; empty in the journal.',
    columns: {
      id: 'always 1',
      sequence: 'number of the backup',
      reason: 'why it was made',
      made_at: 'when',
      counts: 'rows of each table, as JSON',
      content_hash: 'SHA-256 over all rows',
      seal_hash: 'SHA-256 over the seal',
    },
  },
};
