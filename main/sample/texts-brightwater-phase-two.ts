import type { ConversationStory } from './story.ts';

/** Amara Okafor and Tom Hargreaves, after the pilot: its results, the money, the second phase. */
export const BRIGHTWATER_PHASE_TWO: readonly ConversationStory[] = [
  {
    ago: 283,
    at: '11:00',
    with: ['tom'],
    channel: 'in_person',
    minutes: 90,
    title: 'The dispatch rules, on his screen',
    notes: `An hour and a half at his desk, on his right side. He had printed the rules: 61 of them, eleven of which contradict each other.

We marked them with three colours:

| | rules |
|---|---|
| somebody still needs it | 34 |
| nobody remembers | 16 |
| does harm | 11 |

He asked twice whether this would be used to buy a new system. I said what I know: I have not heard of one, and I would tell him. He nodded, and only then showed me the spreadsheet in which he had already written the new set.`,
    wouldHelp: 'That his name stands on the new rules.',
    tags: ['dispatch rules'],
    listening: { talkShare: 20, openQuestions: 7, followUpQuestions: 6, adviceBeforeAsked: 'none' },
    moments: [
      {
        about: 'a new system',
        seen: 'Turned towards the screen, arms crossed, answered with single words.',
        marks: { orientation: -1, arms: -1, pace: -1, turn_taking: -1 },
      },
      { about: 'his own new set of rules', marks: { pace: 1, energy: 2, hand_gestures: 1, orientation: 1 } },
    ],
    promises: [
      { by: 'me', person: 'tom', words: 'Tell him at once should I hear of a new system', due: null },
      { by: 'them', person: 'tom', words: 'Send the new set of rules', due: 21, kept: 19 },
    ],
  },
  {
    ago: 226,
    at: '09:30',
    with: ['amara'],
    channel: 'video',
    minutes: 45,
    title: 'What the pilot did',
    notes: `- second visits: 23 → 9 a week
- calls: 14 % fewer, on the two estates
- complaints: too few to say anything

She has written to the residents who had complained in the first place and told them what was changed because of them. Forty letters, each signed. Six wrote back. One of them sent a drawing of a window.

We spoke about how to show this: Tom presents the rules, Paul the tin, she opens and closes. I will sit in the third row.`,
    tags: ['results'],
    listening: { talkShare: 30, openQuestions: 4, saidBackMeaning: 1, summarised: 'confirmed' },
    moments: [
      { about: '', marks: { pace: 1, energy: 2, smiling: 2, gaze: 1, hand_gestures: 2, warmth: 1 } },
      {
        about: 'the letters',
        seen: 'Stopped in mid-sentence, looked aside, went on more quietly.',
        marks: { volume: -1, pauses_within_sentences: 1, gaze: -1 },
      },
    ],
    promises: [{ by: 'them', words: 'Send the date of the presentation', due: 14, kept: 10 }],
    followUp: { words: 'Write to Tom and Paul after the presentation', due: 40, done: 41 },
  },
  {
    ago: 151,
    at: '15:00',
    with: ['amara'],
    channel: 'video',
    minutes: 40,
    title: 'Phase two, and the money',
    notes: `She wants the contractors in. It makes sense, and it is a different kind of work: contracts, not lists.

I named the price in one sentence and stopped talking. Several things changed at once, see the marks. She said that she would have to look for it in two budgets.

Offered what I would leave out if it had to be less: the monthly report, which nobody reads. She wrote that down.

Left open. She decides, and not today.`,
    wouldHelp: 'Two sums: with and without the report. And no hurry.',
    tags: ['renewal', 'money'],
    listening: {
      talkShare: 40,
      longestStretch: '1_to_2',
      silenceAfterQuestion: 'waited',
      openQuestions: 3,
      summarised: 'partly',
    },
    moments: [
      { about: '', marks: { pace: 0, energy: 0, gaze: 0, hand_gestures: 0 } },
      {
        about: 'when the price came up',
        seen: 'Leaned back, arms folded, a long pause; then slower and more carefully than before.',
        may: 'More than expected. I did not ask; ask next time.',
        sure: 'likely',
        or: 'She was already calculating the two budgets.',
        marks: { lean: -1, arms: -1, pause_before_answering: 2, pace: -1, wording: -1 },
      },
      { about: 'leaving out the report', marks: { laugh: 1, lean: 1, energy: 1 } },
    ],
    promises: [
      { by: 'me', words: 'Offer in two versions', due: 4, kept: 3 },
      { by: 'them', words: 'An answer after the budget round', due: 30, kept: 38 },
    ],
    followUp: { words: 'Budget round is over', due: 32, done: 33 },
  },
  {
    ago: 72,
    at: '10:30',
    with: ['amara', 'tom'],
    channel: 'video',
    minutes: 55,
    title: 'Phase two begins',
    notes: `The version without the report. Start with the smaller contractor, Merrow; their planner is for it, their owner is curious.

Tom wants Merrow to use his field instead of building their own. Amara will ask; it is her contract.

Her deputy leaves at the end of {+20m}. The post is frozen. She said it drily, and then said it once more.

*To be careful about:* the weekly review now hangs on her alone.`,
    wouldHelp: 'Somebody who can hold the weekly review when she is away. Paul?',
    tags: ['phase two'],
    listening: { talkShare: 30, openQuestions: 5, followUpQuestions: 3, saidBackSimple: 1 },
    moments: [
      {
        about: '',
        marks: { pace: 0, energy: -1, gaze: 0, hand_gestures: -1 },
        others: { tom: { energy: 1, pace: 0 } },
      },
      {
        about: 'her deputy leaving',
        seen: 'Said it twice, in the same words. A short laugh without a smile.',
        marks: { energy: -2, pitch_variation: -1, laugh: 1 },
      },
    ],
    promises: [
      { by: 'them', person: 'tom', words: 'Write down the field for Merrow', due: 21, kept: 26 },
      { by: 'me', words: 'Talk with Paul about leading the review, after asking her', due: 28, kept: 27 },
      { by: 'them', words: 'A plan of who covers what until the post is filled', due: 30, letGo: 44 },
    ],
    followUp: { words: 'How is it without the deputy?', due: 30, done: 31 },
  },
  {
    ago: 23,
    at: '14:30',
    with: ['amara'],
    channel: 'video',
    minutes: 30,
    title: 'Check-in: Merrow, Paul, and a quieter voice',
    notes: `- Merrow has been using the field for three weeks. Second visits there: 11 → 8. Early days
- Paul led the review twice. "He lets people finish", she said
- the board meets on {+30d}; she would like ten minutes with me the day before

She was slower today than I know her. I said so, and asked whether it was a good moment. "It is a full one." We kept it to half an hour.

- Ask: who runs the weekly review when she is away`,
    wouldHelp: 'Short calls this month. Nothing that needs an answer.',
    tags: ['phase two'],
    circumstances: ['in_a_hurry'],
    listening: {
      talkShare: 30,
      openQuestions: 4,
      saidBackMeaning: 2,
      silenceAfterQuestion: 'waited',
      adviceBeforeAsked: 'none',
    },
    moments: [
      {
        about: '',
        seen: 'Slower than usual all through, camera off for the last ten minutes.',
        marks: { pace: -1, volume: -1, energy: -2, camera: -1, hand_gestures: -1 },
      },
      { about: 'Paul leading the review', marks: { smiling: 1, energy: 1 } },
    ],
    promises: [
      { by: 'me', words: 'Three sentences on Merrow for the board, to her first', due: 23 },
      { by: 'them', words: 'Let me know which ten minutes', due: 31 },
    ],
    followUp: { words: 'The ten minutes before the board', due: 28, at: '10:00' },
  },
  {
    ago: 6,
    at: '12:10',
    with: ['amara'],
    channel: 'phone',
    minutes: 9,
    title: 'On the way to the train',
    notes: `She rang. Wanjirũ had told her that we had spoken, and that it had been a good talk. Thanked her for the introduction, and said that it was too early to say more.

The frozen post may thaw; there is a meeting about it. She sounded like herself again.

- Ask: what came of the meeting about the frozen post`,
    listening: { talkShare: 40 },
    circumstances: ['in_a_hurry'],
    moments: [{ about: '', marks: { pace: 1, energy: 1, warmth: 1, laugh: 1 } }],
  },
];
