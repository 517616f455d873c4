import { BellOff, CalendarClock, Check, CircleSlash, EllipsisVertical, HelpCircle, Pencil, RotateCcw, Unlink } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Id } from '../../shared/id.ts'
import type { ListedPromise } from '../../shared/promise.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Menu, type MenuChoice } from '../ui/Menu.tsx'
import { worksOn, workOnPromise, type PromiseEdit, type PromiseWork } from './promise-work.ts'

const say = ledgerWords

type Work = PromiseWork | PromiseEdit

const icons: Record<Work, ReactNode> = {
  keep: <Check aria-hidden />,
  move: <CalendarClock aria-hidden />,
  break: <Unlink aria-hidden />,
  cancel: <CircleSlash aria-hidden />,
  edit: <Pencil aria-hidden />,
  ask: <HelpCircle aria-hidden />,
  dismiss: <BellOff aria-hidden />,
  reopen: <RotateCcw aria-hidden />,
}

/** The keys that the ledger takes for what can be done. */
export const promiseKeys: Partial<Record<Work, string>> = { keep: 'K', move: 'M', break: 'B', cancel: 'X', edit: 'E', reopen: 'R' }
const atHand: ReadonlySet<Work> = new Set<Work>(['keep', 'move', 'break', 'cancel', 'reopen'])

export interface PromiseActionsProps {
  promise: ListedPromise
  /** The touch at which it came out what becomes of it. */
  touchId?: Id | null
  onEdit: (edit: PromiseEdit) => void
  /** Words on the buttons, where there is room for them. */
  worded?: boolean
  /** The keys work here, so the tooltips tell them. */
  keys?: boolean
  excludeFromTabOrder?: boolean
}

/** What can be done about a promise: the usual at hand, the rest in a menu. */
export function PromiseActions({ promise, touchId = null, onEdit, worded = false, keys = false, excludeFromTabOrder = false }: PromiseActionsProps) {
  const works = worksOn(promise)
  const start = (work: Work) => (work === 'move' || work === 'edit' ? onEdit(work) : void workOnPromise(work, promise, touchId))
  const more = works.filter((work) => !atHand.has(work)).map((work): MenuChoice => ({ id: work, label: say[work], icon: icons[work], ...(keys && promiseKeys[work] && { keys: promiseKeys[work] }) }))
  return (
    <>
      {works
        .filter((work) => atHand.has(work))
        .map((work) =>
          worded ? (
            <Button key={work} size="small" kind={work === 'keep' ? 'secondary' : 'quiet'} icon={icons[work]} onPress={() => start(work)}>
              {say[work]}
            </Button>
          ) : (
            <IconButton
              key={work}
              label={`${say[work]}: ${promise.what}`}
              size="small"
              icon={icons[work]}
              {...(keys && promiseKeys[work] && { keys: promiseKeys[work] })}
              excludeFromTabOrder={excludeFromTabOrder}
              onPress={() => start(work)}
            />
          ),
        )}
      {more.length > 0 && (
        <Menu
          trigger={<IconButton label={say.more(promise.what)} size="small" icon={<EllipsisVertical />} excludeFromTabOrder={excludeFromTabOrder} />}
          label={say.more(promise.what)}
          choices={more}
          onChoose={(work) => start(work as Work)}
        />
      )}
    </>
  )
}
