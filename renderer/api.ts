import { keepPreviousData, notifyManager, QueryClient, replaceEqualDeep, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState, useSyncExternalStore } from 'react'
import type { Board, BoardCard, CallInput, CallName, CallOutput, Events, NamesOf, Reply } from '../shared/api.ts'
import { moveCards, replaceCards } from '../shared/board.ts'
import type { LocalDate } from '../shared/dates.ts'
import type { CallError } from '../shared/errors.ts'
import type { Settings } from '../shared/settings.ts'
import { words } from '../shared/strings/words.ts'
import { firstPicture, takeAnswer } from './ahead.ts'
import { bridge, socket } from './bridge.ts'
import type { Connection } from './socket.ts'
import { showToast, type ToastAction } from './ui/Toast.tsx'

export { bridge, firstPicture }

/** A refused call, as queries throw it. Its message is for the person. */
export class CallFailure extends Error {
  readonly code: CallError['code']

  constructor(error: CallError) {
    super(error.message)
    this.name = 'CallFailure'
    this.code = error.code
  }
}

// In the same frame as the change that causes it, so that a dropped card is never seen in its old place again.
notifyManager.setScheduler(queueMicrotask)

/** What calls have answered; `changed` events keep it true. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false } },
})

/** Every call that only reads. */
export type ReadName = NamesOf<'query'> | 'getState' | 'getSettings' | 'listBackups'

/** The answer of a query, kept up to date. With `keep`, the last answer stands while another input is asked for. */
export function useCall<N extends ReadName>(
  name: N,
  input: CallInput<N>,
  options?: { enabled?: boolean; keep?: boolean },
): UseQueryResult<CallOutput<N>, CallFailure> {
  return useQuery<CallOutput<N>, CallFailure, CallOutput<N>, readonly [CallName, unknown]>({
    ...readOf(name, input),
    enabled: options?.enabled ?? true,
    ...(options?.keep && { placeholderData: keepPreviousData }),
  })
}

/** Asks for what a screen is likely to read next. */
export function readAhead<N extends ReadName>(name: N, input: CallInput<N>): void {
  void queryClient.prefetchQuery(readOf(name, input))
}

function readOf<N extends ReadName>(name: N, input: CallInput<N>) {
  return {
    queryKey: [name, input] as const,
    queryFn: async () => {
      const reply = await (takeAnswer(name, input) ?? bridge.call(name, input))
      if (!reply.ok) throw new CallFailure(reply.error)
      return reply.data
    },
    ...(name === 'getBoard' && { structuralSharing: shareCards }),
  }
}

/**
 * Keeps the very objects of what did not change, as any answer does, but knows a card by its lead and not by its place:
 * after a move each would be compared with its neighbour, and all from there on be new and be drawn again.
 */
function shareCards(previous: unknown, next: unknown): Board {
  const { cards = [], stages } = (previous ?? {}) as Partial<Board>
  const known = new Map(cards.map((card) => [card.id, card]))
  const board = next as Board
  return { ...board, stages: replaceEqualDeep(stages, board.stages), cards: board.cards.map((card) => replaceEqualDeep(known.get(card.id), card)) }
}

export interface CommandOptions<N extends CallName> {
  /** The sentence of the message with Undo; null says nothing. */
  said?: string | ((data: CallOutput<N>) => string) | null
  /** The caller shows a refusal itself. */
  ownErrors?: boolean
  /** What the message offers to do next, besides undoing. */
  also?: (data: CallOutput<N>) => ToastAction | null
}

/**
 * A command to run. When it is done a message offers to undo it, when it is refused the reason is shown; the reply is
 * there for more. `run` is stable as long as `options` is.
 */
export function useCommand<N extends NamesOf<'command' | 'action'>>(
  name: N,
  options?: CommandOptions<N>,
): { run(input: CallInput<N>): Promise<Reply<CallOutput<N>>>; pending: boolean } {
  const [running, setRunning] = useState(0)
  const said = options?.said
  const ownErrors = options?.ownErrors ?? false
  const also = options?.also
  const run = useCallback(
    async (input: CallInput<N>) => {
      setRunning((count) => count + 1)
      const reply = await runCommand(name, input, { ...(said !== undefined && { said }), ownErrors, ...(also && { also }) })
      setRunning((count) => count - 1)
      return reply
    },
    [name, said, ownErrors, also],
  )
  return { run, pending: running > 0 }
}

/** Runs a command as {@link useCommand} does, from outside a component. */
export async function runCommand<N extends CallName>(name: N, input: CallInput<N>, options: CommandOptions<N> = {}): Promise<Reply<CallOutput<N>>> {
  const reply: Reply<CallOutput<N>> = await bridge.call(name, input)
  if (!reply.ok) {
    if (!options.ownErrors) showToast({ message: reply.error.message, tone: 'error' })
    return reply
  }
  const { transaction } = reply
  if (transaction !== undefined && options.said !== null) {
    const message = typeof options.said === 'function' ? options.said(reply.data) : (options.said ?? didWords(name))
    const also = options.also?.(reply.data)
    showToast({ message, action: { label: words.app.undo, run: () => void undo(transaction) }, ...(also && { also }) })
  }
  return reply
}

/** Takes back a transaction, or the latest one when null, and says so. */
export async function undo(transaction: string | null): Promise<void> {
  const reply = await bridge.call('undo', { transaction })
  if (reply.ok) showToast({ message: words.did.undone(commandWords(reply.data.command)), action: { label: words.app.redo, run: () => void redo() } })
  else showToast({ message: reply.error.message, tone: 'error' })
}

/** Does again what was undone last, and says so. */
export async function redo(): Promise<void> {
  const reply = await bridge.call('redo', {})
  if (reply.ok) showToast({ message: words.did.redone(commandWords(reply.data.command)) })
  else showToast({ message: reply.error.message, tone: 'error' })
}

/** Whether the application behind the window can be reached. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    useCallback((changed: () => void) => socket?.onConnection(changed) ?? (() => {}), []),
    () => socket?.connection() ?? 'open',
  )
}

/** Leads whose move is shown but not yet answered: what the server says of them meanwhile is older than what is shown. */
const moving = new Map<string, number>()

/** Shows the move of cards on the board at once, then asks for it; when it is refused, the cards go back. */
export async function moveOnBoard(cards: readonly BoardCard[], move: Omit<CallInput<'moveLeads'>, 'ids'>, said: string): Promise<void> {
  const ids = cards.map(({ id }) => id)
  for (const id of ids) moving.set(id, (moving.get(id) ?? 0) + 1)
  patchBoards((board) => moveCards(board, ids, move.stageId, move.before))
  const reply = await runCommand('moveLeads', { ids, ...move }, { said })
  for (const id of ids) {
    const left = (moving.get(id) ?? 1) - 1
    if (left > 0) moving.set(id, left)
    else moving.delete(id)
  }
  if (reply.ok && ids.length <= shortList) return refreshCards(ids)
  if (!reply.ok) patchBoards((board) => replaceCards(board, ids, cards))
  await queryClient.invalidateQueries({ queryKey: ['getBoard'] })
}

/** Shows the next touch of cards on another date at once, then asks for it; the answer says how they really stand. */
export async function rescheduleOnBoard(cards: readonly BoardCard[], date: LocalDate, said: string): Promise<void> {
  const ids = cards.map(({ id }) => id)
  const shown = cards.map((card) => ({ ...card, next: { touchId: '', channel: 'call' as const, purpose: '', ...card.next, due: { time: null, zone: null, ...card.next?.due, date } } }))
  patchBoards((board) => replaceCards(board, ids, shown))
  const reply = await runCommand('rescheduleLeads', { ids, date }, { said })
  if (!reply.ok) patchBoards((board) => replaceCards(board, ids, cards))
  if (ids.length <= shortList) await refreshCards(ids)
  else await queryClient.invalidateQueries({ queryKey: ['getBoard'] })
}

function patchBoards(change: (board: Board) => Board): void {
  queryClient.setQueriesData<Board>({ queryKey: ['getBoard'] }, (board) => board && change(board))
}

/** More leads than this are quicker to fetch with the whole board. */
const shortList = 200

async function refreshCards(changed: string[]): Promise<void> {
  const leadIds = changed.filter((id) => !moving.has(id))
  if (leadIds.length === 0) return
  const reply = await bridge.call('getCards', { leadIds })
  if (!reply.ok) return
  const settled = leadIds.filter((id) => !moving.has(id))
  patchBoards((board) => replaceCards(board, settled, reply.data.filter((card) => settled.includes(card.id))))
}

/** It comes with each letter of a recap: only lists of recaps show it; the composer has it, and asks when it opens next. */
function onRecapEdited(): void {
  void queryClient.invalidateQueries({ queryKey: ['getRecap'], refetchType: 'none' })
  void queryClient.invalidateQueries({ queryKey: ['getRecaps'] })
  void queryClient.invalidateQueries({ queryKey: ['getLead'] })
}

function onChanged({ command, leads }: Events['changed']): void {
  // It comes with each letter of a note, which nothing else shows.
  if (command === 'saveNoteDraft') return void queryClient.invalidateQueries({ queryKey: ['getNoteDrafts'] })
  if (command === 'editRecap') return onRecapEdited()
  const patched = leads !== null && leads.length <= shortList
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name, input] }) => {
      if (name === 'getSettings') return false
      if (name === 'getBoard') return !patched
      return name !== 'getLead' || leads === null || leads.includes((input as CallInput<'getLead'>).id)
    },
  })
  if (patched) void refreshCards(leads)
}

/** The settings that plans are made by, and the calls that answer by those. */
const planSettings = ['zone', 'startOfDay', 'endOfDay', 'workingDays', 'dailyLoad', 'minimumGap', 'silenceLimit', 'response'] as const satisfies (keyof Settings)[]
const planned: ReadonlySet<unknown> = new Set<ReadName>([
  'getBoard',
  'getCards',
  'getLead',
  'getBacklog',
  'getDay',
  'getMissed',
  'getCalendar',
  'proposeNext',
  'previewCadence',
  'previewEnrolment',
])

/** The calls that answer by other settings as well. */
const ofAnySetting: ReadonlySet<unknown> = new Set<ReadName>(['getState', 'getCounts', 'getToday', 'getRecipient', 'getMailing', 'getReminder'])

function onSettings(settings: Settings): void {
  const key = ['getSettings', {}]
  const before = queryClient.getQueryData<Settings>(key)
  // What stayed the same is the same object again.
  const after = queryClient.setQueryData<Settings>(key, settings)
  const plansChanged = planSettings.some((name) => before?.[name] !== after?.[name])
  void queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => ofAnySetting.has(name) || (plansChanged && planned.has(name)) })
}

/** Keeps the cache true to the application from now on; the result stops that. Called once, at the start. */
export function followChanges(): () => void {
  const stops = [
    bridge.on('changed', onChanged),
    bridge.on('settings', onSettings),
    // Whatever changed while the connection was gone was not told.
    socket?.onConnection(() => {
      if (socket?.connection() === 'open') void queryClient.invalidateQueries()
    }),
  ]
  return () => {
    for (const stop of stops) stop?.()
  }
}

function didWords(name: CallName): string {
  return (words.did as Record<string, unknown>)[name] as string
}

function commandWords(name: string): string {
  return (words.commands as Record<string, string>)[name] ?? name
}
