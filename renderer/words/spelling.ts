/** Only macOS brings dictionaries along; elsewhere they would be downloaded, so that main switches the checking off. */
export const isSpellingChecked = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);
