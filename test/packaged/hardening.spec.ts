import type { Page } from '@playwright/test'
import type { Bridge } from '../../shared/contract/window.ts'
import { expect, test } from '../e2e/fixtures.ts'

type OurWindow = Window & { kehu: Bridge }

const invoke = (page: Page, name: unknown, input: unknown) =>
  page.evaluate(([call, given]) => (window as unknown as OurWindow).kehu.invoke(call as string, given), [
    name,
    input,
  ] as const)

test.beforeEach(async ({ app }) => {
  await expect(app.page.locator('#root')).not.toBeEmpty()
})

test('the page stays where it is, and opens no window but its own', async ({ app }) => {
  const { page } = app
  const address = page.url()
  for (const foreign of [
    'https://example.com/',
    'file:///etc/passwd',
    'app://other/',
    'data:text/html,x',
    'javascript:1',
  ]) {
    expect(await page.evaluate(url => window.open(url) === null, foreign)).toBe(true)
    await page.evaluate(url => {
      location.href = url
    }, foreign)
  }
  await page.waitForTimeout(500)
  expect(page.url()).toBe(address)
  expect(page.context().pages()).toEqual([page])

  const opened = page.context().waitForEvent('page')
  await page.evaluate(() => void window.open('app://kehu/#/'))
  const second = await opened
  await expect(second.locator('#root')).not.toBeEmpty()
  expect(await second.evaluate(() => Object.keys((window as unknown as OurWindow).kehu))).toEqual([
    'platform',
    'invoke',
    'upload',
  ])
  expect(await second.evaluate(() => 'require' in window || 'process' in window)).toBe(false)
})

test('the page is granted no permission', async ({ app }) => {
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'] as PermissionName[]
    return Promise.all(names.map(async name => (await navigator.permissions.query({ name })).state))
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
  expect(await app.page.evaluate(() => Notification.requestPermission())).toBe('denied')
})

test('a webview stays an unknown element', async ({ app }) => {
  const hasGuest = await app.page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.com/')
    document.body.append(view)
    return 'getWebContentsId' in view
  })
  expect(hasGuest).toBe(false)
})

test('the gateway refuses what is in no contract', async ({ app }) => {
  const calls = [
    'host.close',
    'host.outboxFile',
    'toString',
    '__proto__',
    'constructor',
    '',
    7,
    null,
    ['app.status'],
    {},
  ]
  for (const name of calls) {
    expect(await invoke(app.page, name, {})).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
  }
  for (const input of [
    undefined,
    {},
    { suggestedName: 7 },
    { suggestedName: 'x.exe' },
    { suggestedName: `${'x'.repeat(300)}.pdf` },
  ]) {
    expect(await invoke(app.page, 'window.savePdf', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
  }
  expect(await invoke(app.page, 'app.status', {})).toMatchObject({ ok: true })
})

test('the protocol serves the page and nothing around it', async ({ app }) => {
  const statuses = await app.page.evaluate(async () => {
    const paths = [
      '/../main.cjs',
      '/%2e%2e/main.cjs',
      '/..%2fmain.cjs',
      '/assets/../../preload.cjs',
      '/.stamp',
      '/main.cjs',
      '//x/y.js',
    ]
    const get = (path: string) => fetch(`app://kehu${path}`).then(answer => answer.status)
    return { outside: await Promise.all(paths.map(get)), inside: await get('/index.html') }
  })
  expect(new Set(statuses.outside)).toEqual(new Set([404]))
  expect(statuses.inside).toBe(200)
})
