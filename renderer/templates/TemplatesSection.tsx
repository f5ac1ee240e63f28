import { useState } from 'react';
import { BUILT_IN_TEMPLATES } from '../../shared/templates/built-in.ts';
import type { Template } from '../../shared/templates/template.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { shortcutOf } from '../keys.ts';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BinIcon, EditIcon, PlusIcon } from '../ui/icons.ts';
import { RowList } from '../ui/RowList.tsx';
import { Section } from '../ui/Section.tsx';
import { useRowOrder } from '../ui/use-row-order.ts';
import { Words } from '../ui/Words.tsx';
import { useTemplates } from './queries.ts';
import { TemplateDialog } from './TemplateDialog.tsx';
import styles from './TemplatesSection.module.css';
import { templateFacts } from './template-words.ts';

async function remove({ id }: Template): Promise<void> {
  await act(() => api.templates.remove({ id }), 'Template removed');
}

/** The menu of templates follows this order. */
async function putInOrder(templates: readonly Template[], ids: readonly string[]): Promise<void> {
  const ordered = ids.flatMap((id) => templates.find((template) => template.id === id)?.id ?? []);
  await act(() => api.templates.order({ ids: ordered }), 'Templates put in order');
}

/** The templates of the journal: Enter or E edits one, Delete takes it away, Alt and the arrow keys move it. */
export function TemplatesSection() {
  const { value: templates, error } = useTemplates({});
  const [edited, setEdited] = useState<Template | 'new' | null>(null);
  const order = useRowOrder(templates?.map(({ id }) => id) ?? [], (ids) => void putInOrder(templates ?? [], ids));
  const isOneMissing = BUILT_IN_TEMPLATES.some(({ id }) => templates?.every((each) => each.id !== id) ?? false);
  return (
    <Section
      actions={
        <Button icon={PlusIcon} onPress={() => setEdited('new')} variant="quiet">
          New template
        </Button>
      }
      title="Templates"
    >
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      <p className={styles.about}>
        What a conversation of a kind begins with: the skeleton of a note, what is open to be marked, and the usual
        channel, length and next contact. Choose one in the editor, where it never changes what is written. Drag one by
        its handle, or press Alt and an arrow key, to move it in the list.
      </p>
      {templates !== undefined && templates.length > 0 && (
        <RowList
          items={templates}
          keys={{ e: setEdited, delete: (template) => void remove(template) }}
          label="Templates"
          onOpen={setEdited}
          order={order}
          row={(template) => ({
            name: template.name,
            children: (
              <>
                <Words as="span">{template.name}</Words>
                <span className={styles.facts}>{`\u2002${templateFacts(template)}`}</span>
              </>
            ),
            actions: (
              <>
                <IconButton
                  icon={EditIcon}
                  label={`Edit template: ${template.name}`}
                  onPress={() => setEdited(template)}
                  shortcut={shortcutOf('edit-entry')}
                  size="small"
                />
                <IconButton
                  icon={BinIcon}
                  label={`Remove template: ${template.name}`}
                  onPress={() => void remove(template)}
                  shortcut={shortcutOf('bin-entry')}
                  size="small"
                />
              </>
            ),
          })}
        />
      )}
      {isOneMissing && (
        <Button onPress={() => void act(() => api.templates.bringBack({}), 'Templates brought back')} variant="quiet">
          Bring back the templates that came with the journal
        </Button>
      )}
      {edited !== null && (
        <TemplateDialog
          key={edited === 'new' ? 'new' : edited.id}
          onClose={() => setEdited(null)}
          template={edited === 'new' ? undefined : edited}
        />
      )}
    </Section>
  );
}
