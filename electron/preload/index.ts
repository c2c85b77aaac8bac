import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, bridgeChannel, bridgeName, uploadChannel } from '../../shared/contract/window.ts'

const bridge: Bridge = {
  platform: process.platform,
  invoke: (name, input) => ipcRenderer.invoke(bridgeChannel, name, input),
  upload: bytes => ipcRenderer.invoke(uploadChannel, bytes),
}

contextBridge.exposeInMainWorld(bridgeName, bridge)
