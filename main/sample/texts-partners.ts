import type { ConversationStory } from './story.ts';

/** Mateo Duarte, with whom the work is shared, and Ruth Adler, who sends people. */
export const PARTNERS: readonly ConversationStory[] = [
  {
    ago: 505,
    at: '17:00',
    with: ['mateo'],
    channel: 'in_person',
    minutes: 120,
    title: 'After the bad workshop',
    notes: `We were the last two at the table and took the day apart. He counted how many minutes anybody had spoken who was not paid to: 14 out of 360.

He works with drawings, I work with lists; both of us wait longer than is polite.

Something could be done together. Neither of us said what.`,
    tags: ['first meeting'],
    listening: { talkShare: 50, openQuestions: 5, theirQuestions: 6 },
    followUp: { words: 'Send him the list of questions for first meetings', due: 7, done: 6 },
  },
  {
    ago: 420,
    at: '10:30',
    with: ['mateo'],
    channel: 'video',
    minutes: 40,
    title: 'Would he do the day at Brightwater with me?',
    notes: `He would. Conditions, all sensible:

- he sees the call list beforehand
- no sticky notes in the colour of the client
- we finish an hour earlier than announced

His usual way: yes in the call, the real answer on the day after. So I asked him to write tomorrow.`,
    listening: { talkShare: 40, openQuestions: 3, theirQuestions: 5, summarised: 'confirmed' },
    moments: [{ about: '', marks: { pace: 0, energy: 0, warmth: 0, hand_gestures: 0 } }],
    promises: [{ by: 'them', words: 'The real answer, tomorrow', due: 1, kept: 1 }],
  },
  {
    ago: 262,
    at: '18:30',
    with: ['mateo'],
    channel: 'in_person',
    minutes: 75,
    title: 'Debrief of the day with both trades',
    notes: `Joiners and plumbers in one room, for the first time. What worked: his drawing of one flat with all its visits. They corrected it, and by correcting it they talked with each other.

What did not: I explained the counting sheet for too long. He looked at me twice, and I did not stop. He said so now, kindly and without a detour.

**For next time:** he gives a sign, I stop in mid-sentence.`,
    listening: { talkShare: 40, theirQuestions: 3, interruptions: 1 },
    moments: [
      {
        about: 'my explaining too long',
        seen: 'Turned to face me, hands open, slower than usual.',
        marks: { pace: -1, orientation: 1, arms: 1, wording: 1 },
      },
    ],
    promises: [
      { by: 'me', words: 'Send the photograph of the corrected drawing', due: 2, kept: 2 },
      { by: 'me', words: 'Try the sign at the next workshop', due: null, kept: 80 },
    ],
  },
  {
    ago: 178,
    at: '15:30',
    with: ['mateo'],
    channel: 'video',
    minutes: 55,
    title: 'The fee',
    notes: `Not easy. For the second day I had named a sum to the client before asking him; it was less than his rate. He learned of it from the order.

He had waited two weeks to say it. I had noticed that his mails had become shorter, and had not asked.

- I pay the difference for this one
- from now on: the fee is agreed between us **before** the first call with a client

Then we talked about his daughter's concert for ten minutes, and that was needed.`,
    wouldHelp: 'To be asked first. Every time.',
    tags: ['repair', 'money'],
    listening: {
      talkShare: 30,
      silenceAfterQuestion: 'waited',
      interruptions: 0,
      saidBackMeaning: 3,
      summarised: 'confirmed',
    },
    moments: [
      {
        about: 'learning it from the order',
        seen: 'Very even voice, looked into the camera without blinking much, hands out of the picture.',
        may: 'He had prepared the sentence.',
        sure: 'likely',
        marks: { pitch_variation: -2, hand_gestures: -2, gaze: 1, pace: -1, warmth: -1 },
      },
      { about: 'Inês and the concert', marks: { warmth: 2, smiling: 1, hand_gestures: 1, pace: 1 } },
    ],
    promises: [
      { by: 'me', words: 'Pay the difference', due: 7, kept: 2 },
      { by: 'me', words: 'Agree on the fee before the first call, always', due: null },
    ],
    followUp: { words: 'How was the concert?', due: 12, done: 12 },
  },
  {
    ago: 65,
    at: '11:20',
    with: ['mateo'],
    channel: 'phone',
    minutes: 20,
    title: 'Fewer, longer',
    notes: `He has said no to two enquiries and feels ill and free. Wants three projects a year, and mornings for writing.

I told him of the warehouse in Wrocław, without names: shift leaders, handovers, drawings. He was silent and then asked how many drawings.`,
    listening: { talkShare: 40, openQuestions: 3 },
    moments: [{ about: 'the drawings', marks: { pause_before_answering: 1, energy: 1, pitch_variation: 1 } }],
    promises: [{ by: 'them', words: 'Send the draft of his essay on silence', due: 30, kept: 33 }],
  },
  {
    ago: 15,
    at: '10:00',
    with: ['mateo'],
    channel: 'video',
    minutes: 45,
    title: 'His essay, and Wrocław',
    notes: `Read the essay beforehand, all of it, and said which sentence I had carried around with me: "Whoever draws first, loses the others." He took a note.

For Wrocław, should it come: he two days, I four, his rate, in writing before Zofia gets a sum. *Said it before he had to.*

He asked what I do when a client asks for a date and I do not know one. I said that I learned it from a man with a whiteboard.

- Ask: which sentence did he strike out of the essay?`,
    wouldHelp: 'Two readers for the essay who will not be polite.',
    listening: { talkShare: 40, openQuestions: 4, theirQuestions: 4, saidBackMeaning: 1 },
    moments: [{ about: '', marks: { pace: 0, energy: 1, warmth: 1, hand_gestures: 1, smiling: 1 } }],
    promises: [
      { by: 'me', words: 'Ask Hélène whether she would read the essay', due: 21 },
      { by: 'them', words: 'Keep the second week of next month free for Wrocław', due: 25 },
    ],
    followUp: { words: 'Tell him how it stands with Wrocław', due: 16 },
  },
  {
    ago: 538,
    at: '12:30',
    with: ['ruth'],
    channel: 'in_person',
    minutes: 95,
    title: 'Lunch, and the better question',
    notes: `I told her about the assignment that had gone wrong. She did not ask why. She asked: "At which moment did you know, and whom did you tell?"

I had known in the second week. I had told nobody.

She has somebody for me to meet, a woman who makes tables. Soon, she said.`,
    tags: ['mentor'],
    listening: { talkShare: 60, theirQuestions: 9 },
    promises: [{ by: 'me', words: 'Let her know how it ends with the assignment', due: 60, kept: 49 }],
    followUp: { words: 'Tell Ruth how it ended', due: 48, done: 49 },
  },
  {
    ago: 371,
    at: '11:00',
    with: ['ruth'],
    channel: 'in_person',
    minutes: 80,
    title: 'What became of Åsa and Niamh',
    notes: `Brought her the news of both, as far as it was theirs to be told and they had agreed to. She wanted details: *who refused the sixty chairs, exactly?*

She gave me an old exercise book of Emil's with his notes on meetings. On the cover: "Who has not spoken?"

No new names today, and neither of us missed them.`,
    listening: { talkShare: 50, theirQuestions: 7, openQuestions: 3 },
    moments: [
      {
        about: 'Emil’s exercise book',
        seen: 'Held it for a while before she gave it to me, spoke very softly.',
        marks: { volume: -2, pace: -1, movement: -1, warmth: 1 },
      },
    ],
    promises: [{ by: 'me', words: 'Bring the exercise book back', due: 120, kept: 231 }],
  },
  {
    ago: 251,
    at: '17:30',
    with: ['ruth'],
    channel: 'phone',
    minutes: 35,
    title: 'Two boards and a hip',
    notes: `She is having a new hip and considers it a nuisance to two boards. Asked what she needs: books, no visitors in the first week, afterwards many.

I told her about the apology at Brightwater. She said only: "Good. And what do you check now, before you send?"`,
    wouldHelp: 'Books without dead spouses in them. Her words.',
    listening: { talkShare: 40, theirQuestions: 4 },
    moments: [{ about: '', marks: { pace: 0, energy: 0, warmth: 1, laugh: 1 } }],
    promises: [{ by: 'me', words: 'Three books before the operation', due: 14, kept: 12 }],
    followUp: { words: 'Visit, second week after the operation', due: 40, done: 41 },
  },
  {
    ago: 140,
    at: '14:00',
    with: ['ruth'],
    channel: 'in_person',
    minutes: 110,
    title: 'A walk with the new hip',
    notes: `Once round the reservoir, two benches. Returned Emil's exercise book, far too late. "I knew where it was."

She is sorting papers for the city archive, forty years of them, and finds that she was wrong in interesting ways.

- asked whether she knows somebody for banks and family firms: **Gunilla Strand**, she will write to her first
- she would like to read Mateo's essay when there is one`,
    tags: ['mentor'],
    listening: { talkShare: 40, openQuestions: 5, theirQuestions: 6 },
    moments: [{ about: '', marks: { pace: -1, energy: 1, warmth: 1, in_step: 1, smiling: 1 } }],
    promises: [{ by: 'them', words: 'Write to Gunilla Strand', due: 30, kept: 35 }],
  },
  {
    ago: 61,
    at: '10:15',
    with: ['ruth'],
    channel: 'phone',
    minutes: 30,
    title: 'Gunilla, the archive, and a name for Dublin',
    notes: `Gunilla Strand is willing to talk with Åsa, "as one daughter to another". Åsa may ring from now on.

The archive has taken the first nineteen boxes. A young archivist asks her questions on Thursdays; she is plainly enjoying it.

I told her that Niamh has to face her partners. She said that Niamh used to rehearse in the lift.

- Ask: what did she find in the nineteenth box?`,
    listening: { talkShare: 40, theirQuestions: 5, openQuestions: 3 },
    moments: [{ about: 'the archivist', marks: { energy: 2, pace: 1, laugh: 1, pitch_variation: 1 } }],
    promises: [{ by: 'me', words: 'Give Åsa the number of Gunilla Strand', due: 18, kept: 17 }],
    followUp: { words: 'Tell her how it ended in Dublin', due: 66 },
  },
];
