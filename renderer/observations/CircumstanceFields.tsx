import { CIRCUMSTANCES } from '../../shared/observations/vocabulary.ts';
import { useField } from '../drafts/editor.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Field } from '../ui/Field.tsx';

/** What may explain what was noticed, or make it less telling. */
export function CircumstanceFields() {
  const [chosen, setChosen] = useField('circumstances');
  return (
    <Field
      description="What may explain what was noticed, or make it less telling."
      label="Circumstances"
      layout="column"
    >
      {CIRCUMSTANCES.map(({ id, name }) => (
        <Checkbox
          isSelected={chosen.includes(id)}
          key={id}
          label={name}
          onChange={(isChosen) => setChosen(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))}
        />
      ))}
    </Field>
  );
}
