import { Repeat } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import menu from '../ui/Menu.module.css'
import { TextField } from '../ui/TextField.tsx'
import { FactRow, type Refused } from './Fact.tsx'
import styles from './KeepInTouchFact.module.css'
import type { SaveContact } from './data.ts'
import { wholeNumberIn } from './whole-number.ts'

const say = words.lead
const intervals = [30, 60, 90, 180, 365]

/** After how many days without a word from me they are due one (practice P19): one of a few intervals, or any other. */
export function KeepInTouchFact({ days, save }: { days: number | null; save: SaveContact }) {
  const named = days === null ? say.noInterval : say.everyDays(days)
  return (
    <FactRow label={say.keepInTouch}>
      <DialogTrigger>
        <Button kind="quiet" size="small" aria-label={`${say.keepInTouch}: ${named}`} {...(days !== null && { icon: <Repeat aria-hidden /> })}>
          {named}
        </Button>
        <Popover className={classes(menu.popover)} offset={4} placement="bottom end">
          <Dialog className={classes(styles.dialog)} aria-label={say.keepInTouch}>
            {({ close }) => <Choice days={days} save={async (keepInTouchDays) => save({ keepInTouchDays })} onDone={close} />}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </FactRow>
  )
}

function Choice({ days, save, onDone }: { days: number | null; save: (days: number | null) => Promise<Refused>; onDone: () => void }) {
  const [typed, setTyped] = useState(days === null ? '' : String(days))
  const [refused, setRefused] = useState<Refused>(null)
  const choose = async (interval: number | null) => {
    const reason = interval === days ? null : await save(interval)
    setRefused(reason)
    if (reason === null) onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = wholeNumberIn(typed, 1, 3660)
    if (read === undefined) setRefused(say.invalidInterval)
    else void choose(read)
  }
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      <div className={styles.quick}>
        {intervals.map((interval) => (
          <Button key={interval} size="small" kind={interval === days ? 'secondary' : 'quiet'} aria-label={say.everyDays(interval)} onPress={() => void choose(interval)}>
            {interval}
          </Button>
        ))}
      </div>
      <TextField label={say.everySoMany} inputMode="numeric" autoComplete="off" autoFocus value={typed} onChange={setTyped} error={refused ?? undefined} />
      {days !== null && (
        <Button size="small" kind="quiet" onPress={() => void choose(null)}>
          {say.noInterval}
        </Button>
      )}
    </form>
  )
}
