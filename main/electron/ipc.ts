import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { EventName, Reply } from '../../shared/api.ts'
import { refused } from '../../shared/errors.ts'
import { eventNames } from '../../shared/events.ts'
import { desktopWords } from '../../shared/strings/shell-words.ts'
import { words } from '../../shared/strings/words.ts'
import type { Core } from '../core/core.ts'
import { callChannel, channelOf } from './channels.ts'
import type { Page } from './page.ts'

/** Joins the page in `contents` to the core; the result parts them again. */
export type Join = (contents: WebContents) => () => void

/**
 * Answers the calls of the pages that are joined to the core, and hands them every event. Whoever else asks (a window
 * that is not joined, a frame within a page, another origin) is refused.
 */
export function pageJoin(core: Core, page: Page): Join {
  const joined = new Set<WebContents>()
  ipcMain.handle(callChannel, (event, ...given: unknown[]): Promise<Reply<unknown>> | Reply<unknown> => {
    if (!isOurPage(event, joined, page)) return refused('not-allowed', desktopWords.notOurPage)
    const [name, input] = given
    if (given.length !== 2 || typeof name !== 'string') return refused('invalid-input', words.errors.invalidInput)
    return core.call(name, input)
  })
  return (contents) => {
    joined.add(contents)
    const stops = eventNames.map((event) => forward(core, contents, event))
    return () => {
      joined.delete(contents)
      for (const stop of stops) stop()
    }
  }
}

/** The frame may be gone by the time it is looked at; then there is nobody to answer. */
function isOurPage(event: IpcMainInvokeEvent, joined: ReadonlySet<WebContents>, page: Page): boolean {
  const frame = event.senderFrame
  return joined.has(event.sender) && frame !== null && frame.parent === null && frame.origin === page.origin
}

function forward(core: Core, contents: WebContents, event: EventName): () => void {
  return core.on(event, (payload) => {
    if (!contents.isDestroyed()) contents.send(channelOf(event), payload)
  })
}
