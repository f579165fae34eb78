import { parentPort, workerData } from 'node:worker_threads';
import { PdfRefusal, pdfToText } from './pdf-text.ts';
import type { PdfReading } from './read-pdf.ts';

// The package can fetch fonts and tables of characters. Nothing here may ask a network for anything.
for (const way of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) Reflect.deleteProperty(globalThis, way);

// Node 20 does not have it; the package packs fonts with it.
if (!('transferToFixedLength' in ArrayBuffer.prototype))
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const moved = new Uint8Array(length);
      moved.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return moved.buffer;
    },
  });

// The entry of a thread of its own, which whoever started it may end at any time: one PDF in, its text or a refusal out.
function answer(reading: PdfReading): void {
  parentPort?.postMessage(reading);
}

pdfToText(workerData as Uint8Array).then(
  (text) => answer(text),
  (error: unknown) => answer({ refusal: error instanceof PdfRefusal ? error.message : 'it is damaged' }),
);
