/** Why a backup was taken (rules 20), as it stands in its name; `brought` came in from a file of another place. */
export const backupReasons = ['exit', 'daily', 'update', 'import', 'merge', 'restore', 'manual', 'brought'] as const
export type BackupReason = (typeof backupReasons)[number]
