import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { Terminal } from '../shell/io.ts';
import { isPasteEnd, isPasteStart, isTyped, oneLine, pasteMarks } from './pasted-text.ts';

/** Of one unmarked paste, a terminal hands over the next part within so many milliseconds. */
const pasteQuiet = 25;

/** Milliseconds in which the signal that ends a stop is not taken for another one. */
const continueQuiet = 100;

const interruptKey = '\u0003';
const suspendKey = '\u001a';
const enterKey = '\r';

/**
 * The keys of a terminal, as prompts read them: what is pasted comes as one event, `paste`, with its text in one line, and
 * not as so many keys. Ctrl-C is never kept waiting behind a paste, and Ctrl-Z stops the program and comes back, after which
 * `redraw` says that other text stands on the screen.
 */
export class KeyStream extends PassThrough {
  readonly isTTY = true;
  readonly #terminal: Terminal;
  readonly #decoder = new StringDecoder('utf8');
  readonly #ceaseContinue: () => void;
  readonly #listen = (bytes: Buffer | string): void => this.#take(typeof bytes === 'string' ? bytes : this.#decoder.write(bytes));
  /** What has come of a paste; nothing outside of one. */
  #pasted: string | undefined;
  #isMarked = false;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(terminal: Terminal) {
    super();
    this.#terminal = terminal;
    // An earlier conversation of the same run has paused it.
    terminal.input.on('data', this.#listen).resume();
    terminal.output.write(pasteMarks.on);
    this.#ceaseContinue = terminal.onContinue(() => {
      if (!this.#isStopped) this.#comeBack();
    });
  }

  get isRaw(): boolean {
    return this.#terminal.input.isRaw === true;
  }

  setRawMode(mode: boolean): this {
    this.#terminal.input.setRawMode?.(mode);
    return this;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#ceaseContinue();
    this.#terminal.input.off('data', this.#listen);
    this.#terminal.output.write(pasteMarks.off);
  }

  #take(text: string): void {
    if (this.#isMarked) this.#gather(text);
    else if (text.includes(interruptKey)) this.#interrupt();
    else if (text === suspendKey) this.#suspend();
    else if (isPasteStart(text)) {
      this.#end();
      this.#isMarked = true;
      this.#gather(text);
    } else if (this.#pasted !== undefined && text !== enterKey) this.#wait(text);
    else if (isTyped(text)) {
      this.#end();
      this.#type(text);
    } else this.#wait(text);
  }

  /** A marked paste is over at its mark. What stands before and behind it was typed. */
  #gather(text: string): void {
    this.#pasted = (this.#pasted ?? '') + text;
    // A terminal that is gone in the middle of a paste, or a mark that never comes, must not hold Ctrl-C back.
    if (text === interruptKey) this.#interrupt();
    if (this.#pasted === undefined || !isPasteEnd(this.#pasted)) return;
    const [before = '', rest = ''] = this.#pasted.split(pasteMarks.start, 2);
    const [inside = '', after = ''] = rest.split(pasteMarks.end, 2);
    this.#pasted = undefined;
    this.#isMarked = false;
    if (before !== '') this.#type(before);
    this.#paste(inside);
    if (after !== '') this.#take(after);
  }

  /** An unmarked paste may come in parts. */
  #wait(text: string): void {
    this.#pasted = (this.#pasted ?? '') + text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(), pasteQuiet);
  }

  #end(): void {
    clearTimeout(this.#timer);
    const text = this.#pasted;
    this.#pasted = undefined;
    if (text !== undefined) this.#paste(text);
  }

  #interrupt(): void {
    clearTimeout(this.#timer);
    this.#pasted = undefined;
    this.#isMarked = false;
    this.write(interruptKey);
  }

  /** Several letters that come at once, by a quick hand or a script, are one edit too; the Enter behind them counts. */
  #type(text: string): void {
    const entered = text.length > 1 && text.endsWith(enterKey) ? text.slice(0, -1) : undefined;
    const letters = entered ?? text;
    if (letters.length < 2 || /\p{Cc}/u.test(letters)) this.write(letters);
    else this.#paste(letters);
    if (entered !== undefined) this.write(enterKey);
  }

  #paste(text: string): void {
    const line = oneLine(text);
    if (line.trim() === '') return;
    if (this.listenerCount('paste') > 0) this.emit('paste', line);
    else this.write(line);
  }

  #suspend(): void {
    this.#isStopped = true;
    this.#terminal.output.write(`${pasteMarks.off}\u001b[?25h`);
    this.setRawMode(false);
    this.#terminal.suspend();
    // Where nothing could stop the program (no shell waits for it), it goes on at once.
    setTimeout(() => this.#comeBack(), 0);
    setTimeout(() => {
      this.#isStopped = false;
    }, continueQuiet);
  }

  #comeBack(): void {
    this.setRawMode(false);
    this.setRawMode(true);
    this.#terminal.output.write(pasteMarks.on);
    this.emit('redraw');
  }
}
