import { formatCount } from '../format.ts';
import styles from './LookingBackPage.module.css';

/** The last line of a list that is not whole: how many are left out. */
export function More({ left, what = '' }: { readonly left: number; readonly what?: string }) {
  if (left <= 0) return null;
  return (
    <li className={styles.detail}>
      and {formatCount(left, 'more person', 'more people')} {what}
    </li>
  );
}
