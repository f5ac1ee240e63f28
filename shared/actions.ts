/** An act of the app. The one table behind shortcuts, menus, the palette and the help page. */
export interface Action {
  readonly id: ActionId;
  readonly name: string;
  /**
   * As in `Mod+Shift+K`; Mod is Cmd on macOS and Ctrl elsewhere. A single letter works outside of text fields. Empty for
   * a rare act, which has the palette and a menu.
   */
  readonly keys: string;
  readonly group:
    | 'Everywhere'
    | 'Going places'
    | 'On a person'
    | 'In a conversation'
    | 'On an organisation'
    | 'In settings and backups'
    | 'Parts of settings and backups'
    | 'In the list of people'
    | 'In a list'
    | 'In a search'
    | 'In the weekly review'
    | 'In hindsight'
    | 'In looking back';
  /** Shown in the palette while something can perform it. The others are the keys of a row, or of the palette's own. */
  readonly palette: boolean;
}

const TABLE = [
  { id: 'palette', name: 'Command palette', keys: 'Mod+K', group: 'Everywhere', palette: false },
  { id: 'new-conversation', name: 'New conversation', keys: 'Mod+N', group: 'Everywhere', palette: true },
  { id: 'quick-capture', name: 'Quick capture', keys: 'Mod+J', group: 'Everywhere', palette: true },
  { id: 'continue-draft', name: 'Continue the last draft', keys: 'Mod+D', group: 'Everywhere', palette: true },
  { id: 'new-person', name: 'New person', keys: 'Mod+Shift+N', group: 'Everywhere', palette: true },
  { id: 'new-follow-up', name: 'New follow-up', keys: 'Mod+Shift+F', group: 'Everywhere', palette: true },
  { id: 'new-promise', name: 'New promise', keys: 'Mod+Shift+G', group: 'Everywhere', palette: true },
  { id: 'new-relation', name: 'Add a relation', keys: 'Mod+Shift+K', group: 'Everywhere', palette: true },
  { id: 'brief', name: 'Brief', keys: 'Mod+B', group: 'On a person', palette: true },
  { id: 'brief-here', name: 'Brief, on the page of a person', keys: 'B', group: 'On a person', palette: false },
  { id: 'go-to-day', name: 'Go to a day on the timeline', keys: 'G', group: 'On a person', palette: false },
  { id: 'next-person', name: 'Next person of the list', keys: 'Alt+ArrowDown', group: 'On a person', palette: true },
  {
    id: 'previous-person',
    name: 'Person before in the list',
    keys: 'Alt+ArrowUp',
    group: 'On a person',
    palette: true,
  },
  { id: 'archive-person', name: 'Archive this person', keys: '', group: 'On a person', palette: true },
  {
    id: 'unarchive-person',
    name: 'Take this person out of the archive',
    keys: '',
    group: 'On a person',
    palette: true,
  },
  { id: 'bin-person', name: 'Move this person to the bin', keys: '', group: 'On a person', palette: true },
  { id: 'restore-person', name: 'Restore this person', keys: '', group: 'On a person', palette: true },
  {
    id: 'save-everything-to-read',
    name: 'Save everything about this person, to read',
    keys: '',
    group: 'On a person',
    palette: true,
  },
  {
    id: 'save-everything-as-json',
    name: 'Save everything about this person, as JSON',
    keys: '',
    group: 'On a person',
    palette: true,
  },
  { id: 'erase-person', name: 'Erase this person for good', keys: '', group: 'On a person', palette: true },
  { id: 'meeting-brief', name: 'Brief for a meeting', keys: 'Mod+Shift+M', group: 'Everywhere', palette: true },
  { id: 'copy-brief', name: 'Copy the brief as Markdown', keys: 'Mod+Shift+C', group: 'On a person', palette: true },
  { id: 'print-brief', name: 'Print the brief', keys: 'Mod+P', group: 'On a person', palette: true },
  { id: 'save-brief', name: 'Save the brief as PDF', keys: 'Mod+Shift+S', group: 'On a person', palette: true },
  { id: 'undo', name: 'Undo', keys: 'Mod+Z', group: 'Everywhere', palette: true },
  { id: 'redo', name: 'Redo', keys: 'Mod+Shift+Z', group: 'Everywhere', palette: true },
  { id: 'back', name: 'Back', keys: 'Escape', group: 'Everywhere', palette: false },
  { id: 'go-today', name: 'Today', keys: 'Mod+1', group: 'Going places', palette: true },
  { id: 'go-people', name: 'People', keys: 'Mod+2', group: 'Going places', palette: true },
  { id: 'go-organisations', name: 'Organisations', keys: 'Mod+Shift+O', group: 'Going places', palette: true },
  { id: 'go-duplicates', name: 'Possible duplicates', keys: 'Mod+Shift+D', group: 'Going places', palette: true },
  { id: 'go-promises', name: 'Promises', keys: 'Mod+3', group: 'Going places', palette: true },
  { id: 'go-follow-ups', name: 'Follow-ups', keys: 'Mod+4', group: 'Going places', palette: true },
  { id: 'go-review', name: 'Weekly review', keys: 'Mod+Shift+R', group: 'Going places', palette: true },
  { id: 'go-hindsight', name: 'Hindsight', keys: 'Mod+Shift+H', group: 'Going places', palette: true },
  { id: 'go-looking-back', name: 'Looking back', keys: 'Mod+Shift+L', group: 'Going places', palette: true },
  { id: 'go-search', name: 'Search', keys: 'Mod+F', group: 'Going places', palette: true },
  { id: 'save-search', name: 'Save this search', keys: 'Mod+Shift+T', group: 'In a search', palette: true },
  { id: 'group-results', name: 'Results by person', keys: 'Mod+G', group: 'In a search', palette: true },
  { id: 'next-hit', name: 'Next place that was searched for', keys: 'F3', group: 'In a search', palette: true },
  {
    id: 'previous-hit',
    name: 'Place before that was searched for',
    keys: 'Shift+F3',
    group: 'In a search',
    palette: true,
  },
  { id: 'move-entry-up', name: 'Move a saved search up', keys: 'U', group: 'In a list', palette: false },
  { id: 'move-entry-down', name: 'Move a saved search down', keys: 'V', group: 'In a list', palette: false },
  { id: 'go-backups', name: 'Backups', keys: 'Mod+5', group: 'Going places', palette: true },
  { id: 'go-bin', name: 'Bin', keys: 'Mod+Shift+Delete', group: 'Going places', palette: true },
  { id: 'go-settings', name: 'Settings', keys: 'Mod+,', group: 'Going places', palette: true },
  { id: 'go-help', name: 'Help', keys: 'F1', group: 'Going places', palette: true },
  { id: 'back-up-now', name: 'Back up now', keys: 'Mod+Shift+B', group: 'Everywhere', palette: true },
  { id: 'save-conversation', name: 'Save conversation', keys: 'Mod+Enter', group: 'In a conversation', palette: true },
  { id: 'keep-draft', name: 'Keep draft', keys: 'Mod+S', group: 'In a conversation', palette: true },
  {
    id: 'toggle-preview',
    name: 'Show the notes as they read',
    keys: 'Mod+Shift+P',
    group: 'In a conversation',
    palette: true,
  },
  { id: 'find-in-notes', name: 'Find in the notes', keys: 'Mod+E', group: 'In a conversation', palette: true },
  {
    id: 'notes-alone',
    name: 'The notes alone, or everything',
    keys: 'Mod+Shift+E',
    group: 'In a conversation',
    palette: true,
  },
  { id: 'apply-template', name: 'Begin with a template', keys: 'Mod+T', group: 'In a conversation', palette: true },
  {
    id: 'accept-suggestion',
    name: 'Add what the notes suggest',
    keys: 'Mod+Shift+Enter',
    group: 'In a conversation',
    palette: true,
  },
  {
    id: 'dismiss-suggestion',
    name: 'Dismiss what the notes suggest',
    keys: 'Mod+Shift+X',
    group: 'In a conversation',
    palette: true,
  },
  { id: 'add-files', name: 'Add files', keys: 'Mod+Shift+A', group: 'In a conversation', palette: true },
  { id: 'next-part', name: 'Next part of the conversation', keys: 'F6', group: 'In a conversation', palette: false },
  { id: 'previous-part', name: 'Part before', keys: 'Shift+F6', group: 'In a conversation', palette: false },
  { id: 'notes-history', name: 'History of the notes', keys: '', group: 'In a conversation', palette: true },
  { id: 'discard-draft', name: 'Discard the draft', keys: '', group: 'In a conversation', palette: true },
  {
    id: 'bin-conversation',
    name: 'Move this conversation to the bin',
    keys: '',
    group: 'In a conversation',
    palette: true,
  },
  {
    id: 'merge-organisation',
    name: 'Merge with another organisation',
    keys: '',
    group: 'On an organisation',
    palette: true,
  },
  {
    id: 'bin-organisation',
    name: 'Move this organisation to the bin',
    keys: '',
    group: 'On an organisation',
    palette: true,
  },
  {
    id: 'restore-organisation',
    name: 'Restore this organisation',
    keys: '',
    group: 'On an organisation',
    palette: true,
  },
  { id: 'read-calendar-file', name: 'Read a calendar file', keys: '', group: 'In settings and backups', palette: true },
  {
    id: 'read-calendar-folder',
    name: 'Read a folder of calendars',
    keys: '',
    group: 'In settings and backups',
    palette: true,
  },
  { id: 'save-calendar-file', name: 'Save a calendar file', keys: '', group: 'In settings and backups', palette: true },
  { id: 'open-journal', name: 'Open another journal', keys: '', group: 'In settings and backups', palette: true },
  { id: 'new-journal', name: 'New journal', keys: '', group: 'In settings and backups', palette: true },
  { id: 'move-journal', name: 'Move the journal', keys: '', group: 'In settings and backups', palette: true },
  { id: 'verify-backups', name: 'Verify all backups', keys: '', group: 'In settings and backups', palette: true },
  {
    id: 'go-settings-appearance',
    name: 'Settings: Appearance',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-settings-important-dates',
    name: 'Settings: Important dates',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-settings-on-this-day',
    name: 'Settings: On this day',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-settings-discretion',
    name: 'Settings: Discretion',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-settings-notifications',
    name: 'Settings: Notifications',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-settings-cadence',
    name: 'Settings: Cadence',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-settings-templates',
    name: 'Settings: Templates',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-settings-quick-capture',
    name: 'Settings: Quick capture',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-settings-meetings',
    name: 'Settings: Meetings',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-settings-calendar-file',
    name: 'Settings: Calendar file',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  { id: 'go-settings-tags', name: 'Settings: Tags', keys: '', group: 'Parts of settings and backups', palette: true },
  {
    id: 'go-settings-spelling',
    name: 'Settings: Spelling',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-settings-journal',
    name: 'Settings: Journal',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-backups-kept',
    name: 'Backups: Kept backups',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  {
    id: 'go-backups-second-place',
    name: 'Backups: Second place',
    keys: '',
    group: 'Parts of settings and backups',
    palette: true,
  },
  { id: 'remove-filters', name: 'Remove all filters', keys: 'Mod+L', group: 'In the list of people', palette: true },
  { id: 'focus-filter', name: 'Filter the list', keys: '/', group: 'In a list', palette: false },
  { id: 'done', name: 'Done, or kept', keys: 'D', group: 'In a list', palette: false },
  { id: 'snooze', name: 'Snooze', keys: 'S', group: 'In a list', palette: false },
  { id: 'done-with-note', name: 'Done with a note', keys: 'W', group: 'In a list', palette: false },
  { id: 'skip-occurrence', name: 'Skip this one of a series', keys: 'X', group: 'In a list', palette: false },
  { id: 'pause-series', name: 'Pause or resume a series', keys: 'H', group: 'In a list', palette: false },
  { id: 'let-go', name: 'Let a promise go', keys: 'L', group: 'In a list', palette: false },
  { id: 'ask-about', name: 'Follow up on an overdue promise', keys: 'A', group: 'In a list', palette: false },
  { id: 'edit-entry', name: 'Edit', keys: 'E', group: 'In a list', palette: false },
  { id: 'bin-entry', name: 'Move to the bin', keys: 'Delete', group: 'In a list', palette: false },
  { id: 'restore-entry', name: 'Restore from the bin', keys: 'R', group: 'In a list', palette: false },
  { id: 'not-now', name: 'Not now, for two weeks', keys: 'N', group: 'In the weekly review', palette: false },
  { id: 'review-follow-up', name: 'Follow up', keys: 'F', group: 'In the weekly review', palette: false },
  {
    id: 'review-conversation',
    name: 'Record a conversation',
    keys: 'C',
    group: 'In the weekly review',
    palette: false,
  },
  { id: 'review-pause', name: 'Pause until a day', keys: 'P', group: 'In the weekly review', palette: false },
  { id: 'review-open', name: 'Open the person', keys: 'O', group: 'In the weekly review', palette: false },
  { id: 'review-next', name: 'Next person', keys: 'J', group: 'In the weekly review', palette: false },
  { id: 'review-previous', name: 'Person before', keys: 'K', group: 'In the weekly review', palette: false },
  { id: 'held-yes', name: 'It was so', keys: '1', group: 'In hindsight', palette: false },
  { id: 'held-partly', name: 'It was so in part', keys: '2', group: 'In hindsight', palette: false },
  { id: 'held-no', name: 'It was not so', keys: '3', group: 'In hindsight', palette: false },
  { id: 'held-unclear', name: 'I cannot tell', keys: '4', group: 'In hindsight', palette: false },
  { id: 'period-before', name: 'Month or year before', keys: ',', group: 'In looking back', palette: false },
  { id: 'period-after', name: 'Month or year after', keys: '.', group: 'In looking back', palette: false },
  {
    id: 'print-overview',
    name: 'Print what is looked back at',
    keys: 'Mod+Shift+Y',
    group: 'In looking back',
    palette: true,
  },
] as const;

export type ActionId = (typeof TABLE)[number]['id'];

/** Every action, in the order in which it is listed. */
export const ACTIONS: readonly Action[] = TABLE;

/** True for the id of an action. */
export function isActionId(text: string): text is ActionId {
  return ACTIONS.some(({ id }) => id === text);
}
