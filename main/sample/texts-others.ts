import type { ConversationStory } from './story.ts';

/** Hélène Moreau and Ibrahim Haddad, whose work is done; Zofia Kuczyńska and Wanjirũ Kamau, with whom it may begin. */
export const OTHERS: readonly ConversationStory[] = [
  {
    ago: 522,
    at: '13:30',
    with: ['helene'],
    channel: 'video',
    minutes: 50,
    title: 'Handovers between phases',
    notes: `Eleven architects, and each phase of a building begins with somebody asking what the phase before had meant. She calls it *la perte*, the loss.

She wants rules. I asked for the last three losses instead. All three were in the same place: between the drawing that is signed and the drawing that is built from.

A dog barked through most of it. His name is Béton.`,
    wouldHelp: 'One rule that everybody keeps, rather than twelve.',
    tags: ['handover'],
    circumstances: ['not_first_language'],
    listening: { talkShare: 30, openQuestions: 6, saidBackMeaning: 2, summarised: 'confirmed' },
    moments: [{ about: '', marks: { pace: 0, energy: 0, hand_gestures: 0, warmth: 0 } }],
    promises: [{ by: 'me', words: 'Proposal for one rule and three months', due: 10, kept: 8 }],
    followUp: { words: 'Answer to the proposal', due: 17, done: 19 },
  },
  {
    ago: 300,
    at: '18:00',
    with: ['helene'],
    channel: 'email',
    minutes: null,
    title: 'Closing the work at the atelier',
    notes: `Her closing mail. The rule holds since {-120m}: whoever hands over **tells it**, standing, in ten minutes, to the person who takes over, and that person says it back.

No losses in the last two phases. One near miss, which was noticed during the saying back.

She writes that she does not need me any more and means it as praise. It is.`,
    tags: ['handover', 'closing'],
    moments: [{ about: '', marks: { warmth: 2, wording: 1 } }],
    promises: [{ by: 'me', words: 'A note of thanks to the whole atelier, by hand', due: 7, kept: 5 }],
  },
  {
    ago: 199,
    at: '12:55',
    with: ['helene'],
    channel: 'phone',
    minutes: 15,
    title: 'Five to one',
    notes: `She rang five minutes before her lunch, as she does. Nothing in particular. The new school in Villeurbanne is hers; she is looking for a second partner and dreads the interviews.

I asked what she would like to be asked herself. "Whether I can be contradicted." There is her interview.`,
    listening: { talkShare: 40, openQuestions: 3 },
    moments: [{ about: 'interviews', marks: { pace: -1, sigh: 1 } }],
  },
  {
    ago: 118,
    at: '19:20',
    with: ['helene'],
    channel: 'social',
    minutes: null,
    title: 'She has met somebody at a fair',
    notes: `A message with a photograph of a pallet: "This woman has your problem. Or you have her solution. May I give her your name?" Yes, gladly, and thanks.

It is Zofia Kuczyńska, warehouse, Wrocław.`,
    tags: ['introduction'],
    moments: [{ about: '', marks: { warmth: 1 } }],
    promises: [{ by: 'me', words: 'Tell Hélène what came of it', due: 60, kept: 64 }],
    followUp: { words: 'Lunch with Hélène in Lyon', due: 116, snoozedFrom: 98 },
  },
  {
    ago: 109,
    at: '08:05',
    with: ['zofia'],
    channel: 'email',
    minutes: null,
    title: 'Introduced by Hélène',
    notes: `A clear mail, numbered. What she writes:

1. Three shifts, three leaders, three ways of leaving the warehouse behind.
2. The first hour of every shift goes into finding out what the last one did.
3. She has bought a system. It is used to note that the system was not used.

She asks for a call, and for the questions *in writing on the day before*. Did so.`,
    tags: ['introduction'],
    circumstances: ['not_first_language'],
    moments: [{ about: '', marks: { wording: 1, warmth: 0 } }],
    followUp: { words: 'Send the questions on the day before', due: 13, done: 13 },
  },
  {
    ago: 95,
    at: '09:00',
    with: ['zofia'],
    channel: 'video',
    minutes: 50,
    title: 'Three shifts, three leaders',
    notes: `She had answered my questions in writing, and so we had the whole call for what lies behind.

The three leaders used to be drivers together. Two of them do not speak with each other since a promotion four years ago. It is not in the numbered list.

I asked what she has tried about that. Nothing: "It is private." I asked whether the first hour of the shift is private too. She wrote that down and did not answer, which is her right.`,
    wouldHelp: 'A way in that does not begin with the promotion.',
    tags: ['discovery', 'shift work'],
    circumstances: ['not_first_language'],
    listening: {
      talkShare: 30,
      openQuestions: 7,
      followUpQuestions: 4,
      silenceAfterQuestion: 'waited',
      summarised: 'partly',
    },
    moments: [
      { about: '', marks: { pace: 0, energy: 0, gaze: 0, hand_gestures: 0 } },
      {
        about: 'the promotion',
        seen: 'Slower, searched for words, looked at her notes although there was nothing about it in them.',
        may: 'She was part of that decision.',
        sure: 'hunch',
        or: 'The English was harder here.',
        marks: { pace: -1, fillers: 1, gaze: -2, pauses_within_sentences: 1 },
      },
    ],
    promises: [{ by: 'them', words: 'Ask her uncle what he would want from it', due: 30, kept: 28 }],
    followUp: { words: 'What did the uncle say?', due: 40, done: 43 },
  },
  {
    ago: 51,
    at: '09:00',
    with: ['zofia'],
    channel: 'video',
    minutes: 40,
    title: 'The uncle joins for ten minutes',
    notes: `Mr Kuczyński wanted to see a face. He asked one question: "What will they do differently on a Tuesday?" The best question that anybody has asked me this year.

My answer: the one who leaves tells, the one who comes says back, ten minutes, standing, paid. He nodded and left the room.

Zofia would like a proposal: first the three leaders one by one, then together, with drawings.`,
    tags: ['proposal'],
    circumstances: ['others_present', 'not_first_language'],
    listening: { talkShare: 50, openQuestions: 3, theirQuestions: 5 },
    moments: [{ about: 'after her uncle had left', marks: { energy: 1, smiling: 1, pace: 1, lean: 1 } }],
    promises: [
      { by: 'me', words: 'Proposal in Polish and English', due: 21, kept: 20 },
      { by: 'them', words: 'Floor plan with the places of handover', due: 46 },
    ],
  },
  {
    ago: 19,
    at: '09:00',
    with: ['zofia'],
    channel: 'video',
    minutes: 35,
    title: 'The proposal, line by line',
    notes: `She likes the one-by-one talks and asks what happens when one of the three says no. Then we know something, I said, and stop, and she pays for the days that were used.

The sum is above what she may sign. It goes into the budget meeting on {+14d}.

*Open:* whether Mateo may draw in the warehouse during the shift. Insurance.

- Ask: which of the three leaders would she begin with?`,
    wouldHelp: 'One sentence on insurance, in Polish, for the budget meeting.',
    tags: ['proposal', 'money'],
    listening: { talkShare: 40, openQuestions: 4, saidBackSimple: 2, summarised: 'confirmed' },
    moments: [
      { about: '', marks: { pace: 0, energy: 1, nodding: 1 } },
      {
        about: 'the sum',
        seen: 'Wrote it down, underlined it, said nothing for a while.',
        marks: { pause_before_answering: 1, face: -1, handling_objects: 1 },
      },
    ],
    promises: [{ by: 'me', words: 'The sentence on insurance', due: 5, kept: 4 }],
    followUp: { words: 'Ask whether the budget meeting took place', due: 15 },
  },
  {
    ago: 528,
    at: '10:00',
    with: ['ibrahim'],
    channel: 'in_person',
    minutes: 60,
    title: 'Selling a shop, or not',
    notes: `Among the machines. He has an offer from a chain and has not told his brother.

He showed me the big Heidelberg as one shows a horse. What he would miss: that one, and the smell. What he would not: the orders on Friday at five.

He asked what I would do. I asked what he would do with the first free Monday.`,
    listening: { talkShare: 20, openQuestions: 5, silenceAfterQuestion: 'waited' },
    moments: [
      {
        about: 'the first free Monday',
        seen: 'Put his hand on the machine and left it there.',
        marks: { pause_before_answering: 2, movement: -1, gaze: -1 },
      },
    ],
    promises: [{ by: 'them', words: 'Talk with his brother', due: 30, kept: 52 }],
    followUp: { words: 'Has he talked with his brother?', due: 33, done: 35 },
  },
  {
    ago: 415,
    at: '19:00',
    with: ['ibrahim'],
    channel: 'phone',
    minutes: 30,
    title: 'He has talked with his brother',
    notes: `It took an evening and a bottle of arak. The brother had wanted to sell for years and had not dared to say so.

They will sell without the Heidelberg. The college takes it, and him with it, two days a week.

Nothing left for me to do but the contract questions, and those are for a lawyer. Gave him two names.`,
    listening: { talkShare: 20, openQuestions: 3, adviceBeforeAsked: 'none' },
    moments: [{ about: '', marks: { pace: 1, energy: 2, laugh: 1, pitch_variation: 1 } }],
    promises: [{ by: 'me', words: 'Two lawyers who have sold small firms', due: 3, kept: 1 }],
  },
  {
    ago: 310,
    at: '16:30',
    with: ['ibrahim'],
    channel: 'in_person',
    minutes: 45,
    title: 'The last day of the shop',
    notes: `Forty people, tea in paper cups, the machines already gone but one. He printed a card for everybody, by hand. Mine says *nothing urgent*.

No next step. Archive when the dust has settled.`,
    tags: ['closing'],
    circumstances: ['others_present'],
    promises: [{ by: 'me', words: 'Print something with his students', due: 200, letGo: 190 }],
  },
  {
    ago: 27,
    at: '18:40',
    with: ['wanjiru'],
    channel: 'email',
    minutes: null,
    title: 'Introduced by Amara',
    notes: `Amara wrote to both of us, three sentences, and stepped aside.

Wanjirũ's answer came in the evening. Nine growers, four roasteries, one telephone, hers. She would like to talk, and says at once that she does not know whether she wants anything changed.

A good beginning.`,
    tags: ['introduction'],
    moments: [{ about: '', marks: { warmth: 0, wording: 0 } }],
    promises: [{ by: 'me', words: 'Two dates, both after ten', due: 2, kept: 1 }],
  },
  {
    ago: 8,
    at: '11:00',
    with: ['wanjiru'],
    channel: 'video',
    minutes: 60,
    title: 'What she would like to keep',
    notes: `Asked her what of all this she would like to go on doing herself. She sat with it, camera on, for almost a minute.

- the tasting, all of it
- the first visit to a grower
- *not* the shipping papers, not the roasteries' questions on a Sunday

One grower, Mr Mwangi, will only speak with her. She is proud of it and tired by it.

I sent nothing and proposed nothing. She asked for two questions to take along, and I promised them within the week.

- Ask: what would Mr Mwangi say if he were asked?`,
    wouldHelp: 'Two good questions, and time.',
    tags: ['discovery'],
    listening: {
      talkShare: 20,
      longestStretch: 'under_1',
      openQuestions: 6,
      saidBackMeaning: 3,
      silenceAfterQuestion: 'waited',
      summarised: 'confirmed',
      adviceBeforeAsked: 'none',
    },
    moments: [
      { about: '', marks: { pace: 0, energy: 0, gaze: 0, hand_gestures: 0 } },
      {
        about: 'Mr Mwangi',
        seen: 'Smiled, then breathed out and looked aside.',
        marks: { smiling: 1, sigh: 1, gaze: -1 },
      },
    ],
    promises: [{ by: 'me', words: 'Two questions to take along', due: 8 }],
    followUp: { words: 'Has she sat with the two questions?', due: 20 },
  },
];
