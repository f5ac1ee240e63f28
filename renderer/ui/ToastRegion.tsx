import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  UNSTABLE_ToastContent as ToastContent,
} from 'react-aria-components/Toast';
import { CloseIcon } from './icons.ts';
import hidden from './spoken.module.css';
import styles from './ToastRegion.module.css';
import { toastQueue } from './toast.ts';

/** The one place where toasts appear; it stands once, in the shell. They are spoken politely, not as alarms. */
export function ToastRegion() {
  const [spoken, setSpoken] = useState('');
  useEffect(() => toastQueue.subscribe(() => setSpoken(toastQueue.visibleToasts[0]?.content.message ?? '')), []);
  return (
    <>
      <div aria-live="polite" className={hidden.spoken} role="status">
        {spoken}
      </div>
      <AriaToastRegion aria-label="Messages" className={styles.region ?? ''} queue={toastQueue}>
        {({ toast }) => (
          <AriaToast className={styles.toast ?? ''} toast={toast}>
            {/* React Aria makes this an alert; the live region above speaks instead. */}
            <ToastContent className={styles.content} role="group">
              <Text slot="title">{toast.content.message}</Text>
            </ToastContent>
            {toast.content.action && (
              <AriaButton
                className={styles.action ?? ''}
                onPress={() => {
                  toast.content.action?.onAction();
                  toastQueue.close(toast.key);
                }}
                slot={null}
              >
                {toast.content.action.label}
              </AriaButton>
            )}
            <AriaButton className={styles.close ?? ''} slot="close">
              <CloseIcon aria-hidden size="0.875rem" strokeWidth={2} />
            </AriaButton>
          </AriaToast>
        )}
      </AriaToastRegion>
    </>
  );
}
