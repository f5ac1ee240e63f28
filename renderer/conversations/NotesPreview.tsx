import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import styles from './NotesPreview.module.css';

const PLUGINS = [remarkGfm];

/** Links are read, not followed, and nothing is fetched: an address stands beside its words, a picture is its caption. */
const COMPONENTS: Components = {
  a: ({ children, href }) => (
    <span className={styles.link} title={href}>
      {children}
    </span>
  ),
  img: ({ alt }) => <span className={styles.picture}>{alt === undefined || alt === '' ? 'picture' : alt}</span>,
  // Headings of a note stand below those of the page.
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h6>{children}</h6>,
  h5: ({ children }) => <h6>{children}</h6>,
};

/** Notes in Markdown, set. */
export function NotesPreview({ text }: { readonly text: string }) {
  if (text.trim() === '') return <p className={styles.empty}>Nothing written yet.</p>;
  return (
    <div className={styles.preview}>
      <Markdown components={COMPONENTS} remarkPlugins={PLUGINS}>
        {text}
      </Markdown>
    </div>
  );
}
