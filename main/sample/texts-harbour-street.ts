import type { ConversationStory } from './story.ts';

/** Niamh Byrne and Priya Raman: a telephone that never rests. */
export const HARBOUR_STREET: readonly ConversationStory[] = [
  {
    ago: 402,
    at: '15:10',
    with: ['niamh'],
    channel: 'phone',
    minutes: 30,
    title: 'First call',
    notes: `Ruth had warned me that she would say everything was fine. She said that everything was fine, and then talked for twenty minutes.

- 200 calls before ten o'clock, two people at the desk
- patients who get through are seen on the day; who does not get through gives up, or goes to hospital
- last year three receptionists left

"It is not the work, it is being shouted at by people who are right."`,
    wouldHelp: 'A quiet first hour.',
    tags: ['first meeting'],
    listening: { talkShare: 20, openQuestions: 4, saidBackMeaning: 2, silenceAfterQuestion: 'waited' },
    moments: [{ about: '', marks: { pace: 0, volume: 0, energy: 0, warmth: 0 } }],
    promises: [{ by: 'me', words: 'Come for a morning, at the desk', due: 21, kept: 14 }],
    followUp: { words: 'Which morning?', due: 5, done: 4 },
  },
  {
    ago: 388,
    at: '07:45',
    with: ['niamh', 'priya'],
    channel: 'in_person',
    minutes: 210,
    title: 'A morning at the desk',
    notes: `From a quarter to eight to eleven, behind the glass.

Counted, with Priya, what people actually asked for in the first hundred calls:

- 31 needed a doctor that day
- 22 needed a nurse
- 28 wanted a repeat prescription or a letter
- 19 wanted to ask something that Priya answered in a minute, once she had the receiver

Priya took the receiver eleven times, each time "just this once". She has done so for two years.

Niamh stood behind us for the last half-hour and did not say a word. Then: "So we make fifty people wait for the ones who should not."`,
    tags: ['site visit'],
    circumstances: ['others_present', 'new_setting'],
    listening: { talkShare: 10, openQuestions: 6, theirQuestions: 1 },
    moments: [
      {
        about: 'the count of a hundred calls',
        seen: 'Niamh bent over the list, one hand on the back of the chair. Priya leaned away a little and folded the corner of the sheet.',
        marks: { lean: 1, distance: 1, brow: 1, pause_before_answering: 1 },
        others: { priya: { lean: -1, handling_objects: 1, volume: -1 } },
      },
    ],
    promises: [{ by: 'me', words: 'The count on one page, for both of them', due: 7, kept: 5 }],
  },
  {
    ago: 330,
    at: '13:00',
    with: ['priya'],
    channel: 'in_person',
    minutes: 60,
    title: 'What she asks when she has the receiver',
    notes: `She had thought that it was nothing special. We wrote it down; it is five questions, always in the same order, and the fourth is the one that matters: *what were you hoping we would do?*

She is worried that it will be made into a form, "and then into a target". I said that the sheet is hers; she decides who gets it.

Two colleagues want to learn it. One does not.`,
    wouldHelp: 'That nobody measures the sheet.',
    tags: ['triage sheet'],
    listening: { talkShare: 20, openQuestions: 6, followUpQuestions: 5, saidBackSimple: 2, adviceBeforeAsked: 'none' },
    moments: [
      { about: '', marks: { pace: 0, energy: 1, hand_gestures: 0 } },
      { about: 'a target', seen: 'Pulled the sheet towards her.', marks: { pitch: 1, pace: 1, handling_objects: 1 } },
    ],
    promises: [
      { by: 'me', person: 'priya', words: 'Show the sheet to nobody before she says so', due: null },
      { by: 'them', person: 'priya', words: 'Try it with two colleagues for a week', due: 14, kept: 14 },
    ],
  },
  {
    ago: 296,
    at: '16:30',
    with: ['niamh', 'priya'],
    channel: 'video',
    minutes: 50,
    title: 'Six weeks of trial, agreed',
    notes: `From {+13d}: a nurse at the desk until ten, with Priya's sheet. Prescriptions by a form at any hour.

Niamh has the agreement of four of the five partners. Dr Keane "will not stand in the way".

Priya asked who covers the nurse's clinic in that hour. Nobody had thought of it. Good that she asked; Niamh thanked her twice.

We agreed beforehand how we would know that it does *not* work: more than five people sent home wrongly, or one of the nurses says stop.`,
    tags: ['trial'],
    circumstances: ['technical_trouble'],
    listening: { talkShare: 40, openQuestions: 3, summarised: 'confirmed' },
    moments: [
      {
        about: '',
        marks: { pace: 1, energy: 1, technical_trouble: 1, nodding: 1 },
        others: { priya: { energy: 0, turn_taking: -1, framing: -1 } },
      },
      {
        about: 'who covers the clinic',
        marks: { pause_before_answering: 1, brow: 1 },
        others: { priya: { volume: 1, wording: 1 } },
      },
    ],
    promises: [
      { by: 'them', words: 'Find cover for the nurse’s clinic', due: 10, kept: 9 },
      { by: 'me', words: 'Ring on the first morning at eleven', due: 13, kept: 13 },
    ],
    followUp: { words: 'First morning: ring at eleven', due: 13, at: '11:00', done: 13 },
  },
  {
    ago: 240,
    at: '14:45',
    with: ['niamh'],
    channel: 'phone',
    minutes: 20,
    title: 'Dr Keane has written a letter',
    notes: `To all partners: a patient of his was told to come on the next day. It was the right decision, as it turned out; he had not been asked, which is his point.

She read it to me with all the commas. I asked what in it she could agree with. Quite a lot: he wants to be told. That costs nothing.

She will go to him with that first, before she defends anything.`,
    wouldHelp: 'To go to Dr Keane with something he has asked for.',
    listening: { talkShare: 30, openQuestions: 3, saidBackMeaning: 2, interruptions: 1 },
    moments: [
      {
        about: 'reading the letter',
        seen: 'Read it faster and faster.',
        marks: { pace: 2, pitch: 1, volume: 1, voice_quality: 1 },
      },
      { about: 'what she can agree with', marks: { pace: -1, sigh: 1, pause_before_answering: 1, voice_quality: -1 } },
    ],
    promises: [{ by: 'them', words: 'See Dr Keane before the partners meet', due: 6, kept: 5 }],
    followUp: { words: 'How did it go with Dr Keane?', due: 8, done: 8 },
  },
  {
    ago: 187,
    at: '15:00',
    with: ['niamh'],
    channel: 'video',
    minutes: 40,
    title: 'Figures, and how to show them',
    notes: `- calls before ten: 200 → 120
- people who gave up: 61 → 14 a day
- sent home wrongly: 2 in six weeks, both rang again, both are well

She wants to show only the second line. I asked about the third. She will show it first, and say what was learned from it. "They would find it anyway, and then it would be the only thing they found."

Nobody has left this year.`,
    tags: ['results'],
    listening: { talkShare: 30, openQuestions: 5, saidBackMeaning: 1, summarised: 'confirmed' },
    moments: [
      { about: '', marks: { pace: 0, energy: 1, smiling: 1, gaze: 1, hand_gestures: 0 } },
      { about: 'the two who were sent home', marks: { pace: -1, gaze: -1, self_touch: 1 } },
    ],
    promises: [{ by: 'me', words: 'Look over the one page before the partners see it', due: 9, kept: 8 }],
  },
  {
    ago: 133,
    at: '12:30',
    with: ['priya'],
    channel: 'in_person',
    minutes: 35,
    title: 'Lunch on the sea wall',
    notes: `The sheet is in its fourth version. She added a line herself: *and who is with you?*

She covers for a colleague who is ill, has done so for five weeks, and studies at night. "I say yes before I have heard the question." I asked what she would say if she had heard it. She laughed, and then took the question seriously.

Did not offer advice. She did not ask for any.`,
    wouldHelp: 'A second pair of hands until {+40m}. It is for Niamh to hear, from her.',
    listening: { talkShare: 20, openQuestions: 4, silenceAfterQuestion: 'waited', adviceBeforeAsked: 'none' },
    circumstances: ['unwell'],
    moments: [
      {
        about: 'covering for the colleague',
        seen: 'Shoulders up, ate nothing for a while.',
        marks: { energy: -1, pace: 1, movement: -1, laugh: 1 },
      },
    ],
    promises: [{ by: 'them', person: 'priya', words: 'Speak with Niamh about the cover', due: 14, kept: 30 }],
    followUp: { words: 'Did she speak with Niamh?', due: 16, done: 15 },
  },
  {
    ago: 88,
    at: '15:30',
    with: ['niamh'],
    channel: 'video',
    minutes: 35,
    title: 'Cover, cards, and a tired week',
    notes: `Priya has spoken with her. There is a bank nurse for eight weeks; Niamh had the money all along, "nobody had asked".

Her mother was up every night this week. I offered to move the call and she said that it was the only half-hour in which nobody needs her.

She showed me a card from a patient, written in capitals: THANK YOU FOR PICKING UP.`,
    listening: { talkShare: 20, openQuestions: 3, saidBackSimple: 2, silenceAfterQuestion: 'waited' },
    circumstances: ['unwell'],
    moments: [
      {
        about: '',
        seen: 'Eyes closed now and then while listening.',
        marks: { pace: -1, energy: -2, gaze: -1, warmth: 1, smiling: 0 },
      },
    ],
    promises: [{ by: 'me', words: 'Send the piece on night-time carers, without comment', due: 3, kept: 2 }],
  },
  {
    ago: 37,
    at: '16:15',
    with: ['niamh'],
    channel: 'phone',
    minutes: 25,
    title: 'Dr Keane, again',
    notes: `He wants the old mornings back and has put it on the agenda for {+37d}. He has no figures; he has forty years.

She asked whether I could come and present. I said that I would if she wanted it, and asked what it would say about her if I did. Long pause. She will do it herself, with Priya.

What she would like from me is to be asked the hostile questions once, beforehand.`,
    wouldHelp: 'A rehearsal with the hostile questions.',
    tags: ['partners’ meeting'],
    listening: {
      talkShare: 30,
      openQuestions: 4,
      saidBackMeaning: 3,
      silenceAfterQuestion: 'waited',
      adviceBeforeAsked: 'none',
    },
    moments: [
      { about: '', marks: { pace: 1, volume: 0, energy: 0 } },
      { about: 'whether I should present', marks: { pause_before_answering: 2, long_breath: 1, wording: 1 } },
    ],
    promises: [{ by: 'me', words: 'Ten hostile questions', due: 30, kept: 32 }],
  },
  {
    ago: 12,
    at: '21:40',
    with: ['priya'],
    channel: 'message',
    minutes: null,
    title: 'Passed the first part',
    notes: `"Passed!! Part one. Do not answer now, it is late." Answered in the morning.

She also writes that she has been asked to present with Niamh and has said yes, *after hearing the question*.`,
    moments: [{ about: '', marks: { warmth: 2, wording: 1 } }],
    followUp: { words: 'Ask about part two, and how the presenting was', due: 42 },
  },
  {
    ago: 3,
    at: '15:00',
    with: ['niamh'],
    channel: 'video',
    minutes: 45,
    title: 'Rehearsal for the partners',
    notes: `All ten questions. She answered seven without her sheet.

The three that were hard:

- *"How do you know that nobody was harmed?"* She does not, entirely, and says so. Stronger than any figure
- *"What does it cost?"* Knows the sum, swallows it at the end. We practised saying it and stopping
- *"Why did nobody ask me?"* For this one she put the sheet away and said: "I should have. I am asking you now."

Nothing to add to that.

- Ask: what did Dr Keane say when he was asked?
- Ask: how does Priya see it?`,
    wouldHelp: 'A call afterwards, however it ends.',
    tags: ['partners’ meeting'],
    listening: {
      talkShare: 40,
      openQuestions: 10,
      silenceAfterQuestion: 'waited',
      interruptions: 1,
      summarised: 'confirmed',
      adviceBeforeAsked: 'none',
    },
    moments: [
      { about: '', marks: { pace: 0, energy: 1, gaze: 1, hand_gestures: 1, attention: 1 } },
      {
        about: 'what it costs',
        seen: 'Voice dropped at the end of the sentence, each of the first three times.',
        marks: { volume: -2, pace: 1, gaze: -1, articulation: -1 },
      },
      {
        about: '"Why did nobody ask me?"',
        seen: 'Looked straight into the camera, slow and clear.',
        marks: { pace: -1, gaze: 2, articulation: 1, wording: 2 },
      },
    ],
    promises: [{ by: 'them', words: 'Tell me how it ended, in one word if need be', due: 4 }],
    followUp: { words: 'Call after her partners’ meeting', due: 3, at: '16:00', everyWeeks: 4 },
  },
];
