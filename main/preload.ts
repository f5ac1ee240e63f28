import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, MainEvent } from '../shared/ipc.ts';

/** Where a dropped file lies. The oldest Electron that the app runs on has no `webUtils`; a file there says it itself. */
function pathOf(file: File): string {
  const utilities: typeof webUtils | undefined = webUtils;
  // The type of a file is that of the web, which has no path.
  return utilities === undefined ? (file as File & { readonly path: string }).path : utilities.getPathForFile(file);
}

const bridge: Bridge = {
  // Of a file that the user dropped, main is told where it lies; the page itself never learns it.
  call: (method, input, task) =>
    ipcRenderer.invoke('call', method, input instanceof File ? { path: pathOf(input) } : input, task),
  onChanged(listener) {
    const forward = (_: unknown, event: MainEvent): void => listener(event);
    ipcRenderer.on('event', forward);
    return () => ipcRenderer.off('event', forward);
  },
  onFlush(listener) {
    const answer = (): void => {
      // Whether it could be kept or not, main must not wait for ever; what failed is said in the page.
      listener().finally(() => ipcRenderer.send('flushed'));
    };
    ipcRenderer.on('flush', answer);
    return () => ipcRenderer.off('flush', answer);
  },
};

contextBridge.exposeInMainWorld('rapport', bridge);
