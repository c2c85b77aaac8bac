import { homedir } from 'node:os'
import path from 'node:path'
import { app, session } from 'electron'
import type { Outcome } from '../../shared/contract/errors.ts'
import type { HostCalls } from '../../shared/contract/host-calls.ts'
import { createClosing } from './closing.ts'
import { forkBackend } from './data-process.ts'
import { refuseDebugger } from './debugging.ts'
import { openGateway } from './gateway.ts'
import { openLog } from './log.ts'
import { keepOpenedFiles, workbookIn } from './opened-files.ts'
import { showMenu, windowTexts } from './menu.ts'
import { lockNavigation, lockSession } from './permissions.ts'
import { openPreferences } from './preferences.ts'
import { releaseSource } from './release-source.ts'
import { registerPageScheme, servePage } from './protocol.ts'
import { dropUnplaced } from './place-file.ts'
import { readStart, type StartOptions } from './start-options.ts'
import { createSupervisor } from './supervisor.ts'
import { createUpdates } from './updates.ts'
import { openWindow, showWindow, tellWindow, watchPages } from './window.ts'

const options = readStart(process.argv, { platform: process.platform, env: process.env, home: homedir() })
refuseDebugger()
app.setPath('userData', options.windowDir)
app.enableSandbox()
registerPageScheme()
lockNavigation()
const openedFiles = keepOpenedFiles(() => tellWindow('file-opened'))
openedFiles.open(workbookIn(process.argv.slice(1), process.cwd()))
// macOS names the file in an event, which may come before everything else.
app.on('open-file', (event, file) => {
  event.preventDefault()
  openedFiles.open(workbookIn([file], '/'))
})
// The program that runs already for this data folder comes to the front instead.
if (app.requestSingleInstanceLock()) void app.whenReady().then(() => run(options))
else app.quit()

function run(start: StartOptions) {
  const log = openLog(start.windowDir)
  const preferences = openPreferences(start.windowDir)
  const language = () => preferences.get('language') ?? 'zh-CN'
  const newWindow = () => openWindow(preferences)

  lockSession(session.defaultSession)
  servePage(path.join(__dirname, 'renderer'))
  watchPages(() => windowTexts[language()], log.failed)
  const closing = createClosing()
  app.on('browser-window-created', (_event, window) => closing.watch(window))
  const menu = { openWindow: newWindow, showHelp: () => tellWindow('help-wanted') }
  newWindow()
  showMenu(language(), menu)

  const updates = createUpdates({
    ...releaseSource(),
    version: app.getVersion(),
    memory: preferences,
    now: () => Date.now(),
  })
  void updates.checkAtStart().then(newer => newer !== null && tellWindow('update-found'))

  const exportedTo = preferences.get('folder')
  // A folder that is gone or closed to us is looked at again when the program starts the next time.
  if (exportedTo !== undefined) void dropUnplaced(exportedTo, new Date()).catch(() => log.failed('folder-not-swept'))

  const supervisor = createSupervisor(forkBackend(start), log.failed)
  const offerFile = async (file: string) =>
    (await supervisor.call('host.offerFile', { file })) as Outcome<HostCalls['host.offerFile']['value']>
  openGateway({
    supervisor,
    state: { preferences, dataDir: start.dataDir, openedFiles, offerFile, updates, closing },
    log,
    texts: () => windowTexts[language()],
    onStatus(status) {
      if (status.language === language()) return
      preferences.set('language', status.language)
      showMenu(status.language, menu)
    },
  })

  const isLeaving = closeFirst(() => supervisor.close())
  app.on('second-instance', (_event, argv, folder) => {
    // Its window is gone and it only takes its last backup: whoever starts it now gets another one when it has ended.
    if (isLeaving()) return app.relaunch({ args: argv.slice(1) })
    showWindow(preferences)
    openedFiles.open(workbookIn(argv.slice(1), folder))
  })
  app.on('window-all-closed', () => app.quit())
}

/** Holds the end of the program back until the database is closed; answers what tells whether that has begun. */
function closeFirst(close: () => Promise<void>): () => boolean {
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('will-quit', event => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void close().finally(() => {
      state = 'closed'
      app.quit()
    })
  })
  return () => state !== 'open'
}
