import type { ElectronApplication, Page } from '@playwright/test'

/** Folders of one test, further arguments for the program, and how it starts. */
export interface Places {
  readonly dataDir: string
  readonly home: string
  readonly exports: string
  readonly programArguments: readonly string[]
  /** Whether browser mode is started by `npm start`'s script, which looks first whether anything is to be built. */
  readonly startsAsForPeople: boolean
}

/** One way to run the program. */
export interface Host {
  /** `daysLater` moves the clock of the program and of its page. */
  start(daysLater?: number): Promise<Page>
  /** Ends it in the ordinary way and rejects when it did not end cleanly; nothing happens when it does not run. */
  stop(): Promise<void>
  /** Gives up whatever is half typed, which a window would ask about before it closes. */
  giveUp(): Promise<void>
  kill(): Promise<void>
  exportFile(action: () => Promise<void>): Promise<string>
  /** The main process of the desktop program. Throws in browser mode, which has none. */
  main(): ElectronApplication
  /** Does something that asks for a file, and chooses this one. */
  chooseFile(file: string, action: () => Promise<void>): Promise<void>
}

/**
 * What Chromium and Electron are told where nothing is measured: in a page that lives for seconds, the optimising compilers take more
 * than they give, a sixth of the time of the specs.
 */
export const unoptimised: readonly string[] = ['--js-flags=--no-opt,--no-maglev']

/** The screen of a small office notebook, in China. */
export const screen = {
  viewport: { width: 1366, height: 768 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
} as const

/** The environment of the program: the same place and language as the screen, and a home folder that nothing else uses. */
export function programEnvironment(home: string): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_CONFIG_HOME: `${home}/.config`,
    XDG_DATA_HOME: `${home}/.local/share`,
    XDG_CACHE_HOME: `${home}/.cache`,
    LANG: 'zh_CN.UTF-8',
    TZ: screen.timezoneId,
  }
}

/** What lets the program live so many days later; its timers and its files keep the real time. */
export function laterEnvironment(daysLater: number): Record<string, string> {
  if (daysLater === 0) return {}
  return {
    LD_PRELOAD: '/usr/$LIB/faketime/libfaketime.so.1', // the loader fills in the folder of this machine
    FAKETIME: `+${daysLater}d`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    // Else every wait by the monotonic clock ends at once, and the threads of the page go round and round.
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
    NO_FAKE_STAT: '1',
  }
}
