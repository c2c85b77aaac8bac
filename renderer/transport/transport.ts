import type { CallName, Input, Output } from '../../shared/contract/contract.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import type { UploadKind, Uploaded } from '../../shared/contract/uploads.ts'
import type { WindowCall, WindowEvent, WindowInputs, WindowOutputs } from '../../shared/contract/window.ts'

/** The one road from the screens to the program, whichever host it runs in. No function ever throws or hangs. */
export interface Transport {
  readonly kind: 'electron' | 'browser'
  /** Makes a call of the contract. A call that delivers a file answers when the file is where the person wanted it. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Outcome<Output<N>>>
  /** Hands a file over; the answer's `upload` is named in the call that uses it. A backup goes this way in browser mode alone: the window has a dialog for it. */
  upload(file: Blob, kind?: UploadKind): Promise<Outcome<Uploaded>>
  /** Asks the window itself for something; browser mode answers `not-supported-here`. */
  windowCall<N extends WindowCall>(name: N, input: WindowInputs[N]): Promise<Outcome<WindowOutputs[N]>>
  /** Hears of what happens to the window; never called in browser mode. Answers the way to stop that. */
  onWindowEvent(listener: (event: WindowEvent) => void): () => void
}
