import { AlarmClock, BellOff, CalendarClock, CalendarPlus, Check, CircleHelp, HandHelping, HeartCrack, NotebookPen, Reply, SkipForward, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TodayItem } from '../../shared/api.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import type { TouchWork } from '../touch/TouchForm.tsx'

/** What opens below a row. */
export type PanelWork = TouchWork | 'put-off' | 'choose' | 'park'
/** What needs no further word. */
type WorkAtOnce = 'replied' | 'kept' | 'broken' | 'let-go' | 'they-did' | 'dismiss'
/** What can be done with a row. */
export type Work = PanelWork | WorkAtOnce | 'snooze' | 'open'

export interface Action {
  work: Work
  label: string
  /** The key that does it. */
  keys: string
  /** Left out where the row has no button for it, only the key. */
  icon?: ReactNode
}

const say = todayWords
const log: Action = { work: 'log', label: words.lead.log, keys: 'L' }
const shownLog: Action = { ...log, icon: <NotebookPen /> }
const plan: Action = { work: 'schedule', label: say.schedule, keys: 'R', icon: <CalendarPlus /> }
const ofTouch: Action[] = [
  { work: 'complete', label: say.done, keys: 'D', icon: <Check /> },
  { work: 'replied', label: say.theyReplied, keys: 'Y', icon: <Reply /> },
  { work: 'snooze', label: say.snooze, keys: 'S', icon: <AlarmClock /> },
  { work: 'reschedule', label: say.reschedule, keys: 'R', icon: <CalendarClock /> },
  { work: 'skip', label: say.skip, keys: 'K', icon: <SkipForward /> },
  log,
]
const ofLapsed: Action[] = [
  { work: 'complete', label: say.done, keys: 'D', icon: <Check /> },
  { work: 'they-did', label: say.theyDid, keys: 'P', icon: <HandHelping /> },
  { work: 'dismiss', label: say.dismiss, keys: 'X', icon: <BellOff /> },
  { work: 'snooze', label: say.snooze, keys: 'S', icon: <AlarmClock /> },
  { work: 'reschedule', label: say.reschedule, keys: 'R', icon: <CalendarClock /> },
  { work: 'replied', label: say.theyReplied, keys: 'Y' },
  { work: 'skip', label: say.skip, keys: 'K' },
  log,
]
const ofPromise: Action[] = [
  { work: 'kept', label: say.kept, keys: 'D', icon: <Check /> },
  { work: 'put-off', label: say.move, keys: 'R', icon: <CalendarClock /> },
  { work: 'broken', label: say.broken, keys: 'B', icon: <HeartCrack /> },
  { work: 'let-go', label: say.letGo, keys: 'K', icon: <Undo2 /> },
  log,
]
const ofSilence: Action[] = [{ work: 'choose', label: say.choose, keys: 'D', icon: <CircleHelp /> }, { work: 'replied', label: say.theyReplied, keys: 'Y', icon: <Reply /> }, shownLog]
const ofRest: Action[] = [shownLog, plan, { work: 'park', label: say.parkAgain, keys: 'P', icon: <AlarmClock /> }, { ...plan, keys: 'D', icon: undefined }]
const ofLead: Action[] = [shownLog, plan, { ...plan, keys: 'D', icon: undefined }]

/** What can be done about an item, in the order of its buttons. */
export function actionsOn({ reason, touch, promise, silence }: TodayItem): Action[] {
  if (touch !== null) return promise === null ? ofTouch : ofLapsed
  if (promise !== null) return ofPromise
  if (silence !== null) return ofSilence
  return reason === 'rest-over' ? ofRest : ofLead
}

/** What a key does to an item; undefined for nothing. */
export function workOf(item: TodayItem, key: string): Work | undefined {
  return actionsOn(item).find(({ keys }) => keys === key.toUpperCase())?.work
}

const atOnce: ReadonlySet<Work> = new Set<WorkAtOnce>(['replied', 'kept', 'broken', 'let-go', 'they-did', 'dismiss'])

/** Whether something opens at the row to be answered first. */
export function opensPanel(work: Exclude<Work, 'open'>): work is PanelWork | 'snooze' {
  return !atOnce.has(work)
}

/** Does what needs no further word. */
export function doAtOnce(work: WorkAtOnce, { leadId, contactName: name, promise }: TodayItem): void {
  if (work === 'replied') return void runCommand('noteReply', { leadId, channel: null, notes: '' }, { said: say.replied(name) })
  if (promise === null) return
  const { id } = promise
  switch (work) {
    case 'kept':
      return void runCommand('keepPromise', { id }, { said: say.promiseKept(name) })
    case 'broken':
      return void runCommand('breakPromise', { id }, { said: say.promiseBroken(name) })
    case 'let-go':
      return void runCommand('cancelPromise', { id }, { said: say.promiseCancelled(name) })
    case 'they-did':
      return void runCommand('keepPromise', { id }, { said: say.theirsKept(name) })
    case 'dismiss':
      return void runCommand('dismissPromise', { id }, { said: say.dismissed(name) })
  }
}
