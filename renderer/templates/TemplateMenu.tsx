import { useCallback, useState } from 'react';
import { firstPlace, withTemplate } from '../../shared/templates/rules.ts';
import type { Template } from '../../shared/templates/template.ts';
import { useEditor } from '../drafts/editor.ts';
import { doStep } from '../drafts/steps.ts';
import { readNextContact } from '../follow-ups/read-when.ts';
import { performAction, shortcutOf, useAction } from '../keys.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useTemplates } from './queries.ts';

/** Begins the conversation with a template, by its key too. What is written stays as it is. */
export function TemplateMenu({
  onApplied,
}: {
  /** Hears where in the notes one begins to write, where something was added to them. */
  readonly onApplied: (at: number | undefined) => void;
}) {
  const session = useEditor();
  const { value: templates = [] } = useTemplates({});
  const [isOpen, setOpen] = useState(false);
  useAction(
    'apply-template',
    useCallback(() => setOpen(true), []),
  );

  function apply(template: Template): void {
    const { content: before, conversationId } = session.store.getState();
    const after = withTemplate(before, template, { isNew: conversationId === null, read: readNextContact });
    doStep(session, {
      message: `Template added: ${template.name}`,
      what: `template ${template.name}`,
      change: () => after,
      takeBack: (content) => (content === after ? before : content),
    });
    session.store.setState({ noticedPart: template.opens });
    onApplied(firstPlace(before.notes, after.notes, template.notes) ?? undefined);
  }

  const entries: readonly MenuEntry[] = [
    ...templates.map((template) => ({ id: template.id, label: template.name, onAction: () => apply(template) })),
    ...(templates.length === 0 ? [] : (['separator'] as const)),
    { id: 'edit', label: 'Edit templates…', onAction: () => performAction('go-settings-templates') },
  ];
  return (
    <MenuButton
      entries={entries}
      isOpen={isOpen}
      label="Template"
      onOpenChange={setOpen}
      shortcut={shortcutOf('apply-template')}
    />
  );
}
