import { describe, expect, test } from 'vitest'
import { boxAccess } from '../../renderer/features/file/box-access.ts'
import { forms } from '../../shared/catalogue/layout/forms.ts'
import { placeForm } from '../../shared/catalogue/layout/place.ts'
import { rightsOf } from '../../shared/domain/roles.ts'

const filler = [...rightsOf(['filler'])]
const boxes = [
  ...new Set(
    [forms.KH001, forms.KH002].flatMap(layout =>
      placeForm(layout, { values: {} }).cells.flatMap(({ cell }) => (cell.kind === 'box' ? cell.paths : [])),
    ),
  ),
]

describe('which boxes of a file can be written', () => {
  test('are all of them for whoever fills in cards', () => {
    const { isReadOnly, isHidden } = boxAccess({ isClosed: false, isFrozen: false, rights: filler })
    expect(boxes.length).toBeGreaterThan(100)
    expect(boxes.filter(isReadOnly)).toEqual([])
    expect(boxes.filter(isHidden)).toEqual([])
  })

  test('are the facts of KH001 alone while KH002 is in the chain or decided', () => {
    const { isReadOnly } = boxAccess({ isClosed: false, isFrozen: true, rights: filler })
    expect(isReadOnly('credit.requestedLimit')).toBe(true)
    expect(isReadOnly('approvals.officeHead.signature')).toBe(true)
    // KH002 draws these, too, and they are facts about the customer.
    for (const path of ['customer.name', 'people.principal.1.homePhone', 'productLines.1.line'])
      expect([path, isReadOnly(path)]).toEqual([path, false])
  })

  test('are none of an archived customer', () => {
    const { isReadOnly } = boxAccess({ isClosed: true, isFrozen: false, rights: filler })
    expect(boxes.filter(path => !isReadOnly(path))).toEqual([])
  })

  test('are none for whoever only signs, who still sees every one of them', () => {
    const { isReadOnly, isHidden } = boxAccess({
      isClosed: false,
      isFrozen: false,
      rights: [...rightsOf(['officeHead'])],
    })
    expect(boxes.filter(path => !isReadOnly(path))).toEqual([])
    expect(boxes.filter(isHidden)).toEqual([])
  })

  test('are hidden by section: the accountant sees no delicate box, the administrator the basic facts alone', () => {
    const accountant = boxAccess({ isClosed: false, isFrozen: false, rights: [...rightsOf(['accountant'])] })
    expect(accountant.isHidden('people.principal.1.homePhone')).toBe(true)
    expect(accountant.isHidden('customer.bankAccountNo')).toBe(false)
    const administrator = boxAccess({ isClosed: false, isFrozen: false, rights: [...rightsOf(['administrator'])] })
    expect(administrator.isHidden('customer.name')).toBe(false)
    for (const path of ['credit.requestedLimit', 'customer.bankAccountNo', 'people.principal.1.homePhone'])
      expect([path, administrator.isHidden(path)]).toEqual([path, true])
  })
})
