import { backupsContract } from './backups/contract.ts';
import { binContract } from './bin/contract.ts';
import { briefContract } from './brief/contract.ts';
import { cadenceContract } from './cadence/contract.ts';
import { calendarContract } from './calendar/contract.ts';
import { conversationsContract } from './conversations/contract.ts';
import { draftsContract } from './drafts/contract.ts';
import { duplicatesContract } from './duplicates/contract.ts';
import { filesContract } from './files/contract.ts';
import { followUpsContract } from './follow-ups/contract.ts';
import type { Api, TopicOf } from './ipc.ts';
import { journalContract } from './journal/contract.ts';
import { linksContract } from './links/contract.ts';
import { lookingBackContract } from './looking-back/contract.ts';
import { observationsContract } from './observations/contract.ts';
import { organisationsContract } from './organisations/contract.ts';
import { outageContract } from './outage/contract.ts';
import { peopleContract } from './people/contract.ts';
import { personalDataContract } from './personal-data/contract.ts';
import { promisesContract } from './promises/contract.ts';
import { questionsContract } from './questions/contract.ts';
import { quickCaptureContract } from './quick-capture/contract.ts';
import { relationsContract } from './relations/contract.ts';
import { searchContract } from './search/contract.ts';
import { settingsContract } from './settings/contract.ts';
import { tagsContract } from './tags/contract.ts';
import { templatesContract } from './templates/contract.ts';
import { undoContract } from './undo/contract.ts';
import { wordsContract } from './words/contract.ts';

/** Everything that may be asked of the main process. */
export const contract = {
  backups: backupsContract,
  bin: binContract,
  brief: briefContract,
  cadence: cadenceContract,
  calendar: calendarContract,
  conversations: conversationsContract,
  drafts: draftsContract,
  duplicates: duplicatesContract,
  files: filesContract,
  followUps: followUpsContract,
  journal: journalContract,
  links: linksContract,
  lookingBack: lookingBackContract,
  observations: observationsContract,
  organisations: organisationsContract,
  outage: outageContract,
  people: peopleContract,
  personalData: personalDataContract,
  promises: promisesContract,
  questions: questionsContract,
  quickCapture: quickCaptureContract,
  relations: relationsContract,
  search: searchContract,
  settings: settingsContract,
  templates: templatesContract,
  tags: tagsContract,
  undo: undoContract,
  words: wordsContract,
} as const;

export type RapportContract = typeof contract;
export type RapportApi = Api<RapportContract>;
/** What a question may be about; `*` is everything, when another journal was opened. */
export type Topic = TopicOf<RapportContract>;
