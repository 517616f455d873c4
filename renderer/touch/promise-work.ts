import type { Id } from '../../shared/id.ts'
import type { ListedPromise, Promised } from '../../shared/promise.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import { runCommand } from '../api.ts'

const say = ledgerWords

/** What can be done about a promise at once. */
export type PromiseWork = 'keep' | 'break' | 'cancel' | 'reopen' | 'ask' | 'dismiss'
/** What needs a form. */
export type PromiseEdit = 'move' | 'edit'

const commands = { keep: 'keepPromise', break: 'breakPromise', cancel: 'cancelPromise', reopen: 'reopenPromise', ask: 'askAboutPromise', dismiss: 'dismissPromise' } as const

/** Does it, and says so with an Undo. `touchId` is the touch at which it came out, if it was at one. */
export async function workOnPromise(work: PromiseWork, { id, what }: Promised, touchId: Id | null): Promise<void> {
  const said = say.said[work](what)
  if (work === 'keep' || work === 'break' || work === 'cancel') await runCommand(commands[work], { id, touchId }, { said })
  else await runCommand(commands[work], { id }, { said })
}

/** What can be done about a promise as it stands. */
export function worksOn({ state, side, asking, dismissedAt }: Pick<ListedPromise, 'state' | 'side' | 'asking' | 'dismissedAt'>): readonly (PromiseWork | PromiseEdit)[] {
  if (state !== 'open') return ['reopen']
  const mine = ['keep', 'move', 'break', 'cancel', 'edit'] as const
  if (side === 'mine') return mine
  return [...mine, ...(asking === null ? (['ask'] as const) : []), ...(dismissedAt === null ? (['dismiss'] as const) : [])]
}
