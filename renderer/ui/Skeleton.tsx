import styles from './Skeleton.module.css';

export interface SkeletonProps {
  /** How many lines of text will stand here. */
  readonly lines?: number | undefined;
  /** The height of a line in rem: 2 for rows of a list. */
  readonly height?: number | undefined;
}

const WIDTHS = ['92%', '78%', '86%', '64%', '90%', '71%'] as const;

/** The place of what is being fetched, in its real size. Seen only after 300 ms: what is quicker shows nothing. */
export function Skeleton({ lines = 3, height = 1.25 }: SkeletonProps) {
  return (
    <span aria-hidden className={styles.skeleton}>
      {Array.from({ length: lines }, (_, line) => (
        <span
          className={styles.line}
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike.
          key={line}
          style={{ height: `${height}rem`, width: WIDTHS[line % WIDTHS.length] ?? '90%' }}
        />
      ))}
    </span>
  );
}
