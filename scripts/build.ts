import { build } from 'electron-vite';

/** Builds main, preload and renderer into `out/`, as they are shipped. */
await build();
