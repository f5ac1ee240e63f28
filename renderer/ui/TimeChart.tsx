import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import { useRef } from 'react';
import styles from './TimeChart.module.css';
import { useWidth } from './use-width.ts';

export interface TimeChartPoint {
  /** A count of days; only their distances matter. */
  readonly day: number;
  readonly value: number;
  /** How it went around here; null while there is too little to say. */
  readonly trend: number | null;
}

export interface TimeChartProps {
  /** What it shows, in a sentence: the name of the picture. */
  readonly sentence: string;
  /** In order of time. */
  readonly points: readonly TimeChartPoint[];
  readonly lowest: number;
  readonly highest: number;
  readonly levels: readonly { readonly at: number; readonly label: string }[];
  /** Days to name below it. */
  readonly days: readonly { readonly at: number; readonly label: string }[];
  /** A range to hold the values against, with its name. */
  readonly band?: { readonly from: number; readonly to: number; readonly label: string } | undefined;
}

const HEIGHT = 11;
const BELOW = 1.75;
const ABOVE = 0.75;
const BESIDE = 0.75;
const WITHOUT_LAYOUT = 640;

/** Values over time: a dot each, and a line for how it went. All in the colours of ink: nothing here is good or bad. */
export function TimeChart({ sentence, points, lowest, highest, levels, days, band }: TimeChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width: measured, rem } = useWidth(box);
  const width = measured || WITHOUT_LAYOUT;
  const height = HEIGHT * rem;
  const letters = Math.max(...levels.map(({ label }) => label.length));
  const left = (letters * 0.4 + 1) * rem;
  const first = points[0]?.day ?? 0;
  const last = points.at(-1)?.day ?? first;
  // A single day stands in the middle.
  const x = scaleLinear(
    [first - (first === last ? 1 : 0), last + (first === last ? 1 : 0)],
    [left + rem / 2, width - BESIDE * rem],
  );
  const y = scaleLinear([lowest, highest], [height - BELOW * rem, ABOVE * rem]);
  const trend = line<TimeChartPoint>()
    .defined((point) => point.trend !== null)
    .x(({ day }) => x(day))
    .y((point) => y(point.trend ?? 0))
    .curve(curveMonotoneX)([...points]);
  const dots = points.map(({ day, value }) => `M${x(day)} ${y(value)}h0`).join('');
  return (
    <div className={styles.chart} ref={box}>
      <svg aria-label={sentence} height={height} role="img" viewBox={`0 0 ${width} ${height}`} width={width}>
        {band !== undefined && (
          <rect
            className={styles.band}
            height={y(band.from) - y(band.to)}
            width={width - left}
            x={left}
            y={y(band.to)}
          />
        )}
        {levels.map(({ at, label }) => (
          <g key={label}>
            <line className={styles.level} x1={left} x2={width} y1={y(at)} y2={y(at)} />
            <text className={styles.label} dominantBaseline="central" textAnchor="end" x={left - rem / 2} y={y(at)}>
              {label}
            </text>
          </g>
        ))}
        {days.map(({ at, label }) => (
          <text
            className={styles.label}
            key={label}
            textAnchor={x(at) > width - 2.5 * rem ? 'end' : x(at) < left + 2.5 * rem ? 'start' : 'middle'}
            x={x(at)}
            y={height - rem / 2}
          >
            {label}
          </text>
        ))}
        {trend !== null && <path className={styles.trend} d={trend} />}
        <path className={styles.dots} d={dots} />
        {band !== undefined && (
          <text className={styles.label} textAnchor="end" x={width - rem / 4} y={y(band.to) - rem / 4}>
            {band.label}
          </text>
        )}
      </svg>
    </div>
  );
}
