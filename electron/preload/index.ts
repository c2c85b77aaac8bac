import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, bridgeChannel, bridgeName } from '../../shared/contract/window.ts'

const bridge: Bridge = {
  platform: process.platform,
  invoke: (name, input) => ipcRenderer.invoke(bridgeChannel, name, input),
}

contextBridge.exposeInMainWorld(bridgeName, bridge)
