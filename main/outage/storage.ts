import type { StorageState } from '../../shared/outage/contract.ts';
import type { WriteWatch } from '../database/driver.ts';
import { hasBallast, makeBallast, releaseBallast, roomFor } from './ballast.ts';

/** With less on the disk, what is written next may not fit although something smaller just did. */
const ENOUGH = 1024 * 1024;

/** How writing to the open journal goes. It gives the ballast back when the disk is full, and makes it again. */
export class Storage implements WriteWatch {
  /** Told of every change of the state. */
  onChanged: () => void = () => undefined;
  #state: StorageState = 'fine';
  /** The journal whose disk is meant; null for one in memory. */
  #journal: string | null = null;
  #wasReleased = false;

  get state(): StorageState {
    return this.#state;
  }

  /** Another journal is opened, or none. */
  begin(journal: string | null): void {
    this.#journal = journal;
    this.#wasReleased = false;
    this.#become('fine');
  }

  makeRoom(): boolean {
    if (this.#journal === null || !releaseBallast(this.#journal)) return false;
    this.#wasReleased = true;
    return true;
  }

  written(): void {
    if (this.#state === 'fine' && !this.#wasReleased) return;
    if (this.#state === 'full' && this.#journal !== null && roomFor(this.#journal) < ENOUGH) return;
    this.#become(this.#wasReleased && this.#journal !== null && !hasBallast(this.#journal) ? 'reserve' : 'fine');
  }

  full(): void {
    // What was too large for the disk may have been given the ballast; there is something to make again.
    this.#wasReleased = true;
    this.#become('full');
  }

  /** The journal is not under its path. */
  away(): void {
    this.#become('away');
  }

  /** Makes the ballast where there is none and room for it. */
  async provide(): Promise<void> {
    const journal = this.#journal;
    if (journal === null || this.#state === 'away') return;
    if (!(await makeBallast(journal)) || journal !== this.#journal) return;
    this.#wasReleased = false;
    if (this.#state === 'reserve') this.#become('fine');
  }

  #become(state: StorageState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.onChanged();
  }
}
