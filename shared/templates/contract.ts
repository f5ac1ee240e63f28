import * as z from 'zod/mini';
import { templateId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { template, templateFields } from './template.ts';

const one = z.strictObject({ id: templateId });

export const templatesContract = {
  /** Every template, in the user's order. */
  list: query(z.strictObject({}), z.readonly(z.array(template))),
  /** Saves a new template (`id` null) or a changed one. Errors: `not_found`. */
  save: command(z.strictObject({ id: z.nullable(templateId), ...templateFields }), one, ['templates'], {
    label: 'save template',
  }),
  /** Puts the templates into this order; any that is not named follows them. Errors: `not_found`. */
  order: command(
    z.strictObject({ ids: z.readonly(z.array(templateId).check(z.minLength(1), z.maxLength(1000))) }),
    z.null(),
    ['templates'],
    { label: 'order templates' },
  ),
  /** Takes a template away; what was written with it stays. Errors: `not_found`. */
  remove: command(one, z.null(), ['templates'], { label: 'remove template' }),
  /** Adds the templates that came with the journal and were taken away since, as they came. */
  bringBack: command(z.strictObject({}), z.null(), ['templates'], { label: 'bring back templates' }),
} as const;
