import type { Path } from '../../../../shared/catalogue/field.ts'
import { WithdrawDialog } from '../../../ui/withdraw-dialog.tsx'
import type { ApplicationFlow } from './use-application-flow.ts'
import type { CustomerLimits } from './labels.ts'
import { RequestDialog } from './request-dialog.tsx'
import { SubmitDialog } from './submit-dialog.tsx'

interface ApplicationDialogsProps {
  readonly flow: ApplicationFlow
  readonly limits: CustomerLimits
  readonly onGoTo: (path: Path) => void
  readonly onPapers: () => void
}

/** The dialog of an application that is on the screen, if there is one. */
export function ApplicationDialogs({ flow, limits, onGoTo, onPapers }: ApplicationDialogsProps) {
  const { dialog } = flow
  if (!dialog) return null
  const close = () => flow.close(dialog)
  /** The dialog gives the focus back when it closes; the box takes it after that. */
  const leaveFor = (act: () => void) => {
    close()
    setTimeout(act, 50)
  }
  switch (dialog.kind) {
    case 'request':
      return (
        <RequestDialog
          kind={dialog.of}
          limit={limits.today}
          detail={dialog.detail}
          salespersonId={dialog.salespersonId}
          onNext={flow.keepRequest}
          onClose={close}
        />
      )
    case 'submit':
      return (
        <SubmitDialog
          detail={dialog.detail}
          limits={limits}
          onGoTo={path => leaveFor(() => onGoTo(path))}
          onPapers={() => leaveFor(onPapers)}
          onEdit={flow.edit}
          onSubmitted={flow.submitted}
          onClose={close}
        />
      )
    case 'withdraw':
      return (
        <WithdrawDialog
          number={dialog.row.number}
          onWithdraw={(reason, requestId) => flow.withdraw(dialog.row, reason, requestId)}
          onClose={close}
        />
      )
  }
}
