import { type ReactNode, useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { api } from '../api.ts';
import { shortcutOf, useAction } from '../keys.ts';
import { report } from '../report.ts';
import { Button } from '../ui/Button.tsx';
import { BackIcon, CopyIcon, ExportIcon, PrintIcon } from '../ui/icons.ts';
import { StatusText } from '../ui/StatusText.tsx';
import { useArrival } from '../ui/use-arrival.ts';
import styles from './BriefPage.module.css';

export interface BriefFrameProps {
  readonly onBack: () => void;
  /** The brief as Markdown; null while it is not there yet. */
  readonly markdown: (() => string) | null;
  /** Asks where and writes the PDF; false when the user changed their mind. */
  readonly save: () => Promise<boolean>;
  /** Puts the sheet as it is to be printed. */
  readonly onPrint: () => void;
  readonly children: ReactNode;
}

/** The desk with the sheet on it, and what can be done with the sheet. */
export function BriefFrame({ onBack, markdown, save, onPrint, children }: BriefFrameProps) {
  const [done, setDone] = useState('');
  const brief = useRef<HTMLElement>(null);
  useArrival(brief);

  const print = useCallback(() => {
    flushSync(onPrint);
    void api.brief.print({}).catch(report);
  }, [onPrint]);

  const savePdf = useCallback(() => {
    flushSync(() => {
      setDone('');
      onPrint();
    });
    save()
      .then((isSaved) => isSaved && setDone('Saved as PDF'))
      .catch(report);
  }, [save, onPrint]);

  const copy = useCallback(() => {
    if (markdown === null) return;
    setDone('');
    api.brief
      .copy({ text: markdown() })
      .then(() => setDone('Copied as Markdown'))
      .catch(report);
  }, [markdown]);

  useAction('print-brief', print);
  useAction('save-brief', savePdf);
  useAction('copy-brief', copy);
  return (
    <main className={styles.desk}>
      <section aria-label="Brief" className={styles.brief} ref={brief} tabIndex={-1}>
        <div className={styles.actions} data-print="hide">
          <Button icon={BackIcon} onPress={onBack} variant="quiet">
            Back
          </Button>
          <span className={styles.space} />
          <StatusText>{done}</StatusText>
          <Button
            icon={CopyIcon}
            isDisabled={markdown === null}
            onPress={copy}
            shortcut={shortcutOf('copy-brief')}
            variant="quiet"
          >
            Copy as Markdown
          </Button>
          <Button icon={PrintIcon} onPress={print} shortcut={shortcutOf('print-brief')}>
            Print
          </Button>
          <Button icon={ExportIcon} onPress={savePdf} shortcut={shortcutOf('save-brief')}>
            Save as PDF
          </Button>
        </div>
        <div className={styles.sheet}>{children}</div>
      </section>
    </main>
  );
}
