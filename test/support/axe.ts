import axe from 'axe-core';

/** What a screen reader or a keyboard would stumble over on the page, one line a rule; empty when nothing. */
export async function accessibilityProblems(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    // Nothing is painted here: colours are checked where there is a real window.
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
