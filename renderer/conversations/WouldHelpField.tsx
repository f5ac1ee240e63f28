import { TEXT_LIMITS } from '../../shared/text.ts';
import { useField } from '../drafts/editor.ts';
import { TextArea } from '../ui/TextArea.tsx';

/** What they need, what is in their way. */
export function WouldHelpField() {
  const [wouldHelp, setWouldHelp] = useField('wouldHelp');
  return (
    <div data-part="">
      <TextArea
        isSerif
        label="What would help them"
        maxLength={TEXT_LIMITS.passage}
        minRows={1}
        onChange={setWouldHelp}
        placeholder="What they need, what is in their way"
        value={wouldHelp}
      />
    </div>
  );
}
