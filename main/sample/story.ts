import type { Listening } from '../../shared/conversations/conversation.ts';
import type { Channel } from '../../shared/observations/cue.ts';
import type { Confidence } from '../../shared/observations/guess.ts';
import type { CIRCUMSTANCES } from '../../shared/observations/vocabulary.ts';
import type { Cadence, Contact, PersonKind } from '../../shared/people/person.ts';
import type { RelationKind } from '../../shared/relations/relation.ts';

/*
 * The form in which the sample's people and conversations are written down. Days are counted from today, so that the
 * sample is always as fresh as the day on which it is made. In texts, {+14d} is the day of the month fourteen days after
 * the conversation ("14 March"), {+3w} its day of the week, {+40m} its month.
 */

export type OrganisationKey = 'brightwater' | 'lindqvist' | 'moreau' | 'kuczynski' | 'harbour' | 'fieldnote';
export type PersonKey =
  | 'amara'
  | 'tom'
  | 'asa'
  | 'jonas'
  | 'helene'
  | 'zofia'
  | 'niamh'
  | 'priya'
  | 'mateo'
  | 'ruth'
  | 'ibrahim'
  | 'wanjiru';

/** How one stands to another; an introduction is told with the person. */
export interface RelationStory {
  readonly person: PersonKey;
  readonly other: PersonKey;
  readonly kind: RelationKind;
  readonly words?: string;
  readonly note?: string;
}

export interface OrganisationStory {
  readonly key: OrganisationKey;
  readonly name: string;
  readonly about: string;
}

/** A day that comes back: on a day of the calendar, or so many days from today. */
export type DateStory =
  | { readonly label: string; readonly month: number; readonly day: number; readonly year: number | null }
  | { readonly label: string; readonly inDays: number; readonly yearsAgo: number | null };

export interface PersonStory {
  readonly key: PersonKey;
  readonly name: string;
  readonly pronunciation?: string;
  readonly kind: PersonKind;
  readonly role: string;
  readonly organisation?: OrganisationKey;
  readonly situation: string;
  readonly remember: string;
  readonly aim: string;
  /** What is better not mentioned. */
  readonly sensitive?: string;
  readonly howMet: string;
  readonly introducedBy?: PersonKey;
  readonly cadence?: Cadence;
  readonly contacts: readonly Contact[];
  readonly tags: readonly string[];
  readonly dates: readonly DateStory[];
  /** Days before today on which they were added, and were archived. */
  readonly added: number;
  readonly archived?: number;
}

/** Marks by cue, −2 … +2 against this person's own usual. */
export type MarksStory = Readonly<Record<string, number>>;

export interface MomentStory {
  readonly about: string;
  readonly seen?: string;
  readonly may?: string;
  /** How sure of it; without it nothing was said. */
  readonly sure?: Confidence;
  /** What else it may have been. */
  readonly or?: string;
  /** Of the conversation's first person. */
  readonly marks: MarksStory;
  /** Of the others. */
  readonly others?: Readonly<Partial<Record<PersonKey, MarksStory>>>;
}

export interface PromiseStory {
  readonly by: 'me' | 'them';
  /** To whom or from whom; the conversation's first person when left out. */
  readonly person?: PersonKey;
  readonly words: string;
  /** Days after the conversation. */
  readonly due: number | null;
  readonly kept?: number;
  readonly letGo?: number;
}

export interface FollowUpStory {
  readonly words: string;
  /** Days after the conversation. */
  readonly due: number;
  readonly at?: string;
  readonly done?: number;
  /** First due so many days after the conversation, before it was moved. */
  readonly snoozedFrom?: number;
  /** It comes back every so many weeks, on its weekday. */
  readonly everyWeeks?: number;
}

export interface ConversationStory {
  /** Days before today; a weekend becomes the Friday before. */
  readonly ago: number;
  readonly at: string | null;
  readonly with: readonly [PersonKey, ...PersonKey[]];
  readonly channel: Channel;
  readonly minutes: number | null;
  readonly title: string;
  readonly notes: string;
  readonly wouldHelp?: string;
  readonly tags?: readonly string[];
  readonly listening?: Partial<Listening>;
  readonly circumstances?: readonly (typeof CIRCUMSTANCES)[number]['id'][];
  readonly moments?: readonly MomentStory[];
  readonly promises?: readonly PromiseStory[];
  readonly followUp?: FollowUpStory;
}

/** A conversation that was begun and not yet finished. */
export interface DraftStory {
  /** Minutes before now when it was last touched. */
  readonly ago: number;
  readonly with: PersonKey;
  readonly channel: Channel;
  readonly minutes: number | null;
  readonly title: string;
  readonly notes: string;
}
