import { contextBridge, ipcRenderer } from 'electron'
import {
  type Bridge,
  bridgeChannel,
  bridgeName,
  eventChannel,
  uploadChannel,
  type WindowEvent,
} from '../../shared/contract/window.ts'

const bridge: Bridge = {
  platform: process.platform,
  invoke: (name, input, session) => ipcRenderer.invoke(bridgeChannel, name, input, session),
  upload: bytes => ipcRenderer.invoke(uploadChannel, bytes),
  subscribe: listener => {
    const hear = (_event: unknown, name: WindowEvent) => listener(name)
    ipcRenderer.on(eventChannel, hear)
    return () => void ipcRenderer.off(eventChannel, hear)
  },
}

contextBridge.exposeInMainWorld(bridgeName, bridge)
