import { chownSync } from 'node:fs'

// Debian's user without rights: Electron's sandbox is made for an ordinary user, root can not use it.
const nobody = { name: 'nobody', group: 'nogroup', uid: 65534, gid: 65534 }

/** Whether the tests run as root and the packaged program therefore runs as another user. */
export const runsAsOtherUser = process.platform === 'linux' && process.getuid?.() === 0

/** The beginning of a command line that runs a program as that user. */
export const asUser = `setpriv --reuid=${nobody.name} --regid=${nobody.group} --init-groups`

/** Makes folders belong to the user as whom the packaged program runs. */
export function giveToUser(...folders: string[]): void {
  if (runsAsOtherUser) for (const folder of folders) chownSync(folder, nobody.uid, nobody.gid)
}
