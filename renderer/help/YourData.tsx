import { RETENTION } from '../../shared/backups/retention.ts';
import { BIN_DAYS } from '../../shared/bin/rules.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './HelpPage.module.css';
import { JOURNAL_TABLES, NOT_PROMISED, PROMISED } from './texts.ts';
import { WhereTheDataIs } from './WhereTheDataIs.tsx';

/** Where the data is, what is backed up when, what may be relied on, and how to read it without the app. */
export function YourData() {
  return (
    <Section title="Your data">
      <Section level={3} title="Where the data is">
        <WhereTheDataIs />
      </Section>
      <Section level={3} title="What is backed up, and when">
        <WhatIsBackedUp />
      </Section>
      <Section level={3} title="What is promised">
        <Points texts={PROMISED} />
      </Section>
      <Section level={3} title="What is not">
        <Points texts={NOT_PROMISED} />
      </Section>
      <Section level={3} title="Deleting and erasing">
        <p>
          What you delete waits in the <RouteLink to={{ page: 'bin' }}>bin</RouteLink> for {BIN_DAYS} days and can be
          restored with everything that belongs to it. Erasing a person is an act of its own, in the menu of their page:
          every entry goes at once, the search index and the file are written anew, and the backups that still hold them
          are named, with the offer to delete those. The same menu saves everything about a person as one file, for
          somebody who asks what you hold about them.
        </p>
      </Section>
      <Section level={3} title="Reading it without Rapport">
        <WithoutRapport />
      </Section>
    </Section>
  );
}

function Points({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function WhatIsBackedUp() {
  const { hours, days, weeks, months } = RETENTION;
  return (
    <>
      <p>
        A backup holds the whole journal: everything you wrote, drafts, the bin and the history of notes included. The
        settings are not in it. Your own journal is backed up by itself when something was changed, at most every half
        hour, and when Rapport is closed; before what cannot simply be undone, such as a restore; and whenever you press{' '}
        <RouteLink to={{ page: 'backups' }}>Back up now</RouteLink>. With a second place every backup is also copied
        there.
      </p>
      <p>
        Kept are all backups of {hours} hours, then the last of each of {days} days, {weeks} weeks and {months} months,
        and those made before something that cannot simply be undone. The newest one that proved itself is never
        removed.
      </p>
      <p>
        Beside the journal lies a file of a few megabytes whose name ends in -ballast. It holds nothing: it is given
        back when the disk is full, so that writing and deleting go on for a while. What the journal cannot take at all,
        while its disk is full or gone, waits in a file named “Unsaved text”, and is a draft again after the next start.
      </p>
      <p>
        Out of a backup the whole journal can be restored, or one person or one conversation brought back. A journal
        that no longer opens can be salvaged: what can be read of it is copied into a fresh one, and the damaged file is
        kept.
      </p>
    </>
  );
}

function WithoutRapport() {
  return (
    <>
      <p>
        The journal and every backup are SQLite databases, the most widely kept format there is; their names end in
        .rapport. Any program for SQLite reads them. Take a backup, for it is complete in one file and nobody has it
        open: <code>sqlite3 -readonly "Rapport….rapport"</code>
      </p>
      <p>
        Days are written as 2026-11-21, instants in UTC, notes in Markdown. What is in the bin has a{' '}
        <code>deleted_at</code>. Every table and column is described in docs/journal-format.md, which comes with the
        source of Rapport. These are the ones to begin with:
      </p>
      <ul className={styles.list}>
        {JOURNAL_TABLES.map(({ table, holds }) => (
          <li key={table}>
            <code>{table}</code> {holds}
          </li>
        ))}
      </ul>
    </>
  );
}
