import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** Puts markup into the page after the driver has let go of it, since what the driver runs itself is above the policy; tells what was blocked. */
function violations(page: Page, html: string): Promise<string[]> {
  return page.evaluate(async markup => {
    const seen: string[] = []
    const note = (event: SecurityPolicyViolationEvent) => void seen.push(event.effectiveDirective)
    document.addEventListener('securitypolicyviolation', note)
    await new Promise(resolve => setTimeout(resolve))
    const holder = document.createElement('div')
    document.body.append(holder)
    holder.innerHTML = markup
    const script = holder.querySelector('script')
    if (script)
      script.replaceWith(
        Object.assign(document.createElement('script'), script.src ? { src: script.src } : { text: script.text }),
      )
    holder.querySelector('form')?.submit()
    await new Promise(resolve => setTimeout(resolve, 200))
    holder.remove()
    document.removeEventListener('securitypolicyviolation', note)
    return seen
  }, html)
}

test('the page runs its own scripts alone, reaches its own host alone, and sees nothing but its bridge', async ({
  app,
  kind,
}) => {
  const { page } = app
  await test.step('the page runs nothing but its own scripts and loads nothing from elsewhere', async () => {
    await expect(page.locator('#root')).not.toBeEmpty()
    expect(await violations(page, '<script>window.ran = 1</script>')).toEqual(['script-src-elem'])
    expect(await violations(page, '<script src="https://example.com/x.js"></script>')).toEqual(['script-src-elem'])
    expect(await violations(page, '<img src="x" onerror="window.ran = 1">')).toEqual(['script-src-attr'])
    expect(await violations(page, '<img src="https://example.com/x.png">')).toEqual(['img-src'])
    expect(await violations(page, '<iframe src="/index.html"></iframe>')).toEqual(['frame-src'])
    expect(await violations(page, '<object data="/index.html"></object>')).toEqual(['object-src'])
    expect(await violations(page, '<link rel="stylesheet" href="https://example.com/x.css">')).toEqual([
      'style-src-elem',
    ])
    const foreignFont = '@font-face { font-family: foreign; src: url(https://example.com/x.woff2) }'
    expect(await violations(page, `<style>${foreignFont}</style><p style="font-family: foreign">a</p>`)).toEqual([
      'font-src',
    ])
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  })

  await test.step('the page sends no form anywhere, and its addresses mean what they say', async () => {
    await expect(page.locator('#root')).not.toBeEmpty()
    const address = page.url()
    for (const action of ['https://example.com/', '/index.html'])
      expect(await violations(page, `<form action="${action}" method="post"><input name="a"></form>`)).toEqual([
        'form-action',
      ])
    expect(await violations(page, '<base href="https://example.com/">')).toEqual(['base-uri'])
    expect(page.url()).toBe(address)
  })

  await test.step('the page can make no code out of text and reach no other server', async () => {
    const tried = await page.evaluate(async () => {
      await new Promise(resolve => setTimeout(resolve))
      let made = 'made'
      try {
        // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- that it fails is what is tested
        new Function('return 1')()
      } catch (error) {
        made = error instanceof Error ? error.name : 'thrown'
      }
      const fetched = await fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        (error: unknown) => (error instanceof Error ? error.name : 'thrown'),
      )
      return { made, fetched }
    })
    expect(tried).toEqual({ made: 'EvalError', fetched: 'TypeError' })
  })

  await test.step('the page sees no Node, and no bridge but the one of its host', async () => {
    const seen = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        name => name in window,
      ),
      bridge: Object.keys((window as unknown as { kehu?: object }).kehu ?? {}),
    }))
    expect(seen).toEqual({ node: [], bridge: kind === 'electron' ? ['platform', 'invoke', 'upload', 'subscribe'] : [] })
  })

  await test.step('the address shows no token', async () => {
    expect(page.url()).not.toContain('token')
  })
})
