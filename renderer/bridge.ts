import type { Bridge } from '../shared/api.ts'
import { socketAddress, socketBridge } from './socket.ts'

declare global {
  interface Window {
    /** The desktop app's preload script puts it there; a browser window has none. */
    followthrough?: Bridge
  }
}

/** The connection of a browser window; null in the desktop app, which needs none. */
export const socket = window.followthrough ? null : socketBridge(socketAddress())

/** The application behind this window, whichever way it is reached. */
export const bridge: Bridge = window.followthrough ?? (socket as Bridge)
