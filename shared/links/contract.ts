import * as z from 'zod/mini';
import { task } from '../ipc.ts';

/** An address that may be opened outside: a secure web page or a mail. */
const address = z.string().check(z.maxLength(2000), z.regex(/^(https:\/\/|mailto:)[^\s"<>]+$/));

export const linksContract = {
  /** Asks whether to open an address outside of the app, showing where it leads. Rapport itself makes no connection. */
  open: task(z.strictObject({ address }), z.null(), []),
} as const;
