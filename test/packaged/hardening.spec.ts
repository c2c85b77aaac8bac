import type { Page } from '@playwright/test'
import type { Bridge } from '../../shared/contract/window.ts'
import { expect, type RunningApp, test } from '../e2e/fixtures.ts'

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
    'subscribe',
  ])
  expect(await second.evaluate(() => 'require' in window || 'process' in window)).toBe(false)
  expect(await windowPreferences(app)).toEqual([pinned, pinned])
})

// Those that Electron tells of a window; test/security/window-options.test.ts holds all that are asked for.
const pinned = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
}

/** What the windows were made with, as Electron itself holds it. */
function windowPreferences(app: RunningApp): Promise<object[]> {
  return app.main().evaluate(({ BrowserWindow }, names) => {
    return BrowserWindow.getAllWindows().map(window => {
      // The one way to read them back; it is not among Electron's types.
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      const all: Record<string, unknown> = { experimentalFeatures: false, enableBlinkFeatures: '' }
      Object.assign(all, contents.getLastWebPreferences())
      return Object.fromEntries(names.map(name => [name, all[name]]))
    })
  }, Object.keys(pinned))
}

test('the gateway answers the top frame of our own page, and no other page that holds our bridge', async ({ app }) => {
  const asked = await app.main().evaluate(async ({ app: program, BrowserWindow, session }) => {
    type Asking = { kehu: { invoke(name: string, input: object): Promise<{ ok: boolean; error?: { code: string } }> } }
    const ask = `kehu.invoke('app.status', {}).then(answer => answer.ok ? 'answered' : answer.error.code)`
    const preload = `${program.getAppPath()}/preload.cjs`
    const open = async (address: string, partition: string) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, partition, contextIsolation: true, sandbox: true, nodeIntegrationInSubFrames: true },
      })
      await window.loadURL(address)
      const [inner] = window.webContents.mainFrame.frames
      const answers = {
        top: (await window.webContents.executeJavaScript(ask)) as string,
        inner: inner && ((await inner.executeJavaScript(ask)) as string),
      }
      window.destroy()
      return answers satisfies Record<string, string | undefined> & Partial<Asking>
    }
    // In a session of its own, our address serves a page without our policy, which frames our address again.
    session.fromPartition('framing').protocol.handle('app', ({ url }) => {
      const page =
        url.endsWith('#inner') || url.endsWith('html') ? 'inner' : '<iframe src="app://kehu/index.html"></iframe>'
      return new Response(page, { headers: { 'content-type': 'text/html' } })
    })
    return {
      ours: await open('app://kehu/', 'framing'),
      data: await open('data:text/html,<p>foreign</p>', 'foreign'),
      blank: await open('about:blank', 'foreign'),
    }
  })
  expect(asked).toEqual({
    ours: { top: 'answered', inner: 'unknown-call' },
    data: { top: 'unknown-call', inner: undefined },
    blank: { top: 'unknown-call', inner: undefined },
  })
})

test('the page is granted nothing, the gateway refuses what is in no contract, and the protocol serves nothing else', async ({
  app,
}) => {
  await test.step('the page is granted no permission', async () => {
    const states = await app.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
      ] as PermissionName[]
      return Promise.all(names.map(async name => (await navigator.permissions.query({ name })).state))
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
    expect(await app.page.evaluate(() => Notification.requestPermission())).toBe('denied')
  })

  await test.step('a webview stays an unknown element', async () => {
    const hasGuest = await app.page.evaluate(() => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'https://example.com/')
      document.body.append(view)
      return 'getWebContentsId' in view
    })
    expect(hasGuest).toBe(false)
  })

  await test.step('the gateway refuses what is in no contract', async () => {
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
    for (const input of [undefined, {}, { checks: 'yes' }, { checks: 1 }]) {
      expect(await invoke(app.page, 'window.chooseUpdates', input)).toMatchObject({ error: { code: 'invalid-input' } })
    }
    expect(await invoke(app.page, 'window.openReleasePage', { page: 'https://example.com/' })).toMatchObject({
      error: { code: 'not-found' },
    })
    const uploads = await app.page.evaluate(() => {
      const { kehu } = window as unknown as OurWindow
      const files = ['/etc/passwd', null, {}, new Uint8Array(3)] as unknown as ArrayBuffer[]
      return Promise.all(files.map(file => kehu.upload(file)))
    })
    for (const outcome of uploads) expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(await invoke(app.page, 'app.status', {})).toMatchObject({ ok: true })
  })

  await test.step('the protocol serves the page and nothing around it', async () => {
    const statuses = await app.page.evaluate(async () => {
      const paths = [
        '/../main.cjs',
        '/%2e%2e/main.cjs',
        '/..%2fmain.cjs',
        '/assets/../../preload.cjs',
        '/.stamp',
        '/main.cjs',
        '//x/y.js',
        '/%252e%252e/main.cjs',
        '/..%5c..%5cmain.cjs',
        '/index.html%2500.js',
        '/C:/windows/win.ini',
        '/etc/passwd',
        '/node_modules/better-sqlite3/package.json',
      ]
      const get = (path: string) => fetch(`app://kehu${path}`).then(answer => answer.status)
      const post = await fetch('app://kehu/index.html', { method: 'POST' })
      // Another host is another origin, which the policy of the page keeps it from.
      const elsewhere = await fetch('app://other/index.html').then(
        () => 'answered',
        () => 'blocked',
      )
      return {
        outside: await Promise.all(paths.map(get)),
        inside: await get('/index.html'),
        post: post.status,
        elsewhere,
      }
    })
    expect(new Set(statuses.outside)).toEqual(new Set([404]))
    expect(statuses).toMatchObject({ inside: 200, post: 404, elsewhere: 'blocked' })
  })
})
