import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './Page.module.css';
import { useArrival } from './use-arrival.ts';

/** How high the headings of pages were last, by what stands in them. */
const headers = new Map<string, string>();

export interface PageProps {
  /** The level-1 heading: the page's name, or the person's. */
  readonly title: ReactNode;
  /** A line under the heading: who they are, how many there are. */
  readonly subtitle?: ReactNode;
  /** Buttons at the right of the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** `reading` is one column for text; `wide` is for lists and tables. */
  readonly width?: 'reading' | 'wide' | undefined;
  /** `serif` sets a name large, as on the cover of a notebook. */
  readonly titleStyle?: 'interface' | 'serif' | undefined;
  /** `inside` for a page whose content scrolls by itself, such as one long list. */
  readonly scroll?: 'page' | 'inside' | undefined;
}

/** The one page beside the sidebar: the main landmark and its heading. */
export function Page({
  title,
  subtitle,
  actions,
  children,
  width = 'reading',
  titleStyle = 'interface',
  scroll = 'page',
}: PageProps) {
  const header = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  const kind = `${titleStyle} ${subtitle === undefined || subtitle === null ? 'alone' : 'with a line'}`;
  // What sticks to the top of a page sticks under its heading. A page of a kind that was there before has it from the
  // beginning: setting it later would style all that the page holds a second time.
  useLayoutEffect(() => {
    const element = header.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    // The part that scrolls, which leaves as much room above what gets the focus.
    const page = element.closest<HTMLElement>('[data-page]');
    const known = headers.get(kind);
    if (known !== undefined) page?.style.setProperty('--page-header', known);
    const observer = new ResizeObserver(() => {
      const height = `${element.offsetHeight}px`;
      headers.set(kind, height);
      if (page?.style.getPropertyValue('--page-header') !== height) page?.style.setProperty('--page-header', height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [kind]);
  return (
    <div className={styles.frame}>
      <div className={styles.layout} data-page="">
        <main className={classes(styles.page, styles[width], scroll === 'inside' && styles.inside)}>
          <header className={styles.header} ref={header}>
            <div className={styles.headerColumn}>
              <div className={styles.titles}>
                <h1
                  className={classes(styles.title, titleStyle === 'serif' && styles.serif)}
                  ref={heading}
                  tabIndex={-1}
                >
                  {title}
                </h1>
                {subtitle !== undefined && subtitle !== null && <p className={styles.subtitle}>{subtitle}</p>}
              </div>
              {actions !== undefined && actions !== null && <div className={styles.actions}>{actions}</div>}
            </div>
          </header>
          <div className={styles.body}>{children}</div>
        </main>
      </div>
    </div>
  );
}
