import { Repeat } from 'lucide-react'
import { useState } from 'react'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Fact, FactRow } from './Fact.tsx'
import type { SaveContact } from './PersonFacts.tsx'
import { wholeNumberIn } from './whole-number.ts'

const say = words.lead
const intervals = [30, 60, 90, 180, 365]

/** After how many days without a word from me they are due one (practice P19): one of a few intervals, or any other. */
export function KeepInTouchFact({ days, save }: { days: number | null; save: SaveContact }) {
  const [isWriting, setWriting] = useState(false)
  if (isWriting) {
    return (
      <Fact
        label={say.keepInTouch}
        value={days === null ? '' : String(days)}
        placeholder={say.daysPlaceholder}
        fresh
        onSave={async (text) => {
          const read = wholeNumberIn(text, 1, 3660)
          return read === undefined ? say.invalidInterval : save({ keepInTouchDays: read })
        }}
        onLeave={() => setWriting(false)}
      />
    )
  }
  const named = days === null ? say.noInterval : say.everyDays(days)
  const known = days === null || intervals.includes(days) ? intervals : [...intervals, days].toSorted((a, b) => a - b)
  const choices = [
    { id: 'none', label: say.noInterval, current: days === null },
    ...known.map((interval) => ({ id: String(interval), label: say.everyDays(interval), current: interval === days })),
    { id: 'own', label: say.ownInterval },
  ]
  const choose = (id: string) => {
    if (id === 'own') setWriting(true)
    else void save({ keepInTouchDays: id === 'none' ? null : Number(id) })
  }
  return (
    <FactRow label={say.keepInTouch}>
      <Menu
        trigger={
          <Button kind="quiet" size="small" aria-label={`${say.keepInTouch}: ${named}`} {...(days !== null && { icon: <Repeat aria-hidden /> })}>
            {named}
          </Button>
        }
        label={say.keepInTouch}
        choices={choices}
        onChoose={choose}
      />
    </FactRow>
  )
}
