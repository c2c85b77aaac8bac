import type { packetCalls } from '../../../../shared/contract/packet-calls.ts'
import type { Context } from '../context.ts'
import type { ServiceTable } from '../service-table.ts'
import { confirmReturn } from './confirm-return.ts'
import { keyServices } from './key-services.ts'
import { makePacket } from './make-packet.ts'
import { readPacketReturn, recordReturn } from './record-return.ts'
import { signPacket } from './sign-packet.ts'
import { waitingReturns } from './waiting-returns.ts'

/** 审批传递单, from making it to recording what came back. */
export const packetServices = {
  'packets.make': makePacket,
  'packets.read': readPacketReturn,
  'packets.record': recordReturn,
  'packets.waiting': (context: Context) => ({ returns: waitingReturns(context) }),
  'packets.confirm': confirmReturn,
  'packets.sign': signPacket,
  ...keyServices,
} satisfies Pick<ServiceTable, keyof typeof packetCalls>
