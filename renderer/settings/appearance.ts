import { useLayoutEffect } from 'react';
import type { Settings } from '../../shared/settings/settings.ts';
import { useSettings } from './queries.ts';

/** Shows the page in the chosen colours and text size, at once. */
function applyAppearance({ theme, textSize }: Pick<Settings, 'theme' | 'textSize'>): void {
  const page = document.documentElement;
  if (theme === 'system') delete page.dataset.theme;
  else page.dataset.theme = theme;
  page.style.setProperty('--text-scale', String(textSize / 100));
}

/** Keeps the page as the settings say. */
export function useAppearance(): void {
  const { value } = useSettings({});
  useLayoutEffect(() => {
    if (value !== undefined) applyAppearance(value);
  }, [value]);
}
