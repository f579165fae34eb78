// What is built apart from the program (see scripts/build.mjs): inquirer comes as ES modules only, and few commands ask.
export { plainAsker } from './plain-asker.ts';
export { terminalAsker } from './terminal-asker.ts';
