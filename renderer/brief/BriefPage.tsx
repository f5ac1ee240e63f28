import { useCallback, useMemo, useState } from 'react';
import type { Brief } from '../../shared/brief/contract.ts';
import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { sentenceFor } from '../report.ts';
import { goBack } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { BriefFrame } from './BriefFrame.tsx';
import styles from './BriefPage.module.css';
import { BriefSheet } from './BriefSheet.tsx';
import { briefMarkdown } from './brief-markdown.ts';
import { chooseForSheet, wholeSheet } from './choose.ts';
import { useBrief } from './queries.ts';

/** The one page before a meeting: on the screen as it is on paper. */
export function BriefPage({ personId }: { readonly personId: PersonId }) {
  const { value: brief, error } = useBrief({ personId });
  const [isWhole, setWhole] = useState(false);
  const onPrint = useCallback(() => setWhole(false), []);
  const save = useCallback(async () => (await api.brief.savePdf({ personId })) !== null, [personId]);
  const markdown = useMemo(() => (brief === undefined ? null : () => briefMarkdown(brief, wholeSheet(brief))), [brief]);
  const back = useCallback(() => goBack({ page: 'person', id: personId }), [personId]);

  if (brief === undefined && error !== null) return <BriefProblem onBack={back} sentence={sentenceFor(error)} />;
  return (
    <BriefFrame markdown={markdown} onBack={back} onPrint={onPrint} save={save}>
      {brief === undefined ? (
        <Skeleton lines={12} />
      ) : (
        <Chosen brief={brief} isWhole={isWhole} onMore={() => setWhole(!isWhole)} />
      )}
    </BriefFrame>
  );
}

/** What fits on one page, or everything; on paper always what fits. */
function Chosen({
  brief,
  isWhole,
  onMore,
}: {
  readonly brief: Brief;
  readonly isWhole: boolean;
  readonly onMore: () => void;
}) {
  const sheet = isWhole ? wholeSheet(brief) : chooseForSheet(brief);
  return (
    <>
      <BriefSheet brief={brief} sheet={sheet} />
      {sheet.hasMore && <BriefMore isWhole={isWhole} onMore={onMore} />}
    </>
  );
}

/** Turns from the one page to everything, and back. */
export function BriefMore({ isWhole, onMore }: { readonly isWhole: boolean; readonly onMore: () => void }) {
  return (
    <div className={styles.more} data-print="hide">
      <Button onPress={onMore} variant="quiet">
        {isWhole ? 'Show one page' : 'Show more'}
      </Button>
    </div>
  );
}

/** A brief that cannot be shown: why, in one sentence. */
export function BriefProblem({ sentence, onBack }: { readonly sentence: string; readonly onBack: () => void }) {
  return (
    <Page title="Brief">
      <Banner actions={<Button onPress={onBack}>Back</Button>} tone="problem">
        {sentence}
      </Banner>
    </Page>
  );
}
