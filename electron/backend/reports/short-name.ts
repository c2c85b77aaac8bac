const legalForms = /(股份|有限)?(责任|責任)?(有限)?公司$/

/** A company's name without its legal form, which every name has and which uses up a tab. */
export function shortName(name: string): string {
  return name.trim().replace(legalForms, '') || name.trim()
}
