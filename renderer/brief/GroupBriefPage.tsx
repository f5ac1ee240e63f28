import { useCallback, useMemo, useState } from 'react';
import type { GroupBrief } from '../../shared/brief/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { OrganisationId, PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { sentenceFor } from '../report.ts';
import { goBack } from '../route.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { BriefFrame } from './BriefFrame.tsx';
import { BriefMore, BriefProblem } from './BriefPage.tsx';
import { groupMarkdown } from './brief-markdown.ts';
import { chooseForGroup, groupTitle, wholeGroup } from './choose-group.ts';
import { GroupSheet } from './GroupSheet.tsx';
import { useMeetingBrief, useOrganisationBrief } from './queries.ts';

/** The page before a meeting with several people. */
export function MeetingBriefPage({ personIds }: { readonly personIds: readonly PersonId[] }) {
  const { value, error } = useMeetingBrief({ personIds: [...personIds] });
  return <GroupBriefView brief={value} error={error} onBack={backToPeople} />;
}

/** The page before a meeting with an organisation. */
export function OrganisationBriefPage({ organisationId }: { readonly organisationId: OrganisationId }) {
  const { value, error } = useOrganisationBrief({ organisationId });
  const back = useCallback(() => goBack({ page: 'organisation', id: organisationId }), [organisationId]);
  return <GroupBriefView brief={value} error={error} onBack={back} />;
}

function backToPeople(): void {
  goBack({ page: 'people' });
}

function GroupBriefView({
  brief,
  error,
  onBack,
}: {
  readonly brief: GroupBrief | undefined;
  readonly error: AppError | null;
  readonly onBack: () => void;
}) {
  const title = brief === undefined ? '' : groupTitle(brief);
  const [isWhole, setWhole] = useState(false);
  const onPrint = useCallback(() => setWhole(false), []);
  const save = useCallback(async () => (await api.brief.saveGroupPdf({ title })) !== null, [title]);
  const markdown = useMemo(() => (brief === undefined ? null : () => groupMarkdown(brief, title)), [brief, title]);
  if (brief === undefined && error !== null) return <BriefProblem onBack={onBack} sentence={sentenceFor(error)} />;
  return (
    <BriefFrame markdown={markdown} onBack={onBack} onPrint={onPrint} save={save}>
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
  readonly brief: GroupBrief;
  readonly isWhole: boolean;
  readonly onMore: () => void;
}) {
  const choice = isWhole ? wholeGroup(brief) : chooseForGroup(brief);
  return (
    <>
      <GroupSheet brief={brief} choice={choice} />
      {choice.hasMore && <BriefMore isWhole={isWhole} onMore={onMore} />}
    </>
  );
}
