import { scalePoint, scaleSqrt } from 'd3-scale';
import { type CueSpread, spreadOf } from '../../shared/observations/history.ts';
import styles from './UsualAndChanges.module.css';

const WIDTH = 136;
const HEIGHT = 24;
const MIDDLE = HEIGHT / 2;
const STOPS = [-2, -1, 0, 1, 2];

/** The five stops of a cue with a dot at each, as large as the number of marks there; a bar spans the half in the middle. */
export function SpreadStrip({
  spread,
  most,
  label,
}: {
  readonly spread: CueSpread;
  /** The largest count that is shown beside this one: the same number is the same size everywhere. */
  readonly most: number;
  readonly label: string;
}) {
  const x = scalePoint(STOPS, [12, WIDTH - 12]);
  const radius = scaleSqrt([0, most], [0, 9]);
  const known = spreadOf(spread);
  return (
    <svg aria-label={label} className={styles.stops} role="img" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <line className={styles.hairline} x1={x(-2)} x2={x(2)} y1={MIDDLE} y2={MIDDLE} />
      <line className={styles.hairline} x1={x(0)} x2={x(0)} y1={3} y2={HEIGHT - 3} />
      {known !== null && <line className={styles.half} x1={x(known.from)} x2={x(known.to)} y1={MIDDLE} y2={MIDDLE} />}
      {STOPS.map((stop) => {
        const count = spread.counts[stop + 2] ?? 0;
        return (
          count > 0 && (
            <circle className={styles.dot} cx={x(stop)} cy={MIDDLE} key={stop} r={Math.max(2.25, radius(count))} />
          )
        );
      })}
    </svg>
  );
}
