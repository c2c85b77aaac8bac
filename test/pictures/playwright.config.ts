import base from '../e2e/playwright.config.ts'

/** What `npm run pictures` takes: the specs of this folder, in browser mode alone. */
export default {
  ...base,
  testDir: '.',
  testMatch: 'take.spec.ts',
  projects: base.projects?.filter(({ name }) => name === 'browser') ?? [],
}
