import type { PackDraft } from '../../catalog/read-pack.ts';
import { rules } from '../../checks/registry.ts';
import { type Diagnostic, type DiagnosticCode, defaultSeverityOf, type Severity } from '../../core/model/diagnostic.ts';
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
    if (setting !== 'error' && loosening(code) === 'refused')
      throw usageFailure(
        `--severity: ${code} cannot be made quieter: no command takes data with it`,
        'correct what it finds; careerpath rules tells which rules are opinions',
      );
    read[code] = setting;
  }
  return read;
}

function isRule(code: string): boolean {
  return rules.some((rule) => rule.code === code);
}

/** What `validate` alone finds; every other command opens a pack with such a finding. */
const validateOnly: ReadonlySet<string> = new Set(['not-read']);

/** What is said of settings themselves; no setting hides it. */
const aboutSettings: ReadonlySet<string> = new Set(['unknown-rule', 'severity-refused', 'severity-loosened']);

/** Whether a pack may quieten a rule: a catalog can be built without what it asks, and nobody is refused. */
export function isOpinion(code: DiagnosticCode): boolean {
  return validateOnly.has(code) || defaultSeverityOf(code) !== 'error';
}

/** The settings of a pack that count: it may make any rule stricter, and quieten opinions. */
export function quieting(set: Settings): Settings {
  return Object.fromEntries(
    Object.entries(set).filter(([code, setting]) => setting === 'error' || loosening(code) !== 'refused'),
  );
}

function loosening(code: string): 'refused' | 'allowed' | 'unknown' {
  const rule = rules.find((one) => one.code === code);
  if (rule === undefined) return 'unknown';
  return isOpinion(rule.code) && !aboutSettings.has(rule.code) ? 'allowed' : 'refused';
}

/**
 * What is to be said of `severity:` in a pack.yaml: codes that no rule has, and every setting that loosens, at its line: a pull
 * request must not switch off in silence what is to judge it.
 *
 * @param found what was found in the pack, for how many findings a setting hides
 */
export function checkSettings(pack: PackDraft, found: readonly Diagnostic[]): Diagnostic[] {
  const codes = rules.map((rule) => rule.code);
  return Object.entries(pack.severities).flatMap(([code, setting]): Diagnostic[] => {
    const place = pack.placeInMeta(['severity', code], 'key');
    const where = place === undefined ? {} : { place };
    const kind = loosening(code);
    if (kind === 'unknown') return [{ code: 'unknown-rule', facts: { code }, ...where, suggestions: suggestWords(code, codes) }];
    if (kind === 'refused' && setting !== 'error') return [{ code: 'severity-refused', facts: { code, setting }, ...where }];
    const rule = rules.find((one) => one.code === code);
    const own = rule === undefined ? undefined : defaultSeverityOf(rule.code);
    if (own === undefined || ranks.indexOf(setting) >= ranks.indexOf(own)) return [];
    const hidden = found.filter((one) => one.code === code).length;
    return [{ code: 'severity-loosened', facts: { code, setting, own, hidden }, ...where }];
  });
}

/** From the quietest up. */
const ranks: readonly (Setting | Severity)[] = ['off', 'note', 'warning', 'error'];

/** The findings with the severities that were set; those that are off are gone. */
export function applySeverities(diagnostics: readonly Diagnostic[], set: Settings): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const setting = Object.hasOwn(set, diagnostic.code) ? set[diagnostic.code] : undefined;
    if (setting === undefined) return [diagnostic];
    return setting === 'off' ? [] : [{ ...diagnostic, severity: setting }];
  });
}
