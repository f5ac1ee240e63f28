/** The four steps to a first conversation. `keys` as in the table of actions. */
export const FIRST_CONVERSATION = [
  {
    title: 'Begin',
    keys: 'Mod+N',
    text: 'Type the name of the person you spoke with. Somebody new is added as you go on; nothing has to be set up first.',
  },
  {
    title: 'Write what you remember',
    keys: undefined,
    text: 'What they said comes first, for it is forgotten first. A line that begins with “Ask:” comes back as a question in the brief. Every word is kept as a draft while you type: Esc, closing the window or a power cut loses nothing.',
  },
  {
    title: 'Add what was promised and noticed',
    keys: undefined,
    text: 'Promises with their day, by you and by them. Marks only where something differed from this person’s usual; what was not noticed stays not noticed. All of it may be left out.',
  },
  {
    title: 'Say when to speak again, and save',
    keys: 'Mod+Enter',
    text: 'Write “in 3 weeks” or “next Tue 10:00” under Follow up; the day that it means stands beside it. “Saved” appears when it is on the disk.',
  },
] as const;

/** Keys within a widget, which are the widget's own. */
export const MARK_KEYS = [
  { name: 'Move the mark', keys: 'ArrowLeft' },
  { name: 'Move it the other way', keys: 'ArrowRight' },
  { name: 'As usual', keys: '0' },
  { name: 'Not noticed', keys: 'Backspace' },
  { name: 'Next cue', keys: 'Tab' },
] as const;

export const PROMISED = [
  'What was shown as saved is on the disk, as far as the disk itself tells the truth.',
  'Damage to the journal is noticed, named, and answered with the newest backup that proved itself. Nothing is ever replaced by an empty journal.',
  'A backup counts only after it was opened again and checked. A restore shows first what it will do, keeps what it replaces, and can be undone.',
  'A file from elsewhere is never opened where it lies and never put in place of the journal: its content is read, checked and copied.',
  'Rapport makes no network connection, and text in the journal can run nothing.',
  'Marks are observations against a person’s own usual. Nobody is scored, and nothing is interpreted for you.',
] as const;

export const NOT_PROMISED = [
  'Protection from harmful programs that run under your name, or from somebody at a screen that is not locked.',
  'Safety on disks that report data as written before it is.',
  'That erased text is gone from the memory cells of an SSD, from swap space, or from older backups.',
] as const;

/** What the vocabulary and the advice rest on. */
export const SOURCES = [
  {
    text: 'Andersen, P. A. (2008). Nonverbal Communication: Forms and Functions, 2nd edition. Waveland Press.',
    use: 'The set of cues in the voice.',
    address: null,
  },
  {
    text: 'Eyben, F., Scherer, K. R., Schuller, B. W., et al. (2016). The Geneva Minimalistic Acoustic Parameter Set (GeMAPS) for voice research and affective computing. IEEE Transactions on Affective Computing, 7(2), 190–202.',
    use: 'Which properties of a voice can be told apart.',
    address: 'https://doi.org/10.1109/TAFFC.2015.2457417',
  },
  {
    text: 'Dael, N., Mortillaro, M., & Scherer, K. R. (2012). The Body Action and Posture coding system (BAP): development and reliability. Journal of Nonverbal Behavior, 36, 97–121.',
    use: 'Which movements two observers agree on.',
    address: 'https://doi.org/10.1007/s10919-012-0130-0',
  },
  {
    text: 'Barrett, L. F., Adolphs, R., Marsella, S., Martinez, A. M., & Pollak, S. D. (2019). Emotional expressions reconsidered: challenges to inferring emotion from human facial movements. Psychological Science in the Public Interest, 20(1), 1–68.',
    use: 'What a face cannot tell: the same movement means different things.',
    address: 'https://doi.org/10.1177/1529100619832930',
  },
  {
    text: 'Bond, C. F., & DePaulo, B. M. (2006). Accuracy of deception judgments. Personality and Social Psychology Review, 10(3), 214–234.',
    use: 'Why honesty is no cue: in 206 documents people were right 54 % of the time.',
    address: 'https://doi.org/10.1207/s15327957pspr1003_2',
  },
  {
    text: 'Moyers, T. B., Rowell, L. N., Manuel, J. K., Ernst, D., & Houck, J. M. (2016). The Motivational Interviewing Treatment Integrity code (MITI 4): rationale, preliminary reliability and validity. Journal of Substance Abuse Treatment, 65, 36–42.',
    use: 'Listening: questions, saying back, and advice.',
    address: 'https://doi.org/10.1016/j.jsat.2016.01.001',
  },
] as const;

/** The tables of the journal to begin with, for whoever reads it with another program. */
export const JOURNAL_TABLES = [
  { table: 'person', holds: 'people, with contact, important_date and person_tag beside it' },
  { table: 'organisation', holds: 'organisations' },
  { table: 'conversation', holds: 'conversations with their notes; conversation_person says who took part' },
  { table: 'version', holds: 'former texts of notes' },
  { table: 'moment', holds: 'what was being talked about when cues changed; observation holds the marks' },
  { table: 'promise', holds: 'promises, by you and by them' },
  { table: 'follow_up', holds: 'follow-ups' },
  { table: 'question', holds: 'questions to ask people' },
  { table: 'draft', holds: 'unfinished conversations, as JSON' },
] as const;
