import { backupsContract } from './backups/contract.ts';
import { binContract } from './bin/contract.ts';
import { briefContract } from './brief/contract.ts';
import { cadenceContract } from './cadence/contract.ts';
import { calendarContract } from './calendar/contract.ts';
import { conversationsContract } from './conversations/contract.ts';
import { draftsContract } from './drafts/contract.ts';
import { filesContract } from './files/contract.ts';
import { followUpsContract } from './follow-ups/contract.ts';
import type { Api, TopicOf } from './ipc.ts';
import { journalContract } from './journal/contract.ts';
import { linksContract } from './links/contract.ts';
import { observationsContract } from './observations/contract.ts';
import { organisationsContract } from './organisations/contract.ts';
import { peopleContract } from './people/contract.ts';
import { personalDataContract } from './personal-data/contract.ts';
import { promisesContract } from './promises/contract.ts';
import { quickCaptureContract } from './quick-capture/contract.ts';
import { searchContract } from './search/contract.ts';
import { settingsContract } from './settings/contract.ts';
import { tagsContract } from './tags/contract.ts';
import { templatesContract } from './templates/contract.ts';
import { undoContract } from './undo/contract.ts';

/** Everything that may be asked of the main process. */
export const contract = {
  backups: backupsContract,
  bin: binContract,
  brief: briefContract,
  cadence: cadenceContract,
  calendar: calendarContract,
  conversations: conversationsContract,
  drafts: draftsContract,
  files: filesContract,
  followUps: followUpsContract,
  journal: journalContract,
  links: linksContract,
  observations: observationsContract,
  organisations: organisationsContract,
  people: peopleContract,
  personalData: personalDataContract,
  promises: promisesContract,
  quickCapture: quickCaptureContract,
  search: searchContract,
  settings: settingsContract,
  templates: templatesContract,
  tags: tagsContract,
  undo: undoContract,
} as const;

export type RapportContract = typeof contract;
export type RapportApi = Api<RapportContract>;
/** What a question may be about; `*` is everything, when another journal was opened. */
export type Topic = TopicOf<RapportContract>;
