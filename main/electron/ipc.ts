import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { EventName, Reply } from '../../shared/api.ts'
import { refused } from '../../shared/errors.ts'
import { eventNames } from '../../shared/events.ts'
import { words } from '../../shared/strings/words.ts'
import type { Core } from '../core/core.ts'
import { callChannel, channelOf } from './channels.ts'
import type { Page } from './page.ts'

/**
 * Joins the core to the page in `contents`: answers the page's calls, and hands it every event. Whoever else asks
 * (another window, a frame within the page, another origin) is refused.
 * @returns parts them again
 */
export function joinPage(core: Core, contents: WebContents, page: Page): () => void {
  ipcMain.handle(callChannel, (event, ...given: unknown[]): Promise<Reply<unknown>> | Reply<unknown> => {
    if (!isOurPage(event, contents, page)) return refused('not-allowed', words.desktop.notOurPage)
    const [name, input] = given
    if (given.length !== 2 || typeof name !== 'string') return refused('invalid-input', words.errors.invalidInput)
    return core.call(name, input)
  })
  const stops = eventNames.map((event) => forward(core, contents, event))
  return () => {
    ipcMain.removeHandler(callChannel)
    for (const stop of stops) stop()
  }
}

/** The frame may be gone by the time it is looked at; then there is nobody to answer. */
function isOurPage(event: IpcMainInvokeEvent, contents: WebContents, page: Page): boolean {
  const frame = event.senderFrame
  return event.sender === contents && frame !== null && frame.parent === null && frame.origin === page.origin
}

function forward(core: Core, contents: WebContents, event: EventName): () => void {
  return core.on(event, (payload) => {
    if (!contents.isDestroyed()) contents.send(channelOf(event), payload)
  })
}
