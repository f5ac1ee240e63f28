import { useEffect, useRef } from 'react';
import { addMoment, removeMoment } from '../../shared/drafts/content-rules.ts';
import { putBackMoment } from '../../shared/drafts/put-back.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { useEditor, useFields } from '../drafts/editor.ts';
import { doStep } from '../drafts/steps.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon, PlusIcon } from '../ui/icons.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './MomentSwitch.module.css';
import { useMomentText } from './moment.ts';

const NAME_LENGTH = 24;

/** What was being talked about, and the way to other moments of the same conversation. */
export function MomentSwitch({
  moment,
  onChoose,
}: {
  readonly moment: number;
  readonly onChoose: (moment: number) => void;
}) {
  const session = useEditor();
  const about = useRef<HTMLInputElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const isAdded = useRef(false);

  // A moment that was just added begins with its name.
  useEffect(() => {
    if (isAdded.current && moment > 0) about.current?.focus();
    isAdded.current = false;
  }, [moment]);

  function add(): void {
    session.change(addMoment);
    isAdded.current = true;
    onChoose(session.store.getState().content.lastKey);
  }

  return (
    <div className={styles.moments}>
      <Moments
        moment={moment}
        onChoose={onChoose}
        // The button that had the focus may be gone; out of a text field, Undo brings the moment back.
        onRemoved={() => line.current?.querySelector<HTMLElement>('button')?.focus()}
      />
      <div className={styles.line} ref={line}>
        <div className={styles.about}>
          <About field={about} moment={moment} />
        </div>
        <Button icon={PlusIcon} onPress={add} variant="quiet">
          Add another moment
        </Button>
      </div>
    </div>
  );
}

/** Only where there are several. */
function Moments({
  moment,
  onChoose,
  onRemoved,
}: {
  readonly moment: number;
  readonly onChoose: (moment: number) => void;
  readonly onRemoved: () => void;
}) {
  const session = useEditor();
  const names = useFields(({ moments }) =>
    Object.fromEntries(moments.map(({ key, about }, index) => [String(key), shortName(about, index)])),
  );
  const options = Object.entries(names).map(([value, label]) => ({ value, label }));
  if (options.length < 2) return null;

  function remove(): void {
    const { moments } = session.store.getState().content;
    const index = moments.findIndex(({ key }) => key === moment);
    const removed = moments[index];
    if (removed === undefined) return;
    const name = names[String(moment)] ?? '';
    doStep(session, {
      message: `Moment removed: ${name}`,
      what: `moment removed: ${name}`,
      change: (content) => removeMoment(content, moment),
      takeBack: (content) => putBackMoment(content, removed, index),
    });
    onRemoved();
  }

  return (
    <div className={styles.switch}>
      <RadioGroup label="Moments" onChange={(key) => onChoose(Number(key))} options={options} value={String(moment)} />
      <IconButton
        icon={CloseIcon}
        label={`Remove moment: ${names[String(moment)] ?? ''}`}
        onPress={remove}
        size="small"
      />
    </div>
  );
}

function shortName(about: string, index: number): string {
  const name = about.trim();
  if (name === '') return `Moment ${index + 1}`;
  return name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH).toWellFormed()}…` : name;
}

function About({
  moment,
  field,
}: {
  readonly moment: number;
  readonly field: React.RefObject<HTMLInputElement | null>;
}) {
  const [about, setAbout] = useMomentText(moment, 'about');
  return (
    <TextField
      inputRef={field}
      isSerif
      label="Moment"
      maxLength={TEXT_LIMITS.line}
      onChange={setAbout}
      placeholder="the price"
      value={about}
    />
  );
}
