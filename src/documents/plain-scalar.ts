/**
 * A plain YAML scalar that readers take for different things (`010`, `yes`, `1e3`). No schema accepts it, so that it is
 * reported where it stands instead of being guessed at.
 */
export class AmbiguousScalar {
  readonly text: string;
  /** What some reader makes of it. */
  readonly readAs: string;
  constructor(text: string, readAs: string) {
    this.text = text;
    this.readAs = readAs;
  }
}

const integer = /^-?(?:0|[1-9][0-9]*)$/;
const decimal = /^-?(?:0|[1-9][0-9]*)\.[0-9]+$/;
const zeroLed = /^[-+]?0[0-9_]+$/;
const otherBase = /^[-+]?0[xob][0-9a-fA-F_]+$/;
const exponent = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/;
const oddNumber = /^(?:\+[0-9]+(?:\.[0-9]*)?|[-+]?\.[0-9]+|-?[0-9]+\.)$/;
const special = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const sexagesimal = /^[-+]?[1-9][0-9]*(?::[0-5]?[0-9])+$/;
const oldBoolean = /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|y|Y|n|N)$/;

/** The value of an unquoted YAML scalar, read as YAML 1.2 does where all readers agree. */
export function readPlainScalar(text: string): string | number | boolean | null | AmbiguousScalar {
  if (text === '' || text === '~' || text === 'null' || text === 'Null' || text === 'NULL') return null;
  if (text === 'true' || text === 'True' || text === 'TRUE') return true;
  if (text === 'false' || text === 'False' || text === 'FALSE') return false;
  // Most scalars are words: their first character decides.
  const first = text.charCodeAt(0);
  const mayBeNumber = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (!mayBeNumber) return oldBoolean.test(text) ? ambiguousBoolean(text) : text;
  if (integer.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : new AmbiguousScalar(text, `the number ${value}, with digits lost`);
  }
  if (decimal.test(text)) return Number(text);
  if (zeroLed.test(text)) return new AmbiguousScalar(text, 'a number, octal to some readers and decimal to others');
  if (otherBase.test(text)) return new AmbiguousScalar(text, `the number ${Number(text.replace(/_/g, ''))}`);
  if (exponent.test(text)) return new AmbiguousScalar(text, `the number ${Number(text)}`);
  if (oddNumber.test(text)) return new AmbiguousScalar(text, `the number ${Number(text)}`);
  if (special.test(text)) return new AmbiguousScalar(text, 'a special number');
  if (sexagesimal.test(text)) return new AmbiguousScalar(text, 'a number in base 60, to older readers');
  return text;
}

function ambiguousBoolean(text: string): AmbiguousScalar {
  return new AmbiguousScalar(text, `${/^[yYoO][^fF]*$/.test(text) ? 'true' : 'false'}, to older readers`);
}
