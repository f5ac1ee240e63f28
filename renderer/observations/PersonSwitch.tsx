import type { PersonId } from '../../shared/id.ts';
import { useDraftState } from '../drafts/editor.ts';
import { useNames } from '../people/queries.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';

/** Whose usual the marks are against. Asked only where several people took part. */
export function PersonSwitch({
  personId,
  onChoose,
}: {
  readonly personId: PersonId | null;
  readonly onChoose: (personId: PersonId) => void;
}) {
  const personIds = useDraftState(({ content }) => content.personIds);
  const { value: names = [] } = useNames({ ids: [...personIds] });
  if (personIds.length < 2) return null;
  const options = personIds.map((id) => ({ value: id, label: names.find((each) => each.id === id)?.name ?? '…' }));
  return <RadioGroup label="About" onChange={onChoose} options={options} value={personId} />;
}
