/** Whether there is time: CI tries with CAREERPATH_THOROUGH=1 what every run tries a part of. */
const thorough = process.env['CAREERPATH_THOROUGH'] === '1';

/** How often something is tried: as often as its law asks for in CI, so often in every run. */
export function tries(inCi: number, everyRun: number): number {
  return thorough ? inCi : everyRun;
}
