/** One named array of the compiled form. */
export type Section = Uint8Array | Int8Array | Uint32Array | Float64Array;

type SectionType = 'u8' | 'i8' | 'u32' | 'f64';

interface Header {
  readonly info: unknown;
  /** name, type, offset in bytes from the start of the sections, number of elements */
  readonly sections: readonly (readonly [string, SectionType, number, number])[];
}

export interface SectionReader {
  /** What was handed to `encodeSections` beside the arrays. */
  readonly info: unknown;
  /** Throws a `RangeError` when the section is missing or of another type. */
  readonly u8: (name: string) => Uint8Array;
  readonly i8: (name: string) => Int8Array;
  readonly u32: (name: string) => Uint32Array;
  readonly f64: (name: string) => Float64Array;
}

const alignment = 8;
const prefixBytes = 8;
const aligned = (n: number): number => Math.ceil(n / alignment) * alignment;

function typeOf(section: Section): SectionType {
  if (section instanceof Uint8Array) return 'u8';
  if (section instanceof Int8Array) return 'i8';
  if (section instanceof Uint32Array) return 'u32';
  return 'f64';
}

/**
 * Layout: u32 header length, u32 zero, the header as JSON, then each array at a multiple of eight bytes,
 * so that it can be viewed in place. Numbers are little-endian, as on every machine that Node runs on.
 */
export function encodeSections(info: unknown, sections: ReadonlyMap<string, Section>): Uint8Array {
  const table: [string, SectionType, number, number][] = [];
  let size = 0;
  for (const [name, section] of sections) {
    table.push([name, typeOf(section), size, section.length]);
    size = aligned(size + section.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify({ info, sections: table } satisfies Header));
  const start = aligned(prefixBytes + header.length);
  const bytes = new Uint8Array(start + size);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, prefixBytes);
  let i = 0;
  for (const section of sections.values()) {
    const at = start + (table[i++]?.[2] ?? 0);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
  }
  return bytes;
}

/** Views into `bytes`, nothing copied where the bytes are aligned. Throws a `RangeError` on bytes that are no such layout. */
export function decodeSections(bytes: Uint8Array): SectionReader {
  // Not `slice`: a Buffer's own makes a view, as badly aligned as before.
  const base = bytes.byteOffset % alignment === 0 ? bytes : new Uint8Array(bytes);
  const view = new DataView(base.buffer, base.byteOffset, base.byteLength);
  const headerLength = view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(base.subarray(prefixBytes, prefixBytes + headerLength))) as Header;
  const start = base.byteOffset + aligned(prefixBytes + headerLength);
  const places = new Map(header.sections.map((row) => [row[0], row]));
  const locate = (name: string, type: SectionType): readonly [number, number] => {
    const row = places.get(name);
    if (row === undefined || row[1] !== type) throw new RangeError(`no section ${name} of type ${type}`);
    return [start + row[2], row[3]];
  };
  return {
    info: header.info,
    u8: (name) => new Uint8Array(base.buffer, ...locate(name, 'u8')),
    i8: (name) => new Int8Array(base.buffer, ...locate(name, 'i8')),
    u32: (name) => new Uint32Array(base.buffer, ...locate(name, 'u32')),
    f64: (name) => new Float64Array(base.buffer, ...locate(name, 'f64')),
  };
}
