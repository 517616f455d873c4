import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge, EventName, Events } from '../../shared/api.ts'
import { eventNames } from '../../shared/events.ts'
import { callChannel, channelOf } from './channels.ts'

/*
 * All that the page gets to see of the process behind it. No other channel can be reached, and no event object
 * (which would lead to `ipcRenderer`) is handed on.
 */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void) {
    if (!eventNames.includes(event)) throw new TypeError('There is no such event.')
    const channel = channelOf(event)
    const forward = (_: IpcRendererEvent, payload: Events[E]) => listener(payload)
    ipcRenderer.on(channel, forward)
    return () => {
      ipcRenderer.removeListener(channel, forward)
    }
  },
}

contextBridge.exposeInMainWorld('followthrough', bridge)
