import type { DraftContent } from '../../shared/drafts/draft-content.ts';
import { sayUndone } from '../report.ts';
import { toast } from '../ui/toast.ts';
import type { DraftSession } from './draft-store.ts';

/** Something done to a text at one stroke, which can be taken back whatever was typed since. */
export interface Step {
  /** "file Plan.pdf removed" */
  readonly what: string;
  readonly takeBack: (content: DraftContent) => DraftContent;
  /** Takes its message away. */
  readonly close: () => void;
}

/** Changes a text at one stroke and says so, with a way back. `what` is said as "Undone: …" once it was taken back. */
export function doStep(
  session: DraftSession,
  step: {
    readonly message: string;
    readonly what: string;
    readonly change: (content: DraftContent) => DraftContent;
    /** Of a text in which nothing is left to be taken back it makes the same. */
    readonly takeBack: (content: DraftContent) => DraftContent;
  },
): void {
  session.change(step.change);
  // Only the last one offers a way back; by the key the ones before are taken back after it.
  session.store.getState().steps.at(-1)?.close();
  const { what, takeBack } = step;
  const done: Step = {
    what,
    takeBack,
    close: toast(step.message, { label: 'Undo', onAction: () => takeBackStep(session, done) }),
  };
  session.store.setState(({ steps }) => ({ steps: [...steps, done] }));
}

/** Takes back what was done last. */
export function takeBackLast(session: DraftSession): void {
  const last = session.store.getState().steps.at(-1);
  if (last !== undefined) takeBackStep(session, last);
}

/** They cannot be taken back any more. */
export function forgetSteps({ store }: DraftSession): void {
  const { steps } = store.getState();
  if (steps.length === 0) return;
  for (const { close } of steps) close();
  store.setState({ steps: [] });
}

function takeBackStep(session: DraftSession, step: Step): void {
  const { steps, content } = session.store.getState();
  if (!steps.includes(step)) return;
  step.close();
  session.store.setState({ steps: steps.filter((each) => each !== step) });
  session.change(step.takeBack);
  const isTakenBack = session.store.getState().content !== content;
  sayUndone(isTakenBack ? `Undone: ${step.what}` : 'The text was changed since, so it stays as it is');
}
