import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import './base.css';
import { App } from './App.tsx';
import { startFlushing } from './flush.ts';
import { startKeys } from './keys.ts';

startKeys();
startFlushing();

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app.');
const pages = createRoot(root);
// At once, so that main is asked before the page is laid out.
flushSync(() => {
  pages.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
