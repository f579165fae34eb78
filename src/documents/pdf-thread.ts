import { parentPort, workerData } from 'node:worker_threads';
import { PdfRefusal, pdfToText } from './pdf-text.ts';
import type { PdfReading } from './read-pdf.ts';

// The package can fetch fonts and tables of characters. Nothing here may ask a network for anything.
for (const way of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) Reflect.deleteProperty(globalThis, way);

// The entry of a thread of its own, which whoever started it may end at any time: one PDF in, its text or a refusal out.
function answer(reading: PdfReading): void {
  parentPort?.postMessage(reading);
}

pdfToText(workerData as Uint8Array).then(
  (text) => answer({ text }),
  (error: unknown) => answer({ refusal: error instanceof PdfRefusal ? error.message : 'it is damaged' }),
);
