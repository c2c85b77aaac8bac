import type { IncomingMessage } from 'node:http'

/** The largest call: a selection of 200,000 customers by their ids fits. */
export const bodyLimit = 2 * 1024 * 1024

/** Reads a request as JSON. Answers the HTTP status of the refusal when it is too large or no JSON. */
export async function readJson(request: IncomingMessage): Promise<{ body: unknown } | { status: 400 | 413 }> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return { status: 413 }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > bodyLimit) return { status: 413 }
    chunks.push(chunk)
  }
  try {
    return { body: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { status: 400 }
  }
}
