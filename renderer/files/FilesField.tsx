import { useCallback, useRef, useState } from 'react';
import { putBackFile } from '../../shared/drafts/put-back.ts';
import type { Attachment } from '../../shared/files/file.ts';
import { useEditor, useField } from '../drafts/editor.ts';
import { doStep } from '../drafts/steps.ts';
import { formatSize } from '../format.ts';
import { shortcutOf, useAction } from '../keys.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { AttachmentIcon, CloseIcon, ExportIcon, FileIcon } from '../ui/icons.ts';
import { Words } from '../ui/Words.tsx';
import { addFiles, saveFile } from './add-files.ts';
import styles from './FilesField.module.css';

/**
 * Images and files of the conversation. They come by the key or the button, by dropping them on the editor, or by
 * pasting. Where there is little room it is shown from the first file on.
 */
export function FilesField({ isRoomScarce = false }: { readonly isRoomScarce?: boolean | undefined }) {
  const session = useEditor();
  const [files] = useField('files');
  // It stays when the last one is removed: the focus is in it then.
  const [isShown, setShown] = useState(!isRoomScarce);
  if (!isShown && files.length > 0) setShown(true);
  const input = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const choose = useCallback(() => input.current?.click(), []);
  useAction('add-files', choose);

  function remove(file: Attachment): void {
    const index = files.indexOf(file);
    doStep(session, {
      message: `File removed: ${file.name}`,
      what: `file ${file.name} removed`,
      change: (content) => ({ ...content, files: content.files.filter(({ hash }) => hash !== file.hash) }),
      takeBack: (content) => putBackFile(content, file, index),
    });
    // The button that had the focus is gone.
    place.current?.querySelector<HTMLElement>('[data-add] button')?.focus();
  }

  return (
    <div hidden={!isShown} ref={place}>
      <Field label="Files" layout="column">
        {files.length > 0 && (
          <ul aria-label="Files of the conversation" className={styles.files}>
            {files.map((file) => (
              <FileLine file={file} key={file.hash} onRemove={() => remove(file)} />
            ))}
          </ul>
        )}
        <div className={styles.add} data-add="">
          <Button icon={AttachmentIcon} onPress={choose} shortcut={shortcutOf('add-files')} variant="quiet">
            Add files
          </Button>
          <input
            aria-label="Choose files"
            className={styles.input}
            hidden
            multiple
            onChange={({ currentTarget }) => {
              const chosen = [...(currentTarget.files ?? [])];
              // The same file can be chosen again after it was removed.
              currentTarget.value = '';
              void addFiles(session, chosen);
            }}
            ref={input}
            tabIndex={-1}
            type="file"
          />
        </div>
      </Field>
    </div>
  );
}

function FileLine({ file, onRemove }: { readonly file: Attachment; readonly onRemove: () => void }) {
  const { hash, name, type, size } = file;
  return (
    <li className={styles.file}>
      {type === null ? (
        <FileIcon aria-hidden className={styles.sign} size="1.25rem" strokeWidth={1.5} />
      ) : (
        <img alt={name} className={styles.image} decoding="async" loading="lazy" src={`/files/${hash}`} />
      )}
      <span className={styles.name}>
        <Words as="span">{name}</Words> <span className={styles.size}>{formatSize(size)}</span>
      </span>
      <IconButton icon={ExportIcon} label={`Save file: ${name}`} onPress={() => void saveFile(file)} size="small" />
      <IconButton icon={CloseIcon} label={`Remove file: ${name}`} onPress={onRemove} size="small" />
    </li>
  );
}
