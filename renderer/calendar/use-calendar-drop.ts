import { useEffect } from 'react';
import { addDropped } from './add-calendar.ts';

/** While the page is shown, calendar files and folders that are dropped on it are read from now on. */
export function useCalendarDrop(): void {
  useEffect(() => {
    function draggedOver(event: DragEvent): void {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    }
    function dropped(event: DragEvent): void {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void addDropped(files);
    }
    document.addEventListener('dragover', draggedOver);
    document.addEventListener('drop', dropped);
    return () => {
      document.removeEventListener('dragover', draggedOver);
      document.removeEventListener('drop', dropped);
    };
  }, []);
}
