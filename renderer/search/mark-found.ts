import { type Hit, hitsIn } from '../../shared/search/hits.ts';
import type { Term } from '../../shared/search/query-language.ts';
import { type FoundNotes, foundNotesIn } from '../notes/found-notes.ts';

/** The name under which the style sheet knows what was found. */
const NAME = 'found';

/** A place in what is shown: in a field, which holds its text itself, in the notes as an editor, or in text that is set. */
export type FoundPlace =
  | {
      readonly kind: 'field';
      readonly field: HTMLInputElement | HTMLTextAreaElement;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'notes'; readonly notes: FoundNotes; readonly hit: Hit }
  | { readonly kind: 'text'; readonly range: Range };

// Dates, numbers and choices are fields too; only what was written is looked through.
const FIELDS = 'textarea, input[type="text"]:not([role="combobox"])';
const TEXTS = [
  '.cm-content',
  '[aria-label="Notes as they read"]',
  '[aria-label="Promises given"]',
  '[aria-label="Tags, chosen"]',
  '[aria-label="Files of the conversation"]',
].join(', ');

/** Every place of the terms in what the page shows, from top to bottom, with those in set text marked. */
export function markFound(root: Element, terms: readonly Term[]): readonly FoundPlace[] {
  const places: FoundPlace[] = [];
  const ranges: Range[] = [];
  for (const element of root.querySelectorAll(`${FIELDS}, ${TEXTS}`)) {
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
      if (isShown(element)) {
        for (const { from, to } of hitsIn(element.value, terms))
          places.push({ kind: 'field', field: element, from, to });
      }
      continue;
    }
    if (!isShown(element)) continue;
    const notes = foundNotesIn(element);
    if (notes !== undefined) {
      for (const hit of notes.mark(terms)) places.push({ kind: 'notes', notes, hit });
    } else {
      for (const range of rangesIn(element, terms)) {
        ranges.push(range);
        places.push({ kind: 'text', range });
      }
    }
  }
  if (typeof Highlight !== 'undefined') CSS.highlights.set(NAME, new Highlight(...ranges));
  return places;
}

/** Takes the marks away. */
export function unmarkFound(root: Element): void {
  for (const element of root.querySelectorAll(TEXTS)) foundNotesIn(element)?.unmark();
  if (typeof Highlight !== 'undefined') CSS.highlights.delete(NAME);
}

function isShown(element: Element): boolean {
  return element.closest('[hidden], [aria-hidden="true"]') === null;
}

function rangesIn(element: Element, terms: readonly Term[]): readonly Range[] {
  const nodes: { readonly node: Text; readonly at: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    // Words of two lines do not stand next to each other in one.
    const block = node.parentElement?.closest('.cm-line, p, li, h1, h2, h3, h4, h5, h6, td, th, pre') ?? null;
    if (block !== before) text += '\n';
    before = block;
    // A walker over text finds text.
    nodes.push({ node: node as Text, at: text.length });
    text += node.textContent ?? '';
  }
  return hitsIn(text, terms).flatMap(({ from, to }) => {
    const first = nodes.findLast(({ at }) => at <= from);
    const last = nodes.findLast(({ at }) => at < to);
    if (first === undefined || last === undefined) return [];
    const range = document.createRange();
    range.setStart(first.node, Math.min(from - first.at, first.node.length));
    range.setEnd(last.node, Math.min(to - last.at, last.node.length));
    return [range];
  });
}

/** Brings a place into sight. In a field it is chosen as well, because nothing can be marked there. */
export function goToFound(place: FoundPlace, { focus }: { readonly focus: boolean }): void {
  if (place.kind === 'field') {
    place.field.focus({ preventScroll: true });
    place.field.setSelectionRange(place.from, place.to);
    bringIntoSight(place.field);
    return;
  }
  if (place.kind === 'notes') {
    place.notes.show(place.hit, { focus });
    return;
  }
  const { range } = place;
  const holder = range.startContainer.parentElement;
  if (holder !== null) bringIntoSight(holder);
  if (!focus) return;
  holder?.closest<HTMLElement>('[contenteditable="true"], [tabindex]')?.focus({ preventScroll: true });
  window.getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

/** Scrolls the page, and nothing around it, and only when the place is out of sight. */
function bringIntoSight(element: Element): void {
  let page = element.parentElement;
  while (page !== null && !/auto|scroll/.test(getComputedStyle(page).overflowY)) page = page.parentElement;
  if (page === null) return;
  const { top, bottom, height } = element.getBoundingClientRect();
  const sight = page.getBoundingClientRect();
  if (top >= sight.top + sight.height / 8 && bottom <= sight.bottom - sight.height / 8) return;
  page.scrollTop += top + height / 2 - (sight.top + sight.height / 2);
}
