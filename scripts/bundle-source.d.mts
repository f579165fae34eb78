export function bundleSource(
  input: string | Readonly<Record<string, readonly string[]>>,
  file: string,
  settings?: { format?: 'cjs' | 'esm'; external?: RegExp | readonly string[] },
): Promise<void>;
