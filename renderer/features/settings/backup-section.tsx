import type { Actor } from '../../../shared/contract/shapes.ts'
import { BackupList } from './backup-list.tsx'

/** 备份: what there is, one more now, and the way back. */
export function BackupSection({ actor }: { actor: Actor }) {
  return <BackupList mayRestore={actor.rights.includes('backup.manage')} />
}
