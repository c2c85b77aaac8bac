import { personPath } from '../../../shared/catalogue/derive/paths.ts'
import { textAt } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../shared/catalogue/field.ts'
import { type CompanyName, splitCompanyName } from '../../../shared/domain/company-name.ts'
import { checkRegistrationNo, normaliseRegistrationNo } from '../../../shared/domain/credit-code.ts'
import { contactMarks, customerMarks, isMarked, type MarkKind } from '../../../shared/domain/look-alike.ts'
import { foldedName } from '../../../shared/domain/names.ts'
import { nameReadings } from './pinyin.ts'
import { remembering } from './remember.ts'
import { simplified } from './simplified.ts'

/** A mark as it is stored: what red flags look at, and what duplicates are looked for by (rules 3, 8). */
export interface StoredMark {
  readonly kind: MarkKind | 'name' | 'core' | 'sound' | 'nearCore' | 'registration' | 'organisation' | 'principal'
  readonly mark: string
}

/** A firm's name taken apart, with every way in which its 字号 is read. */
export interface SpokenName extends CompanyName {
  readonly readings: readonly string[]
}

const identityPaths: readonly Path[] = [
  'customer.name',
  'customer.businessRegNo',
  'customer.taxNo',
  'customer.bankAccountNo',
]

/** Whether a box has a part in what customers are compared by. */
export function isCompared(path: Path): boolean {
  return isMarked(path) || identityPaths.includes(path)
}

/** Whether a box can make a customer certainly the same as another one, so that a change of it is checked (rules 8). */
export function isIdentity(path: Path): boolean {
  return identityPaths.includes(path)
}

/** Takes a name apart without its readings, which takes longest. */
export const companyParts = remembering(name => splitCompanyName(simplified(name)))

/** Takes a name apart, whatever characters it is written in (rules 8). */
export function spokenName(name: string): SpokenName {
  const parts = companyParts(name)
  return { ...parts, readings: parts.core === '' ? [] : nameReadings(parts.core).pinyin }
}

/** Those of the keys that make two customers the same for certain; much quicker, as no reading is needed. */
export function identifyingKeys(values: Values): StoredMark[] {
  const { core, whole } = companyParts(textAt(values, 'customer.name'))
  const account = contactMarks({ bankAccountNo: textAt(values, 'customer.bankAccountNo') })
  return [...account, ...identityKeys(values), ...(core === '' ? [] : [{ kind: 'name', mark: whole } as const])]
}

/**
 * Everything by which a customer can turn out to be another one, so that nobody has to be compared with everybody (rules 8); 曾用名
 * count as names (rules 17).
 */
export function duplicateKeys(values: Values, formerNames: readonly string[] = []): StoredMark[] {
  const name = spokenName(textAt(values, 'customer.name'))
  const past = formerNames.flatMap(former => nameKeys(spokenName(former)))
  const own = [...customerMarks(values), ...identityKeys(values), ...nameKeys(name), ...principalKeys(values, name)]
  const known = new Set(own.map(keyText))
  return [...own, ...past.filter(key => !known.has(keyText(key)) && known.add(keyText(key)))]
}

const keyText = ({ kind, mark }: StoredMark) => `${kind} ${mark}`

function nameKeys(name: SpokenName): StoredMark[] {
  if (name.core === '') return []
  const place = name.region.at(-1) ?? ''
  const characters = Array.from(name.core)
  const nearly = characters
    .map((_, left) => characters.filter((_character, index) => index !== left).join(''))
    .filter(text => text !== '')
  return [
    { kind: 'name', mark: name.whole },
    { kind: 'core', mark: name.core },
    ...unique(name.readings.slice(0, mostReadings)).map(mark => ({ kind: 'sound', mark }) as const),
    ...unique(nearly).map(text => ({ kind: 'nearCore', mark: `${text} ${place}` }) as const),
  ]
}

// A 字号 with more polyphones is too rare to be worth the room.
const mostReadings = 4

/**
 * The registration number, and the organisation code that is in a 统一社会信用代码 or in a tax number of 15 characters (rules 7). The
 * longer tax numbers of persons have no code of an organisation in them.
 */
function identityKeys(values: Values): StoredMark[] {
  const registered = checkRegistrationNo(textAt(values, 'customer.businessRegNo'))
  const taxNo = normaliseRegistrationNo(textAt(values, 'customer.taxNo'))
  const taxed = checkRegistrationNo(taxNo)
  const organisations = [
    registered.kind === 'creditCode' ? registered.number.slice(8, 17) : '',
    taxed.kind === 'creditCode'
      ? taxed.number.slice(8, 17)
      : /^\d{6}[0-9A-Z]{8}[0-9X]$/.test(taxNo)
        ? taxNo.slice(6)
        : '',
  ]
  const isNumber = /^[0-9A-Z]{9,18}$/.test(registered.number)
  return [
    ...(isNumber ? [{ kind: 'registration', mark: registered.number } as const] : []),
    ...unique(organisations.filter(Boolean)).map(mark => ({ kind: 'organisation', mark }) as const),
  ]
}

/** Namesakes are many; in one place they are few. */
function principalKeys(values: Values, { region }: SpokenName): StoredMark[] {
  const principal = foldedName(simplified(textAt(values, personPath('principal', 1, 'name'))))
  const place = region.at(-1)
  return principal === '' || place === undefined ? [] : [{ kind: 'principal', mark: `${principal} ${place}` }]
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
