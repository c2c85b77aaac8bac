import type { CustomerFile } from '../../../../shared/contract/shapes.ts'
import type { Right } from '../../../../shared/domain/roles.ts'
import { useCall } from '../../../transport/use-call.ts'
import { Attachments } from './attachments.tsx'
import { Verification } from './verification.tsx'

/** 附件与核实: the papers of a customer, and who checked what of them. */
export function PapersView({ file, rights }: { file: CustomerFile; rights: readonly Right[] }) {
  const list = useCall('attachments.list', { customerId: file.id })
  return (
    <div className="sections">
      <Verification
        file={file}
        attachments={list.data?.attachments ?? []}
        mayVerify={rights.includes('approval.verify')}
      />
      <Attachments
        list={list}
        customerId={file.id}
        mayAdd={adding.some(right => rights.includes(right)) && !file.archived}
      />
    </div>
  )
}

/** Papers belong to whoever fills in, checks or signs. */
const adding = ['credit.write', 'approval.verify', 'approval.sign'] as const
