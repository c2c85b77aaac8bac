import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, bridgeChannel, bridgeName, uploadChannel } from '../../shared/contract/window.ts'

const bridge: Bridge = {
  platform: process.platform,
  invoke: (name, input, session) => ipcRenderer.invoke(bridgeChannel, name, input, session),
  upload: bytes => ipcRenderer.invoke(uploadChannel, bytes),
}

contextBridge.exposeInMainWorld(bridgeName, bridge)
