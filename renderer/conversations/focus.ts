import type { Problem } from '../../shared/drafts/content-rules.ts';

const FOCUSABLE =
  'input:not([tabindex="-1"]), textarea, [contenteditable="true"], [role="tab"][aria-selected="true"], [role="spinbutton"]';

function focusFirst(within: Element | null | undefined): boolean {
  const target = within?.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
  return target !== undefined && target !== null;
}

/** Goes to the field that is in the way of saving. */
export function focusField(region: Element | null, problem: Problem): void {
  focusFirst(region?.querySelector(`[data-field="${problem}"]`));
}

/** Goes to the next part of the editor (or the one before), round and round. */
export function focusPart(region: Element | null, direction: 1 | -1): void {
  const parts = [...(region?.querySelectorAll('[data-part]') ?? [])];
  const present = parts.findIndex((part) => part.contains(document.activeElement));
  const first = direction === 1 ? 0 : parts.length - 1;
  const start = present === -1 ? first : present + direction;
  for (let step = 0; step < parts.length; step += 1) {
    const index = (start + step * direction + 2 * parts.length) % parts.length;
    if (focusFirst(parts[index])) return;
  }
}
