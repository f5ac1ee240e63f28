import { useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import type { CueGroup } from '../../shared/observations/cue.ts';
import { useDraftState, useEditor } from '../drafts/editor.ts';
import { NOTICED_WORDS } from '../templates/template-words.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { CircumstanceFields } from './CircumstanceFields.tsx';
import { CueFields } from './CueFields.tsx';
import { foundMoment } from './found-moment.ts';
import { ListeningFields } from './ListeningFields.tsx';
import { MomentFields } from './MomentFields.tsx';
import { MomentSwitch } from './MomentSwitch.tsx';
import styles from './NoticedPanel.module.css';
import { PersonSwitch } from './PersonSwitch.tsx';
import { SeveralThings } from './SeveralThings.tsx';

/** What was noticed: marks for one person in one moment, the user's own listening, and the circumstances. */
export function NoticedPanel() {
  const { store } = useEditor();
  const part = useDraftState(({ noticedPart }) => noticedPart);
  // Whoever comes from a search sees the moment that was found.
  const [chosenMoment, chooseMoment] = useState(() => {
    const state = store.getState();
    return foundMoment(state, state.content.moments);
  });
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
        onChange={(noticedPart) => store.setState({ noticedPart })}
        tabs={[
          { id: 'tone', title: NOTICED_WORDS.tone, content: momentPanel('tone') },
          { id: 'body', title: NOTICED_WORDS.body, content: momentPanel('body') },
          { id: 'listening', title: NOTICED_WORDS.listening, content: <ListeningFields /> },
          { id: 'context', title: NOTICED_WORDS.context, content: <CircumstanceFields /> },
        ]}
        value={part}
      />
    </div>
  );
}
