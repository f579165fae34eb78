import { rules } from '../../checks/registry.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { suggestWords } from '../../search/suggest.ts';
import { usageFailure } from '../shell/failure.ts';

export type Setting = 'off' | 'warning' | 'error';
export type Settings = Readonly<Record<string, Setting>>;

const settings: readonly Setting[] = ['off', 'warning', 'error'];

/** Reads `--severity code=off|warning|error`. Throws wrong usage for an unknown code or severity. */
export function parseSeverities(texts: readonly string[]): Settings {
  const read: Record<string, Setting> = {};
  for (const text of texts.flatMap((one) => one.split(','))) {
    const [code = '', value = ''] = text.split('=').map((part) => part.trim());
    const setting = settings.find((one) => one === value);
    if (setting === undefined)
      throw usageFailure(`--severity: "${text}" gives no severity`, 'write code=off, code=warning or code=error');
    if (!isRule(code)) {
      const codes = rules.map((rule) => rule.code);
      throw usageFailure(
        `--severity: no rule has the code "${code}"`,
        'list them with: careerpath rules',
        suggestWords(code, codes),
      );
    }
    read[code] = setting;
  }
  return read;
}

export function isRule(code: string): boolean {
  return rules.some((rule) => rule.code === code);
}

/** The findings with the severities that were set; those that are off are gone. */
export function applySeverities(diagnostics: readonly Diagnostic[], set: Settings): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const setting = Object.hasOwn(set, diagnostic.code) ? set[diagnostic.code] : undefined;
    if (setting === undefined) return [diagnostic];
    return setting === 'off' ? [] : [{ ...diagnostic, severity: setting }];
  });
}
