import { EditorView } from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';

/** Markdown as it is written: the signs step back, the words show what they are. */
export const markdownLook = tagHighlighter([
  { tag: tags.heading, class: 'notes-heading' },
  { tag: tags.strong, class: 'notes-strong' },
  { tag: tags.emphasis, class: 'notes-emphasis' },
  { tag: tags.strikethrough, class: 'notes-struck' },
  { tag: tags.quote, class: 'notes-quote' },
  { tag: tags.monospace, class: 'notes-code' },
  { tag: [tags.link, tags.url], class: 'notes-link' },
  { tag: [tags.processingInstruction, tags.contentSeparator], class: 'notes-sign' },
]);

/** The tokens of the page; the library's own rules stand outside of every layer, so these have to as well. */
export const notesTheme = EditorView.theme({
  '&': { width: '100%', minWidth: '0', color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    overflowX: 'visible',
    fontFamily: 'var(--font-words)',
    fontSize: 'var(--size-words)',
    lineHeight: 'var(--line-words)',
  },
  '.cm-content': {
    minHeight: 'calc(6lh + 0.75rem)',
    maxWidth: 'calc(var(--measure) + 1.25rem)',
    padding: '0.375rem 0.625rem',
    caretColor: 'var(--ink)',
    cursor: 'text',
  },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--ink-faint)' },
  '.cm-panels': { display: 'none' },
  '.cm-searchMatch': { backgroundColor: 'var(--hit)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--hit)', outline: '2px solid var(--due-mark)' },
  '.notes-heading': { fontWeight: '600' },
  '.notes-strong': { fontWeight: '700' },
  '.notes-emphasis': { fontStyle: 'italic' },
  '.notes-struck': { textDecoration: 'line-through' },
  '.notes-quote': { color: 'var(--ink-quiet)' },
  '.notes-code': { fontFamily: 'var(--font-code)', fontSize: '0.875em' },
  '.notes-link': { color: 'var(--accent)' },
  '.notes-sign': { color: 'var(--ink-faint)', fontWeight: '400' },
  '&.cm-tooltip, & .cm-tooltip, .cm-tooltip': {
    zIndex: '20',
    border: '0',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--float)',
    boxShadow: 'var(--shadow)',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    minWidth: '14rem',
    maxWidth: 'min(28rem, calc(100vw - 2rem))',
    maxHeight: '16rem',
    padding: 'var(--space-1)',
    fontFamily: 'var(--font-interface)',
    fontSize: 'var(--size-interface)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    minHeight: 'var(--row)',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 'var(--space-4)',
    padding: '0.25rem 0.5rem',
    borderRadius: 'var(--radius-small)',
    lineHeight: '1.25rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--chosen)',
    color: 'var(--ink)',
    outline: '1px solid var(--accent)',
    outlineOffset: '-1px',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': {
    marginLeft: '0',
    color: 'var(--ink-quiet)',
    fontSize: 'var(--size-small)',
    fontStyle: 'normal',
  },
  '@media (forced-colors: active)': {
    '.cm-tooltip': { border: '1px solid CanvasText' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
    '.cm-searchMatch': { forcedColorAdjust: 'none', backgroundColor: 'Mark', color: 'MarkText' },
    '.cm-searchMatch-selected': { outlineColor: 'Highlight' },
  },
});
