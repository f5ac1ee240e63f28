import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './base.css';
import { App } from './App.tsx';
import { startFlushing } from './flush.ts';
import { startKeys } from './keys.ts';

startKeys();
startFlushing();

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
