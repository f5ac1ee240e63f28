import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './ChartFigure.module.css';
import { ChartIcon, TableIcon } from './icons.ts';

export interface ChartFigureProps {
  /** What is shown: "My share of talk". */
  readonly title: string;
  /** What the chart shows, for who does not see it and who does. */
  readonly sentence: string;
  readonly chart: ReactNode;
  readonly columns: readonly string[];
  /** The same as the chart, row by row; the first cell names the row. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
  /** Beside the chart: what it does not say. */
  readonly caveat?: ReactNode;
}

/** A chart with the sentence that says what it shows, and its twin: a table that takes its place at the press of a button. */
export function ChartFigure({ title, sentence, chart, columns, rows, caveat }: ChartFigureProps) {
  const [isTable, setTable] = useState(false);
  return (
    <figure aria-label={title} className={styles.figure}>
      <div className={styles.head}>
        <figcaption className={styles.sentence}>{sentence}</figcaption>
        <div className={styles.toggle} data-print="hide">
          <Button
            aria-label={`${isTable ? 'Show as chart' : 'Show as table'}: ${title}`}
            icon={isTable ? ChartIcon : TableIcon}
            onPress={() => setTable(!isTable)}
            variant="quiet"
          >
            {isTable ? 'Show as chart' : 'Show as table'}
          </Button>
        </div>
      </div>
      {isTable ? <Twin columns={columns} rows={rows} title={title} /> : chart}
      {caveat !== undefined && <p className={styles.caveat}>{caveat}</p>}
    </figure>
  );
}

function Twin({ title, columns, rows }: Pick<ChartFigureProps, 'title' | 'columns' | 'rows'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls by itself, by the keys too.
    <section aria-label={`${title}, as a table`} className={styles.scroller} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [name, ...cells] }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                <td key={columns[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
