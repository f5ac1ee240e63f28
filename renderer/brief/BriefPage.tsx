import { useCallback, useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { shortcutOf, useAction } from '../keys.ts';
import { report, sentenceFor } from '../report.ts';
import { goBack } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { BackIcon, ExportIcon, PrintIcon } from '../ui/icons.ts';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import styles from './BriefPage.module.css';
import { BriefSheet } from './BriefSheet.tsx';
import { useBrief } from './queries.ts';

/** The one page before a meeting: on the screen as it is on paper. */
export function BriefPage({ personId }: { readonly personId: PersonId }) {
  const { value: brief, error } = useBrief({ personId });
  const back = (): void => goBack({ page: 'person', id: personId });

  if (brief === undefined && error !== null) {
    return (
      <Page title="Brief">
        <Banner actions={<Button onPress={back}>Back</Button>} tone="problem">
          {sentenceFor(error)}
        </Banner>
      </Page>
    );
  }
  return (
    <main className={styles.desk}>
      <section aria-label="Brief" className={styles.brief}>
        <BriefActions onBack={back} personId={personId} />
        <div className={styles.sheet}>
          {brief === undefined ? <Skeleton lines={12} /> : <BriefSheet brief={brief} />}
        </div>
      </section>
    </main>
  );
}

function BriefActions({ personId, onBack }: { readonly personId: PersonId; readonly onBack: () => void }) {
  const [saved, setSaved] = useState('');
  const print = useCallback(() => void api.brief.print({}).catch(report), []);
  const save = useCallback(() => {
    setSaved('');
    api.brief
      .savePdf({ personId })
      .then((file) => file !== null && setSaved('Saved as PDF'))
      .catch(report);
  }, [personId]);
  useAction('print-brief', print);
  useAction('save-brief', save);
  return (
    <div className={styles.actions} data-print="hide">
      <Button icon={BackIcon} onPress={onBack} variant="quiet">
        Back
      </Button>
      <span className={styles.space} />
      <StatusText>{saved}</StatusText>
      <Button icon={PrintIcon} onPress={print} shortcut={shortcutOf('print-brief')}>
        Print
      </Button>
      <Button icon={ExportIcon} onPress={save} shortcut={shortcutOf('save-brief')}>
        Save as PDF
      </Button>
    </div>
  );
}
