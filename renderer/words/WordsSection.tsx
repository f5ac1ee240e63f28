import { useState } from 'react';
import { isOwnWord } from '../../shared/words/contract.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { shortcutOf } from '../keys.ts';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BinIcon, PlusIcon } from '../ui/icons.ts';
import { RowList } from '../ui/RowList.tsx';
import { Section } from '../ui/Section.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Words } from '../ui/Words.tsx';
import { createUnfinished } from '../unfinished.ts';
import { useOwnWords } from './queries.ts';
import { isSpellingChecked } from './spelling.ts';
import styles from './WordsSection.module.css';

const HERE =
  'macOS checks the spelling of the notes with its own dictionaries. Names and words of your work that it does not know can be added here; they are kept in the journal, and in no dictionary of the system.';
const ELSEWHERE =
  'On this computer spelling is not checked: the dictionaries would have to be downloaded, and Rapport makes no network connection. On macOS, where the system brings its own, the words below are not marked in the notes. They are kept in the journal and go with it.';

const WORD = 'word';
const unfinished = createUnfinished<string>();

/** The words that no spell-checker is to mark: added by Enter, taken away by Delete. */
export function WordsSection() {
  const { value: words, error } = useOwnWords({});
  const [text, setText] = useState(() => unfinished.find(WORD) ?? '');
  const [problem, setProblem] = useState<string | undefined>();

  async function add(): Promise<void> {
    const word = text.trim();
    if (word === '') return;
    if (!isOwnWord(word)) {
      setProblem('One word, without spaces, of at most 60 letters.');
      return;
    }
    if (!(await act(() => api.words.add({ word }), `Word added: ${word}`))) return;
    unfinished.end(WORD);
    setText('');
  }

  function remove({ id: word }: { readonly id: string }): void {
    void act(() => api.words.remove({ word }), `Word removed: ${word}`);
  }

  return (
    <Section title="Spelling">
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      <p className={styles.about}>{isSpellingChecked ? HERE : ELSEWHERE}</p>
      <div className={styles.add}>
        <TextField
          error={problem}
          isSerif
          label="Word of your own"
          onChange={(next) => {
            unfinished.keep(WORD, next, { label: 'Word of your own', words: [next] });
            setText(next);
            setProblem(undefined);
          }}
          onEnter={() => void add()}
          spellCheck="false"
          value={text}
        />
        <Button icon={PlusIcon} onPress={() => void add()}>
          Add word
        </Button>
      </div>
      {words !== undefined && words.length > 0 && (
        <RowList
          items={words.map((word) => ({ id: word }))}
          keys={{ Delete: remove, Backspace: remove }}
          label="Words of your own"
          row={(word) => ({
            name: word.id,
            children: <Words as="span">{word.id}</Words>,
            actions: (
              <IconButton
                icon={BinIcon}
                label={`Remove word: ${word.id}`}
                onPress={() => remove(word)}
                shortcut={shortcutOf('bin-entry')}
                size="small"
              />
            ),
          })}
        />
      )}
    </Section>
  );
}
