import type { PastCadence } from '../../shared/cadence/contract.ts';
import { cadenceReason } from '../../shared/cadence/rules.ts';
import { today } from '../format.ts';
import { Words } from '../ui/Words.tsx';

/** Why somebody is named: "6 weeks since you spoke; you wanted every 4; you promised “the draft”". */
export function CadenceReason({ basis }: { readonly basis: PastCadence }) {
  const { promised, openPromisesByMe } = basis;
  return (
    <>
      {cadenceReason(basis, today())}
      {promised !== null && (
        <>
          ; you promised “<Words as="span">{promised}</Words>”
          {openPromisesByMe > 1 && ` and ${openPromisesByMe - 1} more`}
        </>
      )}
    </>
  );
}
