import type { Right } from '../../../shared/domain/roles.ts'

/** The parts of the settings in their order. */
export const sections = [
  'general',
  'accounts',
  'matrix',
  'terms',
  'delegations',
  'boxes',
  'personal',
  'backup',
  'log',
] as const
export type Section = (typeof sections)[number]

/** Which rights show a part; any one of them is enough, and none is needed for what everybody may see. */
const shownBy: Readonly<Record<Section, readonly Right[]>> = {
  general: [],
  accounts: ['account.manage', 'policy.propose', 'approval.sign', 'audit.read'],
  matrix: ['approval.read', 'policy.propose'],
  terms: ['approval.read', 'policy.propose'],
  delegations: ['approval.read'],
  boxes: ['account.manage', 'basic.write'],
  personal: [],
  backup: [],
  log: ['audit.read'],
}

/** The parts that somebody with these rights gets to see; the backend judges every call by itself. */
export function sectionsFor(rights: readonly Right[]): readonly Section[] {
  return sections.filter(section => {
    const needed = shownBy[section]
    return needed.length === 0 || needed.some(right => rights.includes(right))
  })
}

/** The part that a route names, if the person may see it; else the first. */
export function sectionOf(text: string | undefined, shown: readonly Section[]): Section {
  return shown.find(section => section === text) ?? 'general'
}
