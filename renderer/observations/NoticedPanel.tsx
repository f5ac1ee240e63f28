import { useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import type { CueGroup } from '../../shared/observations/cue.ts';
import { useDraftState } from '../drafts/editor.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { CircumstanceFields } from './CircumstanceFields.tsx';
import { CueFields } from './CueFields.tsx';
import { ListeningFields } from './ListeningFields.tsx';
import { MomentFields } from './MomentFields.tsx';
import { MomentSwitch } from './MomentSwitch.tsx';
import styles from './NoticedPanel.module.css';
import { PersonSwitch } from './PersonSwitch.tsx';
import { SeveralThings } from './SeveralThings.tsx';

type Tab = CueGroup | 'listening' | 'context';

/** What was noticed: marks for one person in one moment, the user's own listening, and the circumstances. */
export function NoticedPanel() {
  const [tab, setTab] = useState<Tab>('tone');
  const [chosenMoment, chooseMoment] = useState<number | null>(null);
  const [chosenPerson, choosePerson] = useState<PersonId | null>(null);
  // What was chosen may have been taken away since; there is always a moment, though not always a person.
  const moment = useDraftState(
    ({ content: { moments } }) => (moments.find(({ key }) => key === chosenMoment) ?? moments[0])?.key ?? 0,
  );
  const personId = useDraftState(
    ({ content: { personIds } }) => personIds.find((id) => id === chosenPerson) ?? personIds[0] ?? null,
  );

  function momentPanel(group: CueGroup) {
    return (
      <div className={styles.moment}>
        <MomentSwitch moment={moment} onChoose={chooseMoment} />
        <PersonSwitch onChoose={choosePerson} personId={personId} />
        <CueFields group={group} moment={moment} personId={personId} />
        <SeveralThings moment={moment} personId={personId} />
        <MomentFields moment={moment} />
      </div>
    );
  }

  return (
    <div className={styles.panel} data-part="">
      <Tabs
        label="What was noticed"
        onChange={setTab}
        tabs={[
          { id: 'tone', title: 'Tone of voice', content: momentPanel('tone') },
          { id: 'body', title: 'Body language', content: momentPanel('body') },
          { id: 'listening', title: 'Listening', content: <ListeningFields /> },
          { id: 'context', title: 'Context', content: <CircumstanceFields /> },
        ]}
        value={tab}
      />
    </div>
  );
}
