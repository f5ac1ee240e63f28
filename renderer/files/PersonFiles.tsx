import type { PersonId } from '../../shared/id.ts';
import { formatDate, formatSize } from '../format.ts';
import { ListState } from '../ListState.tsx';
import { navigate } from '../route.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ExportIcon } from '../ui/icons.ts';
import { RowList } from '../ui/RowList.tsx';
import { Words } from '../ui/Words.tsx';
import { saveFile } from './add-files.ts';
import styles from './PersonFiles.module.css';
import { useFilesWith } from './queries.ts';

/** The files of all conversations with one person. Enter opens the conversation; the file itself is only ever saved. */
export function PersonFiles({ personId }: { readonly personId: PersonId }) {
  const files = useFilesWith({ personId });
  return (
    <>
      <ListState list={files}>
        <EmptyState title="No files yet">
          Drop or paste images and files into a conversation with them. They are kept in the journal and are found here.
        </EmptyState>
      </ListState>
      {files.items.length > 0 && (
        <RowList
          items={files.items.map((file) => ({ id: `${file.conversationId} ${file.hash}`, file }))}
          label="Files"
          onOpen={({ file }) => navigate({ page: 'conversation', id: file.conversationId })}
          row={({ file }) => ({
            name: file.name,
            lead: formatDate(file.on),
            children: (
              <span className={styles.file}>
                <span>
                  <Words as="span">{file.name}</Words> <span className={styles.size}>{formatSize(file.size)}</span>
                </span>
                {file.type !== null && (
                  <img alt="" className={styles.image} decoding="async" loading="lazy" src={`/files/${file.hash}`} />
                )}
              </span>
            ),
            actions: (
              <IconButton
                icon={ExportIcon}
                label={`Save file: ${file.name}`}
                onPress={() => void saveFile(file)}
                size="small"
              />
            ),
          })}
        />
      )}
      {files.more && (
        <div className={styles.more}>
          <Button isPending={files.loading} onPress={files.loadMore}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
