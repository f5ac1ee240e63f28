import { useCallback, useState } from 'react';
import { withTemplate } from '../../shared/templates/rules.ts';
import type { Template } from '../../shared/templates/template.ts';
import { useEditor } from '../drafts/editor.ts';
import { readNextContact } from '../follow-ups/read-when.ts';
import { shortcutOf, useAction } from '../keys.ts';
import { navigate } from '../route.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { toast } from '../ui/toast.ts';
import { useTemplates } from './queries.ts';

/** Begins the conversation with a template, by its key too. What is written stays as it is. */
export function TemplateMenu({ onApplied }: { readonly onApplied: () => void }) {
  const session = useEditor();
  const { value: templates = [] } = useTemplates({});
  const [isOpen, setOpen] = useState(false);
  useAction(
    'apply-template',
    useCallback(() => setOpen(true), []),
  );

  function apply(template: Template): void {
    const before = session.store.getState();
    session.change((content) =>
      withTemplate(content, template, {
        isNew: before.conversationId === null,
        read: readNextContact,
      }),
    );
    const after = session.store.getState().content;
    session.store.setState({ noticedPart: template.opens });
    toast(`Template added: ${template.name}`, {
      label: 'Undo',
      onAction: () => {
        const isSame = session.store.getState().content === after;
        if (isSame) session.change(() => before.content);
        toast(isSame ? `Undone: template ${template.name}` : 'The text was changed since, so it stays as it is');
      },
    });
    onApplied();
  }

  const entries: readonly MenuEntry[] = [
    ...templates.map((template) => ({ id: template.id, label: template.name, onAction: () => apply(template) })),
    ...(templates.length === 0 ? [] : (['separator'] as const)),
    { id: 'edit', label: 'Edit templates…', onAction: () => navigate({ page: 'settings' }) },
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
