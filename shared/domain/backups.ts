/** Why a backup was taken (rules 20), as it stands in its name; `brought` came in from a file of another place. */
export const backupReasons = ['exit', 'daily', 'update', 'import', 'merge', 'restore', 'manual', 'brought'] as const
export type BackupReason = (typeof backupReasons)[number]

/** How many signs a passphrase of backups has at least. */
export const passphraseLength = 10

/** How many days old the last good second copy may be before a red line says so (rules 20). */
export const secondCopyDays = 7

/** What the system says of the encryption of a disk; never a guess. */
export const diskEncryptions = ['encrypted', 'open', 'unknown'] as const
export type DiskEncryption = (typeof diskEncryptions)[number]
