import { completeness } from '../../shared/catalogue/derive/completeness.ts'
import { labelOf } from '../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import { typedCustomer } from '../backend/company.ts'
import { expect, test } from './fixtures.ts'
import * as approvals from './steps/approvals.ts'
import { barriers } from './steps/axe.ts'
import { addAccount, agreeToProposals, arrive, proposePost, turnTo } from './steps/company.ts'
import { choose, fill, send, settle } from './steps/dialogs.ts'
import { typeForm } from './steps/form.ts'
import { boxInHand } from './steps/keyboard.ts'
import { box, saveByKey, typeInto } from './steps/open.ts'
import { keepPicture } from './steps/pictures.ts'
import { goToRoute, setUpCompany, switchTo } from './steps/sign-in.ts'

const [filler, verifier, accountant] = ['孙磊', '郑凯', '钱芳']
const [officeHead, salesManager, marketingVp, generalManager] = ['周敏', '陈卫东', '王五', '吴建国']
const delegate = '李四'

/** What the gates ask for and no more: nothing delicate, nothing that may be left out. */
const customer: Values = (() => {
  const all = typedCustomer({ 'credit.requestedLimit': 8_000_000, 'credit.salesOpinion': '从未逾期,建议 8 万元。' })
  const asked = new Set([...completeness({}, 'KH001').missing, ...completeness({}, 'KH002').missing])
  const isNeeded = (path: string) =>
    asked.has(path) ||
    boxAt(path)?.field.otherOf !== undefined ||
    /^people\.(principal|influencer)\.1\.(name|phone)$/.test(path)
  return Object.fromEntries(Object.entries(all).filter(([path]) => isNeeded(path)))
})()

const number = 'KH002-0001-01'
const daysOn = 100
const validDays = 90 // days, fewer than the three months that a first limit holds

test('a company applies, returns, reworks, signs in the program and by packets, releases, raises, lets expire and reviews', async ({
  app,
}) => {
  test.setTimeout(15 * 60_000)
  let { page } = app
  const see = async (screen: string) => {
    await keepPicture(page, app.kind, `company-${screen}`)
    // The same page in both hosts is looked at in one.
    if (app.kind === 'browser') expect.soft(await barriers(page), screen).toEqual([])
  }
  const limit = () => page.locator('.limit-line')

  await test.step('the administrator adds the people and proposes the posts, the general manager decides', async () => {
    await setUpCompany(page, '示例商贸公司')
    await turnTo(page, 'accounts')
    await addAccount(page, filler, '填表人')
    await addAccount(page, verifier, '核实人')
    await addAccount(page, accountant, '财务')
    for (const name of [officeHead, salesManager, marketingVp, generalManager, delegate])
      await addAccount(page, name, '审计')
    await proposePost(page, generalManager, '总经理')
    await expect(page.getByText(/^公司还没有任何人任岗位，这项提议已立即生效/)).toBeVisible()
    await proposePost(page, officeHead, '办事处主任')
    await proposePost(page, salesManager, '销售经理')
    await proposePost(page, marketingVp, '营销副总')
    await see('posts-proposed')
    await arrive(page, generalManager)
    await turnTo(page, 'accounts')
    await agreeToProposals(page, 3)
  })

  await test.step('the filler types a customer and asks for 80,000, but nobody has verified anything', async () => {
    await arrive(page, filler)
    await goToRoute(page, '/customers')
    await page.getByRole('button', { name: '录入第一个客户' }).click()
    await expect.poll(() => boxInHand(page)).toBe('customer.name')
    await typeForm(page, customer)
    await saveByKey(page)
    await approvals.turnToTab(page, 'kh002')
    await box(page, 'customer.name').focus()
    await typeForm(page, customer)
    await saveByKey(page)
    await approvals.turnToTab(page, 'approvals')
    await page.getByRole('button', { name: '申请额度', exact: true }).click()
    await expect(page.getByRole('dialog').getByText(/^核实还没有完成/)).toBeVisible()
    await see('gates-closed')
    await settle(page, '取消')
  })

  await test.step('the verifier adds papers and records what was found', async () => {
    await arrive(page, verifier)
    await approvals.turnToTab(page, 'papers')
    await approvals.addPaper(page, '执照', '营业执照')
    await approvals.record(page, '营业执照与统一社会信用代码', {
      choices: ['营业执照'],
      texts: {
        执照上的名称: String(customer['customer.name']),
        统一社会信用代码: String(customer['customer.businessRegNo']),
        法定代表人或经营者: String(customer['people.principal.1.name']),
      },
      paper: '执照.pdf',
    })
    await approvals.record(page, '公示系统查询', { choices: ['正常经营'] })
    await approvals.record(page, '回访独立电话', {
      choices: ['114 查号', '是'],
      texts: { 回访电话: '0571-87654321', 接听人: '前台' },
    })
    await see('verified')
  })

  await test.step('submitted, signed by the office head, returned by the sales manager', async () => {
    await switchTo(page, filler)
    await approvals.turnToTab(page, 'kh002')
    await page.getByRole('button', { name: '提交审批' }).first().click()
    await approvals.submit(page)
    await arrive(page, officeHead)
    await approvals.openWaiting(page)
    await see('office-head')
    await approvals.decide(page, '同意')
    await arrive(page, salesManager)
    await approvals.openWaiting(page)
    await approvals.decide(page, '退回', '请写明客户今年的销售情况。')
  })

  await test.step('reworked and submitted again; both lower levels sign what has changed', async () => {
    await switchTo(page, filler)
    await approvals.openWaiting(page, '申请退回给您修改')
    await page.getByRole('link', { name: '修改申请' }).click()
    await approvals.turnToTab(page, 'kh002')
    await expect(page.getByText(/已退回，陈卫东：请写明客户今年的销售情况。/)).toBeVisible()
    await typeInto(page, 'credit.salesOpinion', '今年月均销售 12 万元,从未逾期,建议 8 万元。')
    await saveByKey(page)
    await page.getByRole('button', { name: '提交审批' }).first().click()
    await approvals.submit(page)
    await switchTo(page, officeHead)
    await approvals.openWaiting(page)
    await expect(page.getByText('与上一版相比')).toBeVisible()
    await see('reworked')
    await approvals.decide(page, '同意', '已补充，同意。')
    await switchTo(page, salesManager)
    await approvals.openWaiting(page)
    await approvals.decide(page, '同意')
  })

  await test.step('the two upper levels sign packets in LibreOffice, each confirmed by a second person', async () => {
    const today = await approvals.dayFromNow(page)
    const validTo = await approvals.dayFromNow(page, validDays)
    const exportPacket = () => app.exportFile(() => page.getByRole('button', { name: '导出审批传递单' }).click())
    await arrive(page, accountant)
    await approvals.openApplication(page, number)
    const signature = { decision: '同意', signedOn: today }
    const first = approvals.fillPacket(await exportPacket(), 'marketingVp', false, {
      ...signature,
      signature: marketingVp,
    })
    await approvals.importPacket(page, first, marketingVp)
    await see('packet-imported')
    await approvals.closeDialog(page)
    await switchTo(page, verifier)
    await approvals.confirmPacket(page)
    await approvals.openApplication(page, number)
    const terms = { ...signature, signature: generalManager, grade: 'A', validTo }
    const second = approvals.fillPacket(await exportPacket(), 'generalManager', true, terms)
    await approvals.importPacket(page, second, generalManager)
    await approvals.closeDialog(page)
    await switchTo(page, accountant)
    await approvals.confirmPacket(page)
    await approvals.openApplication(page, number)
    await expect(page.getByRole('list', { name: '审批步骤' })).toContainText('吴建国')
    await see('approved')
  })

  await test.step('the limit is in force in steps, the card shows four signatures, the accountant releases it', async () => {
    await switchTo(page, accountant)
    await approvals.turnToTab(page, 'kh002')
    await expect(limit()).toContainText('已批 80,000.00 / 现可用 20,000.00')
    const signed = {
      officeHead: '周敏 甲',
      salesManager: '陈卫东 甲',
      marketingVp: '王五 丙',
      generalManager: '吴建国 丙',
    }
    for (const [post, words] of Object.entries(signed))
      await expect(page.getByLabel(labelOf(`approvals.${post}.signature`, 'zh-CN'))).toHaveText(words)
    await see('signed-card')
    await approvals.turnToTab(page, 'approvals')
    await page.getByRole('button', { name: '首单已收款' }).click()
    await fill(page, { 发票号: '03318821' })
    await see('release')
    await settle(page, '首单已收款')
    await expect(page.getByText('已放开全部额度。')).toBeVisible()
    await expect(limit()).toContainText('现行额度 80,000.00')
  })

  await test.step('a temporary increase is signed by a delegate in the stead of the marketing vice president', async () => {
    await arrive(page, marketingVp)
    await turnTo(page, 'delegations')
    await page.getByRole('button', { name: '请人代理' }).click()
    await choose(page, '代理人', delegate)
    await settle(page, '保存')
    await expect(page.getByRole('row', { name: delegate })).toContainText('代理中')
    await switchTo(page, filler)
    await approvals.turnToTab(page, 'approvals')
    await page.getByRole('button', { name: '临时额度' }).click()
    const until = await approvals.dayFromNow(page, 30)
    await fill(page, { '临时额度（元）': '1万', 结束日: until, 理由: '节前备货，需多进一批' })
    await fill(page, { '第 1 笔还款日': until, '第 1 笔金额（元）': '1万' })
    await see('temporary')
    await send(page, '下一步')
    await approvals.submit(page)
    for (const name of [officeHead, salesManager]) {
      await switchTo(page, name)
      await approvals.openWaiting(page)
      await approvals.decide(page, '同意')
    }
    await arrive(page, delegate)
    await approvals.openWaiting(page)
    await expect(page.getByText('代 王五 签批')).toBeVisible()
    await see('delegate')
    await approvals.decide(page, '同意')
    await switchTo(page, generalManager)
    await approvals.openWaiting(page)
    await expect(page.getByRole('list', { name: '审批步骤' })).toContainText('李四 代 王五')
    await approvals.decide(page, '同意')
    await approvals.turnToTab(page, 'approvals')
    await expect(page.getByText(/今日合计可用 90,000.00 元，人民币玖万元整/)).toBeVisible()
    await see('temporary-in-force')
  })

  await test.step('after its last day the limit is nothing; the review confirms every answer and is approved', async () => {
    page = await app.restart(daysOn)
    await switchTo(page, filler)
    await expect(page.getByRole('navigation').getByText('今日')).toBeVisible()
    await approvals.turnToTab(page, 'approvals')
    await expect(limit()).toContainText('额度已到期，原 80,000.00 元')
    await expect(page.getByText('到期后可用额度为零，请复审。')).toBeVisible()
    await see('expired')
    await page.getByRole('button', { name: '复审' }).click()
    await approvals.confirmAnswers(page, () => see('review'))
    await typeInto(page, 'credit.requestedLimit', '9万')
    await saveByKey(page)
    await page.getByRole('button', { name: '提交审批' }).first().click()
    await expect(page.getByRole('dialog').getByText(/^核实还没有完成：公示系统查询。/)).toBeVisible()
    await settle(page, '取消')
    await switchTo(page, verifier)
    await approvals.turnToTab(page, 'papers')
    await approvals.record(page, '公示系统查询', { choices: ['正常经营'] })
    await switchTo(page, filler)
    await approvals.turnToTab(page, 'kh002')
    await page.getByRole('button', { name: '提交审批' }).first().click()
    await approvals.submit(page)
    for (const name of [officeHead, salesManager, marketingVp, generalManager]) {
      await switchTo(page, name)
      await approvals.openWaiting(page)
      await approvals.decide(page, '同意')
    }
    await approvals.turnToTab(page, 'approvals')
    await expect(limit()).toContainText('现行额度 90,000.00')
    await see('reviewed')
  })
})
