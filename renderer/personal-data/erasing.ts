import { createStore, useStore } from 'zustand';
import type { PersonId } from '../../shared/id.ts';

// The dialog outlives the person's page, which goes with the person.
const store = createStore<{ readonly personId: PersonId | null }>(() => ({ personId: null }));

/** Opens the dialog that erases a person. */
export function openErase(personId: PersonId): void {
  store.setState({ personId });
}

/** Closes the dialog. */
export function closeErase(): void {
  store.setState({ personId: null });
}

/** Whom the dialog is about; null when it is closed. */
export function useErasing(): PersonId | null {
  return useStore(store).personId;
}
