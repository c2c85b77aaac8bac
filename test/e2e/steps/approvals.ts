import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Post } from '../../../shared/domain/roles.ts'
import { fillIn, type Filling, inLibreOffice } from '../../excel/packet-steps.ts'
import { choose, fill, send } from './dialogs.ts'
import { goToRoute, specPassword } from './sign-in.ts'

/** The only customer of the story. */
const file = '/customers/1'

/** Turns to a tab of the customer file. */
export async function turnToTab(page: Page, tab: 'kh001' | 'kh002' | 'approvals' | 'papers'): Promise<void> {
  await goToRoute(page, `${file}/${tab}`)
  await page.locator(tab.startsWith('kh') ? '.paper' : '.sections').waitFor()
}

/** An ISO day so many days from the program's today. */
export function dayFromNow(page: Page, days = 0): Promise<string> {
  return page.evaluate(later => {
    const day = new Date()
    day.setDate(day.getDate() + later)
    return day.toLocaleDateString('sv-SE') // writes days as ISO does
  }, days)
}

/** A paper as a scanner makes it. */
const scanOf = (name: string) => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n${name}\n%%EOF\n`),
})

/** Adds a scanned paper to the customer file. */
export async function addPaper(page: Page, name: string, kind: string): Promise<void> {
  await page.getByLabel('添加附件').setInputFiles(scanOf(name))
  await choose(page, `${name}.pdf 的种类`, kind)
  await send(page, '添加附件')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

interface Finding {
  readonly texts?: Readonly<Record<string, string>>
  readonly choices?: readonly string[]
  readonly paper?: string
}

/** Records what was found out about one item of verification. */
export async function record(page: Page, item: string, { texts = {}, choices = [], paper }: Finding): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`核实 ${item}$`) }).click()
  const dialog = page.getByRole('dialog')
  for (const choice of choices) await dialog.getByRole('radio', { name: choice, exact: true }).check()
  await fill(page, texts)
  if (paper) await dialog.getByRole('checkbox', { name: paper }).check()
  await send(page, '记录核实')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row', { name: item })).toContainText('已核实')
}

/** Submits from the last look, which names nothing that stands in the way. */
export async function submit(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').getByText('可以提交。')).toBeVisible()
  await send(page, '提交')
  await expect(page.getByText(/已提交，等待.*签批。/)).toBeVisible()
}

/** Opens what waits for one's signature, from 今日. */
export async function openWaiting(page: Page, kind = '申请等您签批'): Promise<void> {
  await goToRoute(page, '/')
  await page.getByRole('button', { name: kind }).click()
  await page.getByRole('region', { name: kind }).getByRole('link').first().click()
  await page.getByRole('list', { name: '审批步骤' }).waitFor()
}

/** Opens an application by its number, from the list of all. */
export async function openApplication(page: Page, number: string): Promise<void> {
  await goToRoute(page, '/approvals')
  await page.getByText('全部', { exact: true }).click()
  await page.getByRole('gridcell', { name: number, exact: true }).dblclick()
  await page.getByRole('heading', { name: number }).waitFor()
}

/** Ticks 已阅 at every flag and signs as one decides. */
export async function decide(page: Page, decision: '同意' | '退回', comment = ''): Promise<void> {
  const flags = page.getByRole('checkbox', { name: /^已阅/ })
  for (const flag of await flags.all()) await flag.check()
  await page.getByRole('radio', { name: decision, exact: true }).check()
  if (comment) await page.getByLabel(/^意见/).fill(comment)
  await page.getByLabel(/^登录密码/).fill(specPassword)
  await page.getByRole('button', { name: '签批', exact: true }).click()
  await expect(page.getByLabel(/^登录密码/)).toHaveCount(0)
}

/** Fills in the open cells of a packet in LibreOffice; answers the file that comes back. */
export function fillPacket(packet: string, post: Post, isLastStep: boolean, filling: Filling): string {
  const filled = join(dirname(packet), `${post}.xlsx`)
  inLibreOffice([{ from: packet, to: filled, steps: fillIn({ language: 'zh-CN', post, isLastStep }, filling) }])
  return filled
}

/** Takes in a packet that came back, with a scan of the signed sheet. */
export async function importPacket(page: Page, packet: string, says: string): Promise<void> {
  await goToRoute(page, '/approvals')
  await page.getByRole('button', { name: '导入审批传递单' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('选择文件…').setInputFiles(packet)
  await expect(dialog.getByRole('region', { name: '传递单上写着' })).toContainText(says)
  await dialog.getByLabel('选择扫描件…').setInputFiles(scanOf(`${says}签字`))
  await dialog.getByRole('button', { name: '记录签批' }).click()
  await expect(dialog.getByText('已记录，等第二个人核对签字后生效。')).toBeVisible()
}

/** Closes a dialog that has said its last word. */
export async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Somebody else compares the sheet with its scan, found on 今日, and confirms. */
export async function confirmPacket(page: Page): Promise<void> {
  await goToRoute(page, '/')
  await page.getByRole('button', { name: '审批传递单等您核对确认' }).click()
  await page.getByRole('region', { name: '审批传递单等您核对确认' }).getByRole('link').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('登录密码').fill(specPassword)
  await dialog.getByRole('button', { name: '核对无误，确认' }).click()
  await expect(page.getByText('已确认，签批生效。')).toBeVisible()
}

/** Confirms with the keyboard alone every answer that a review took over from the last card. */
export async function confirmAnswers(page: Page, onFirst: () => Promise<void>): Promise<void> {
  const left = page.getByText(/^还有 \d+ 项沿用上次/)
  await expect(left).toBeVisible()
  await onFirst()
  for (let tries = 0; tries < 100 && (await left.count()) > 0; tries += 1) {
    await page.keyboard.press('F8')
    await page.keyboard.press('ControlOrMeta+Enter')
  }
  await expect(left).toHaveCount(0)
}
