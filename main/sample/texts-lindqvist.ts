import type { ConversationStory } from './story.ts';

/** Åsa Lindqvist and Jonas Ek: a firm that is handed over, and a whiteboard. */
export const LINDQVIST: readonly ConversationStory[] = [
  {
    ago: 498,
    at: '09:00',
    with: ['asa'],
    channel: 'video',
    minutes: 45,
    title: 'First talk, brought about by Ruth',
    notes: `She began with the tables, not with the problem. Held one leg into the camera: the joint is her grandfather's, and it takes forty minutes too long.

- 26 people, two generations of them
- orders from municipalities arrive all at once, after the holidays
- every delivery date is a promise her father used to make by telephone

"It would be interesting to hear how others do it." Said three times, about three different things. I took the third for the question: **how to promise a date and mean it.**`,
    wouldHelp: 'To see two other workshops of that size. No slides.',
    tags: ['first meeting'],
    listening: {
      talkShare: 20,
      openQuestions: 7,
      followUpQuestions: 4,
      silenceAfterQuestion: 'waited',
      theirQuestions: 4,
    },
    moments: [{ about: '', marks: { pace: 0, energy: 0, warmth: 0, hand_gestures: 0, gaze: 0 } }],
    promises: [{ by: 'me', words: 'Ask the boat builders on Orust whether she may visit', due: 14, kept: 11 }],
    followUp: { words: 'Fix a day in Göteborg', due: 10, done: 10 },
  },
  {
    ago: 470,
    at: '07:30',
    with: ['asa'],
    channel: 'in_person',
    minutes: 240,
    title: 'A morning in the workshop',
    notes: `Half past seven, coffee standing. She walked me along one table, from the oak to the van. Eleven hands touch it. Between the seventh and the eighth it waits, on average, nine days.

Her father Bengt came by, shook hands, and adjusted a clamp which was not his to adjust. Nobody said anything. The man at the bench set it back when he had left.

We drew the nine days on wrapping paper. She kept the paper.`,
    wouldHelp: 'That the nine days become something one may talk about.',
    tags: ['site visit'],
    circumstances: ['others_present'],
    listening: { talkShare: 20, openQuestions: 9, saidBackMeaning: 2 },
    moments: [
      {
        about: 'her father',
        seen: 'She stopped talking until he had gone, hands in her pockets. Then went on in the middle of the sentence.',
        may: 'A familiar scene that she has decided not to fight. Ask how decisions are made when both are there.',
        sure: 'likely',
        marks: { movement: -1, hand_gestures: -2, face: -1, turn_taking: -1 },
      },
      { about: 'drawing the nine days', marks: { energy: 1, lean: 1, distance: 1, pace: 1 } },
    ],
  },
  {
    ago: 469,
    at: '13:15',
    with: ['jonas'],
    channel: 'in_person',
    minutes: 50,
    title: 'The whiteboard',
    notes: `Jonas plans 26 people on a whiteboard of two by one metres, and on his telephone when he is at home. Both are right; they are seldom the same.

He knows who is slow on Mondays and why. None of this is on the board, "and it should not be".

What annoys him: dates that are promised in the office and reach him as facts. He showed me four. Three of them had been late before he heard of them.

I asked what he would change with a wish. *A second column: wished, and promised.*`,
    wouldHelp: 'To be asked before a date is given.',
    tags: ['planning board'],
    listening: { talkShare: 10, openQuestions: 6, followUpQuestions: 6, adviceBeforeAsked: 'none' },
    moments: [
      {
        about: 'dates promised in the office',
        seen: 'Louder, tapped each of the four cards.',
        marks: { volume: 1, hand_gestures: 2, pace: 1 },
      },
    ],
    promises: [{ by: 'me', person: 'jonas', words: 'Pass the second column on to Åsa as his idea', due: 3, kept: 2 }],
  },
  {
    ago: 433,
    at: '10:00',
    with: ['asa'],
    channel: 'video',
    minutes: 50,
    title: 'What I would do, and what not',
    notes: `Proposed three months: one planning hour a week, the two columns, and a rule of who may promise. Not proposed: software. She was relieved about that, and asked twice whether I was sure.

She would like her father to be in the planning hour. I asked what he would do there. Pause. "He would know better." Then she laughed at herself.

Agreed that she asks him first, alone.`,
    tags: ['proposal'],
    listening: { talkShare: 40, openQuestions: 4, saidBackMeaning: 2, summarised: 'confirmed' },
    moments: [
      { about: '', marks: { pace: 0, energy: 0, warmth: 1, hand_gestures: 1 } },
      { about: 'her father', marks: { pause_before_answering: 1, laugh: 1, gaze: -1 } },
    ],
    promises: [
      { by: 'them', words: 'Talk with Bengt about the planning hour', due: 14, kept: 25 },
      { by: 'me', words: 'Offer, one page', due: 3, kept: 3 },
    ],
  },
  {
    ago: 378,
    at: '08:00',
    with: ['asa', 'jonas'],
    channel: 'video',
    minutes: 60,
    title: 'The third planning hour',
    notes: `I mostly watched. Åsa leads, Jonas stands at the board, four foremen sit.

- *wished* and *promised* are used, with two colours of magnets
- one order was **refused** for the first time: sixty chairs within three weeks. Silence, then Jonas explained it with the board and nobody objected
- Bengt listened for ten minutes from the door

Afterwards, with Åsa alone for five minutes: she had not slept for fear of that refusal. The customer took five weeks without a word.`,
    tags: ['planning board'],
    circumstances: ['others_present'],
    listening: { talkShare: 10, openQuestions: 2, theirQuestions: 3 },
    moments: [
      {
        about: 'refusing the sixty chairs',
        seen: 'Åsa put both hands flat on the table and looked at Jonas. He spoke more slowly than usual and did not look away from the board.',
        marks: { movement: -2, gaze: -1, pause_before_answering: 2 },
        others: { jonas: { pace: -1, volume: 1, wording: 1 } },
      },
    ],
    promises: [{ by: 'them', person: 'jonas', words: 'Photograph of the board every week', due: 7, kept: 7 }],
    followUp: { words: 'How did the customer take it?', due: 21, done: 20 },
  },
  {
    ago: 320,
    at: '18:20',
    with: ['asa'],
    channel: 'phone',
    minutes: 25,
    title: 'Bengt is in hospital',
    notes: `She rang on the way home. A stroke, at the weekend. He talks, the left hand does not obey yet.

No work. I listened. She said that she had stood in the workshop and had not known whom to ask.

Cancelled everything for three weeks, at my suggestion and without cost. Wrote nothing down during the call.`,
    wouldHelp: 'Nothing from me. To know that nothing is waiting.',
    listening: { talkShare: 10, silenceAfterQuestion: 'waited', adviceBeforeAsked: 'none', interruptions: 0 },
    circumstances: ['bad_news'],
    moments: [{ about: '', marks: { pace: -2, volume: -1, pauses_within_sentences: 2, sigh: 1 } }],
    promises: [{ by: 'me', words: 'Ring in two weeks, in the evening, not about work', due: 14, kept: 14 }],
    followUp: { words: 'Ring in the evening, how is Bengt', due: 14, done: 14 },
  },
  {
    ago: 275,
    at: '10:00',
    with: ['asa'],
    channel: 'video',
    minutes: 40,
    title: 'Beginning again, more slowly',
    notes: `Bengt is at home, walks with a stick, and has opinions. She is thinner.

Jonas kept the planning hour going on his own, all five weeks. Nobody had asked him to. She wants to thank him and does not know how; I asked what he would notice.

We took up the *fortnight without her* as the aim. It has become real in a way that neither of us wanted.`,
    wouldHelp: 'One thing less on her desk every week. She picks which.',
    listening: {
      talkShare: 20,
      openQuestions: 5,
      saidBackMeaning: 3,
      silenceAfterQuestion: 'waited',
      summarised: 'confirmed',
    },
    moments: [
      {
        about: '',
        seen: 'Slower, and often looked out of the window.',
        marks: { pace: -1, energy: -1, gaze: -1, warmth: 1, hand_gestures: -1 },
      },
      { about: 'Jonas having kept it going', marks: { smiling: 1, sigh: 1, warmth: 2 } },
    ],
    promises: [{ by: 'them', words: 'Give one thing away every week and tell me which', due: 30, kept: 45 }],
    followUp: { words: 'Which four things did she give away?', due: 32, done: 34 },
  },
  {
    ago: 214,
    at: '15:30',
    with: ['jonas'],
    channel: 'video',
    minutes: 30,
    title: 'The board after half a year',
    notes: `Late deliveries: 9 of 41 in the last quarter, it was 22 of 38 a year ago. He has it on a card at the edge of the board, with a pencil.

He is going to be a father, in {+110m}, and wants the full leave. Has not told Åsa. Asked me what I think; I asked what would make it easy to say. "If somebody else could do the board."

So: Elin, from the finishing room, two mornings a week.`,
    wouldHelp: 'To tell Åsa with a solution in his hand.',
    tags: ['planning board'],
    listening: { talkShare: 20, openQuestions: 5, saidBackSimple: 2, silenceAfterQuestion: 'waited' },
    moments: [
      {
        about: 'his leave',
        seen: 'Rubbed his neck, spoke more quietly, looked at the door.',
        marks: { volume: -2, self_touch: 1, gaze: -1 },
      },
    ],
    promises: [
      { by: 'them', person: 'jonas', words: 'Tell Åsa about the leave before the holidays', due: 28, kept: 20 },
      { by: 'me', person: 'jonas', words: 'Say nothing about it to anyone', due: null },
    ],
  },
  {
    ago: 160,
    at: '09:00',
    with: ['asa'],
    channel: 'in_person',
    minutes: 180,
    title: 'Walking along the harbour',
    notes: `Three hours, no table between us. About the succession, at last in so many words.

- on paper she has owned 51 % for two years; in the workshop people still ask Bengt
- he would stop if somebody asked him *to do something else*. The archive of patterns, perhaps
- her sister Maja is in Malmö and undecided. The two have not talked about it for a year

She asked how others do it. I told of one family that set a date, and of one that did not. She asked what became of the second. I told her.

After that a long way without words. Then: "I shall ask him about the patterns."`,
    wouldHelp: 'A date of her own choosing.',
    tags: ['succession'],
    listening: {
      talkShare: 30,
      longestStretch: '2_to_4',
      openQuestions: 6,
      saidBackMeaning: 3,
      silenceAfterQuestion: 'waited',
      adviceBeforeAsked: 'none',
    },
    moments: [
      { about: '', marks: { pace: 0, energy: 1, warmth: 1, in_step: 1 } },
      {
        about: 'her sister',
        seen: 'Walked faster, looked at the water, answered with half sentences.',
        marks: { pace: 1, gaze: -1, wording: -1, movement: 1 },
      },
    ],
    promises: [
      { by: 'them', words: 'Ask Bengt about the archive of patterns', due: 30, kept: 22 },
      { by: 'them', words: 'Ring Maja', due: 45, letGo: 100 },
    ],
    followUp: { words: 'Did she ask him about the patterns?', due: 31, done: 31 },
  },
  {
    ago: 98,
    at: '10:00',
    with: ['asa'],
    channel: 'video',
    minutes: 45,
    title: 'Review: a week without her',
    notes: `She was away for five working days, with her telephone in a drawer. What happened:

1. one delivery moved, Jonas told the customer himself
2. a saw stood still for a day, they sent for the mechanic without asking
3. Bengt came in on the third day and sorted patterns until the evening

"I was almost offended." She was beaming.

Next: ten days. And the bank, which would like to see a plan for the second hall.`,
    tags: ['review'],
    listening: { talkShare: 20, openQuestions: 4, saidBackMeaning: 1, theirQuestions: 2, summarised: 'confirmed' },
    moments: [{ about: '', marks: { pace: 1, energy: 2, smiling: 2, hand_gestures: 1, warmth: 1, gaze: 1 } }],
    promises: [{ by: 'me', words: 'Ask Ruth who knows about banks and family firms', due: 40, kept: 37 }],
  },
  {
    ago: 44,
    at: '11:00',
    with: ['asa'],
    channel: 'video',
    minutes: 50,
    title: 'The bank, the hall, and Maja',
    notes: `The bank likes the figures and asks who decides. It is the same question as everybody's.

She has written to Maja, by hand. No answer yet; she does not expect one before {+30m}.

Went through the plan for the hall together. I asked what would have to be true for the hall *not* to be needed. She drew for a while and said that it would be interesting to see the numbers for two shifts.

I promised her the comparison with the boat builders before she goes to the bank again.

- Ask: has Maja answered?
- Ask: who decides when Bengt and she are both in the hall?`,
    wouldHelp: 'The comparison from Orust, before she sees the bank again.',
    tags: ['succession', 'money'],
    listening: {
      talkShare: 30,
      openQuestions: 5,
      followUpQuestions: 3,
      saidBackMeaning: 2,
      silenceAfterQuestion: 'waited',
    },
    moments: [
      { about: '', marks: { pace: 0, energy: 0, warmth: 1, hand_gestures: 1, gaze: 0 } },
      {
        about: 'her sister',
        seen: 'Turned the pen between her fingers, spoke to the paper.',
        marks: { handling_objects: 1, gaze: -2, volume: -1 },
      },
      { about: 'whether the hall is needed', marks: { pause_before_answering: 1, lean: 1, energy: 1 } },
    ],
    promises: [
      { by: 'me', words: 'The comparison with the boat builders on Orust', due: 38 },
      { by: 'them', words: 'Numbers for two shifts', due: 60 },
    ],
    followUp: { words: 'Block two days for Göteborg', due: 53 },
  },
];
