import Database from 'better-sqlite3'
import { expect, type Page } from '@playwright/test'
import { databaseFile } from '../../../electron/backend/database/data-folder.ts'

interface Running {
  readonly page: Page
  readonly dataDir: string
}

/** Waits until what was typed last is kept: on a slow machine, what the window says may be about the draft of half a word. */
export async function keptInDraft({ page, dataDir }: Running, text: string): Promise<void> {
  await expect(page.getByText(/^草稿已存/)).toBeVisible()
  await expect.poll(() => draftsIn(dataDir)).toContain(text)
}

function draftsIn(dataDir: string): string {
  const db = new Database(databaseFile(dataDir), { readonly: true })
  const cells = db.prepare('SELECT cells FROM drafts').pluck().all()
  db.close()
  return cells.join('\n')
}
