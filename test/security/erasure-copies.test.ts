import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { addPaper, companyAtWork, typedCustomer } from '../backend/company.ts'
import { deskPassword, temporaryFolder } from '../backend/desk.ts'
import { erase, identityCardOf } from './erasure-desk.ts'

const asked = { subject: 'people.principal.1', scope: 'all' } as const

test('an erased paper leaves the second place with the last copy that could name it, and others stay', async () => {
  const company = await companyAtWork()
  const { desk, signers } = company
  const { id: customerId } = await desk.create(typedCustomer())
  await addPaper(company, company.filler, customerId, 'licence')
  const place = temporaryFolder()
  const preview = () => signers.generalManager.ask('personal.erasurePreview', { customerId, ...asked })
  expect((await preview()).backups.elsewhere).toBe(false)
  await desk.ask('backups.setPassphrase', { password: deskPassword, passphrase: '西湖边的三棵柳树 2026' })
  await desk.ask('backups.setPlace', { password: deskPassword, place })
  const copied = async () => {
    const { file } = await desk.ask('backups.take', {})
    await desk.ask('backups.copy', {})
    return path.join(place, file.replace('.sqlite', '.kehubak'))
  }
  const papers = () =>
    readdirSync(path.join(place, 'attachments'), { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.kehubak'),
    )
  await copied()
  const others = papers()
  await identityCardOf(company, customerId)
  const naming = await copied()
  expect(papers()).toHaveLength(others.length + 1)
  // What a stick is given by other programs is nobody's paper.
  writeFileSync(path.join(place, 'attachments', '.DS_Store'), '')

  const before = await preview()
  expect(before.backups.elsewhere).toBe(true)
  await erase(company, customerId)
  await copied()
  await copied()
  expect(papers()).toHaveLength(others.length + 1)
  for (const name of readdirSync(place)) {
    const file = path.join(place, name)
    if (file <= naming && name.endsWith('.kehubak')) rmSync(file)
  }
  await copied()
  expect(papers()).toEqual(others)
})

test('a damaged database that lies beside the data is told before an erasure and goes with it', async () => {
  const company = await companyAtWork()
  const { desk, signers } = company
  const { id: customerId } = await desk.create(typedCustomer())
  const aside = ['.sqlite', '.sqlite-wal'].map(end => path.join(desk.dir, `kehu-damaged-1700000000000${end}`))
  for (const file of aside) writeFileSync(file, '沈国平')
  const { backups } = await signers.generalManager.ask('personal.erasurePreview', { customerId, ...asked })
  expect(backups.damaged).toBe(2)
  const erased = await erase(company, customerId)
  expect(erased).toMatchObject({ isCleared: true })
  expect(aside.filter(file => existsSync(file))).toEqual([])
})
