import type { DraftStory } from './story.ts';

export const DRAFTS: readonly DraftStory[] = [
  {
    ago: 40,
    with: 'jonas',
    channel: 'phone',
    minutes: 15,
    title: 'Elin did the board alone',
    notes: `Two weeks, and he only looked at it in the evenings. One order was promised twice, she saw it herself and rang the customer.

He sounds proud and a little superfluous. Ask him what`,
  },
  {
    ago: 2 * 24 * 60 + 75,
    with: 'tom',
    channel: 'video',
    minutes: null,
    title: 'Merrow and his field',
    notes: `- Merrow's planner uses it without having been told to
- two of the eleven harmful rules have come back overnight, by an update`,
  },
];
