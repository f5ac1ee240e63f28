import type { contract } from '../../shared/contract.ts';
import type { Handlers } from '../../shared/ipc.ts';
import { backups } from '../backups/handlers.ts';
import { bin } from '../bin/handlers.ts';
import { brief } from '../brief/handlers.ts';
import { cadence } from '../cadence/handlers.ts';
import { calendar } from '../calendar/handlers.ts';
import type { Context } from '../context.ts';
import { conversations } from '../conversations/handlers.ts';
import { drafts } from '../drafts/handlers.ts';
import { duplicates } from '../duplicates/handlers.ts';
import { files } from '../files/handlers.ts';
import { followUps } from '../follow-ups/handlers.ts';
import { journal } from '../journal/handlers.ts';
import { links } from '../links/handlers.ts';
import { lookingBack } from '../looking-back/handlers.ts';
import { observations } from '../observations/handlers.ts';
import { organisations } from '../organisations/handlers.ts';
import { outage } from '../outage/handlers.ts';
import { people } from '../people/handlers.ts';
import { personalData } from '../personal-data/handlers.ts';
import { promises } from '../promises/handlers.ts';
import { questions } from '../questions/handlers.ts';
import { quickCapture } from '../quick-capture/handlers.ts';
import { relations } from '../relations/handlers.ts';
import { search } from '../search/handlers.ts';
import { settings } from '../settings/handlers.ts';
import { tags } from '../tags/handlers.ts';
import { templates } from '../templates/handlers.ts';
import { undo } from '../undo/handlers.ts';
import { words } from '../words/handlers.ts';

/** Who answers what: one line a feature. */
export const handlers = {
  backups,
  bin,
  brief,
  cadence,
  calendar,
  conversations,
  drafts,
  duplicates,
  files,
  followUps,
  journal,
  links,
  lookingBack,
  observations,
  organisations,
  outage,
  people,
  personalData,
  promises,
  questions,
  quickCapture,
  relations,
  search,
  settings,
  templates,
  tags,
  undo,
  words,
} satisfies Handlers<typeof contract, Context>;
