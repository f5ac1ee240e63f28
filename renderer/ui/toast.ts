import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';

export interface ToastAction {
  /** "Undo". */
  readonly label: string;
  readonly onAction: () => void;
}

export interface ToastMessage {
  readonly message: string;
  readonly action?: ToastAction | undefined;
}

const SHOWN_FOR = 8000;

/** The messages on screen; `ToastRegion` shows them. */
export const toastQueue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Shows a short message for eight seconds, longer while the pointer or the focus is on it. Returns a way to take it back. */
export function toast(message: string, action?: ToastAction): () => void {
  const key = toastQueue.add({ message, action }, { timeout: SHOWN_FOR });
  return () => toastQueue.close(key);
}
