/**
 * Fetches a finished file, which a plain link could not do as it sends no token, and hands it to the browser as a download.
 * Answers whether it arrived.
 */
export async function saveAsDownload(address: string, fileName: string, headers: HeadersInit): Promise<boolean> {
  try {
    const response = await fetch(address, { headers })
    if (!response.ok) return false
    const url = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = url
    link.download = fileName
    link.click()
    // Not at once: the browser reads the blob after this turn has ended.
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
    return true
  } catch {
    return false
  }
}
