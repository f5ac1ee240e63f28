// Starts the script that is named first, after a look at the Node that runs it. This file itself runs in any Node that npm runs in.
import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const scripts = new URL('.', import.meta.url);
const names = readdirSync(scripts)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
const name = process.argv[2] ?? '';

// better-sqlite3 needs Node-API 10, and the scripts need a Node that runs TypeScript as it is.
if (Number(process.versions.napi) < 10 || !process.features.typescript) {
  process.stderr.write(
    `This is Node ${process.versions.node}, which is too old for Rapport's scripts: run \`npm rebuild node\`, which brings the Node that the project asks for (it is left out when packages are installed with --ignore-scripts), and start them with \`npm run\`.\n`,
  );
  process.exit(1);
}
if (!names.includes(name)) {
  process.stderr.write(`There is no script named "${name}"; there are ${names.join(', ')}.\n`);
  process.exit(1);
}

process.argv.splice(1, 2, fileURLToPath(new URL(`${name}.ts`, scripts)));
try {
  await import(pathToFileURL(process.argv[1]).href);
} catch (error) {
  // A problem has a sentence for the person at the keyboard; anything else is a bug, and its stack is the useful part.
  process.stderr.write(
    `${error instanceof Error && error.name === 'Problem' ? error.message : (error?.stack ?? error)}\n`,
  );
  process.exit(1);
}
