import type { CallInput, CallName, CallOutput, Events, Reply } from '../shared/api.ts'
import { bridge, socket } from './bridge.ts'

/*
 * What the window asks for first, before its own script is there: the answers are worked out and travel meanwhile. An
 * answer is good for one taker, and only while nothing was told that could change it.
 */

const asked = new Map<string, Promise<Reply<unknown>>>()

/** What was to be shown before the window was there to show it. */
let place: Events['show'] | null = null
let stopWaiting: (() => void) | null = null

/** The first, quick picture of the board: more cards per stage than a tall window shows. */
export const firstPicture = { limit: 30 }

/** Asks for what every window needs, and for the board where the address says that it is shown: one without a place does. */
export function askAhead(): void {
  ask('getState', {})
  ask('getSettings', {})
  if (['', '#/', '#/board'].includes(location.hash)) ask('getBoard', firstPicture)
  stopWaiting = bridge.on('show', (wanted) => {
    place = wanted
  })
  bridge.on('changed', forget)
  bridge.on('settings', forget)
  socket?.onConnection(() => {
    if (socket?.connection() !== 'open') forget()
  })
}

function forget(): void {
  asked.clear()
}

/** The answer that is on its way to the same question; null when it was not asked for, was taken or may be out of date. */
export function takeAnswer<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>> | null {
  const question = questionOf(name, input)
  const answer = asked.get(question) ?? null
  asked.delete(question)
  return answer as Promise<Reply<CallOutput<N>>> | null
}

/** The place that a notification or a second start asked for meanwhile; from now on whoever takes it hears of such places. */
export function takePlace(): Events['show'] | null {
  const wanted = place
  place = null
  stopWaiting?.()
  return wanted
}

function ask<N extends CallName>(name: N, input: CallInput<N>): void {
  asked.set(questionOf(name, input), bridge.call(name, input))
}

function questionOf(name: CallName, input: unknown): string {
  return `${name} ${JSON.stringify(input)}`
}
