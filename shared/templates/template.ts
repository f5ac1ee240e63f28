import * as z from 'zod/mini';
import { templateId } from '../id.ts';
import { channel } from '../observations/cue.ts';
import { lineText, nameText, passageText } from '../text.ts';

/** The parts of what was noticed, of which one is open. */
export const NOTICED_PARTS = ['tone', 'body', 'listening', 'context'] as const;
export type NoticedPart = (typeof NOTICED_PARTS)[number];

/** What a conversation of a kind usually begins with. */
export const templateFields = {
  name: nameText,
  /** The skeleton of a note in Markdown, with prompts; may be empty. */
  notes: passageText,
  /** Which part of what was noticed is open at first. */
  opens: z.enum(NOTICED_PARTS),
  /** Null leaves the channel that was used last. */
  channel: z.nullable(channel),
  minutes: z.nullable(z.int().check(z.minimum(0), z.maximum(1440))),
  /** The next contact in plain words, read on the day when the template is applied; may be empty. */
  followUp: lineText,
};

export const template = z.strictObject({ id: templateId, ...templateFields });
export type Template = z.infer<typeof template>;
export type TemplateFields = Omit<Template, 'id'>;
