import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, type ElectronApplication, type Page } from '@playwright/test'
import { databaseFile } from '../../electron/backend/database/data-folder.ts'
import { databaseWith } from '../bench/data.ts'
import { browserHost, launchChromium } from './hosts/browser.ts'
import { openDesktop } from './hosts/desktop.ts'
import { electronHost } from './hosts/electron.ts'
import { type Host, type Places, unoptimised } from './hosts/host.ts'
import { giveToUser } from './hosts/ordinary-user.ts'
import { copySample } from './hosts/sample-folder.ts'
import { goToRoute, signInIfAsked } from './steps/sign-in.ts'

/** The kind of host that a project of the configuration runs the specs in. */
export interface HostOptions {
  readonly kind: 'browser' | 'electron'
}

/** The running program with a data folder of its own, whichever host it runs in. */
export interface RunningApp extends HostOptions {
  /** The window; another one after a restart. */
  readonly page: Page
  readonly dataDir: string
  /** Ends the program as a person does, if it runs, and starts it again on the same data, today or so many days later. */
  restart(daysLater?: number): Promise<Page>
  /** Ends the program without warning, as a power cut does; `restart` starts it again. */
  kill(): Promise<void>
  /** Does something that hands out a file, and gives the path of that file once it is complete. */
  exportFile(action: () => Promise<void>): Promise<string>
  /** The main process of the desktop program. Throws in browser mode, which has none. */
  main(): ElectronApplication
  /** Does something that asks for a file, and chooses this one. */
  chooseFile(file: string, action: () => Promise<void>): Promise<void>
}

interface TestFixtures {
  /** More arguments for the program, such as `--sample`. */
  readonly programArguments: readonly string[]
  /**
   * Whether it starts as it does for people: by `npm start` in the browser, and making the sample company of `--sample` itself. Otherwise
   * the browser host is started straight, on a copy of that company, which saves half of what a start takes.
   */
  readonly startsAsForPeople: boolean
  /** So many invented customers are there before the first start, without anybody who has an account. */
  readonly customers: number
  /** Who signs in at every start where the program asks for it; nobody at all for an empty name. */
  readonly person: string
  /** The screen that a start leads to once somebody has signed in: the list, where most specs begin. */
  readonly startsAt: string
  readonly app: RunningApp
}

interface WorkerFixtures extends HostOptions {
  /** Whether scripts are optimised as they are for people: where the feel of the page is measured. */
  readonly optimises: boolean
  readonly makeHost: (places: Places) => Host
}

/** Playwright's test, with the running program as `app`. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  kind: ['browser', { option: true, scope: 'worker' }],
  programArguments: [[], { option: true }],
  startsAsForPeople: [false, { option: true }],
  customers: [0, { option: true }],
  person: ['林晓', { option: true }],
  startsAt: ['/customers', { option: true }],

  optimises: [false, { option: true, scope: 'worker' }],
  makeHost: [
    async ({ kind, optimises }, use) => {
      const further = optimises ? [] : unoptimised
      if (kind === 'browser') {
        const chromium = await launchChromium(further)
        await use(places => browserHost(places, chromium))
        await chromium.close()
      } else {
        const desktop = await openDesktop()
        await use(places => electronHost(places, desktop, further))
        desktop.close()
      }
    },
    { scope: 'worker' },
  ],

  app: async ({ kind, makeHost, programArguments, startsAsForPeople, customers, person, startsAt }, use) => {
    const work = await mkdtemp(path.join(tmpdir(), 'kehu-e2e-'))
    const places: Places = {
      dataDir: path.join(work, 'data'),
      home: path.join(work, 'home'),
      exports: path.join(work, 'exports'),
      programArguments,
      startsAsForPeople,
    }
    await Promise.all([mkdir(places.home), mkdir(places.exports)])
    giveToUser(work, places.home, places.exports)
    if (programArguments.includes('--sample') && !startsAsForPeople) await copySample(places.dataDir)
    if (customers > 0) {
      await mkdir(places.dataDir)
      await copyFile(databaseWith(customers), databaseFile(places.dataDir))
      giveToUser(places.dataDir, databaseFile(places.dataDir))
    }
    const host = makeHost(places)
    const start = async (daysLater?: number) => {
      const opened = await host.start(daysLater)
      if (person === '') return opened
      await signInIfAsked(opened, person)
      if ((await opened.locator('.app').count()) > 0) await goToRoute(opened, startsAt)
      return opened
    }
    let page = await start()
    await use({
      kind,
      dataDir: places.dataDir,
      get page() {
        return page
      },
      async restart(daysLater) {
        await host.stop()
        page = await start(daysLater)
        return page
      },
      kill: () => host.kill(),
      exportFile: action => host.exportFile(action),
      main: () => host.main(),
      chooseFile: (file, action) => host.chooseFile(file, action),
    })
    await host.giveUp()
    await host.stop()
    await rm(work, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
