import { createServer } from 'node:http'
import { expect, test } from '../e2e/fixtures.ts'

/** What a page of another port of this machine tried against browser mode, and what came of each. */
interface Tried {
  readonly [attempt: string]: string
}

/** Serves an empty page on a port of its own while something is done with its address. */
async function withForeignPage<T>(work: (address: string) => Promise<T>): Promise<T> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Foreign</title>')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  try {
    return await work(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)
  } finally {
    server.close()
  }
}

test('a page from elsewhere in the same browser can neither call, read, frame, open nor listen to browser mode', async ({
  app,
}) => {
  const ours = new URL(app.page.url()).origin
  const token = await app.page.evaluate(() => sessionStorage.getItem('kehu.token') ?? '')
  expect(token).toHaveLength(43)
  const foreign = await app.page.context().newPage()
  const tried = await withForeignPage(async address => {
    await foreign.goto(address)
    return foreign.evaluate(
      async ([target, stolen]): Promise<Tried> => {
        const call = JSON.stringify({ name: 'app.status', input: {} })
        const attempt = (path: string, options: RequestInit = {}) =>
          fetch(`${target}${path}`, options).then(
            answer => `${answer.type} ${answer.status}`,
            () => 'blocked',
          )
        const arrives = (element: HTMLElement, sign: string) =>
          new Promise<string>(resolve => {
            element.addEventListener('load', () => resolve(sign))
            element.addEventListener('error', () => resolve('blocked'))
            document.body.append(element)
          })
        const socket = (url: string) =>
          new Promise<string>(resolve => {
            const opened = new WebSocket(url)
            opened.addEventListener('open', () => resolve('open'))
            opened.addEventListener('error', () => resolve('blocked'))
          })
        const json = { 'content-type': 'application/json' }
        const frame = Object.assign(document.createElement('iframe'), { src: `${target}/` })
        await arrives(frame, 'loaded')
        const opened = window.open(`${target}/#token=${stolen}`)
        await new Promise(resolve => setTimeout(resolve, 500))
        const reach = (look: () => unknown) => {
          try {
            look()
            return 'reached'
          } catch {
            return 'blocked'
          }
        }
        return {
          'a call': await attempt('/call', { method: 'POST', headers: json, body: call }),
          'a call with a stolen token': await attempt('/call', {
            method: 'POST',
            headers: { ...json, 'x-kehu-token': stolen },
            body: call,
          }),
          'a simple request': await attempt('/call', { method: 'POST', body: call, mode: 'no-cors' }),
          'the page': await attempt('/'),
          'a script': await arrives(
            Object.assign(document.createElement('script'), { src: `${target}/index.html` }),
            'loaded',
          ),
          'the licences as an image': await arrives(
            Object.assign(document.createElement('img'), { src: `${target}/licences.json` }),
            'loaded',
          ),
          'a window': reach(() => opened?.document?.body),
          'a socket': await socket(`${target.replace('http', 'ws')}/call`),
        }
      },
      [ours, token] as const,
    )
  })
  expect(tried).toEqual({
    'a call': 'blocked',
    'a call with a stolen token': 'blocked',
    'a simple request': 'blocked',
    'the page': 'blocked',
    'a script': 'blocked',
    'the licences as an image': 'blocked',
    'a window': 'blocked',
    'a socket': 'blocked',
  })
  const [, frame] = foreign.frames()
  expect(await frame?.locator('#root').count()).toBe(0)
  // Our own page works on as before.
  await expect(app.page.locator('#root')).not.toBeEmpty()
})
