import { Download } from 'lucide-react'
import { useState } from 'react'
import type { CallInput } from '../../shared/api.ts'
import type { CalendarView } from '../../shared/calendar.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { DateField } from '../ui/DateTime.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { download } from '../ui/download.ts'
import { Menu } from '../ui/Menu.tsx'
import { showToast } from '../ui/Toast.tsx'
import styles from './ExportMenu.module.css'

const say = words.calendar.export

/** Saves what is shown, some days or everything as a file for other calendars. */
export function ExportMenu({ view, shown }: { view: CalendarView; shown: { from: LocalDate; to: LocalDate } }) {
  const [asks, setAsks] = useState(false)
  return (
    <>
      <Menu
        trigger={<IconButton label={say.title} icon={<Download aria-hidden />} />}
        label={say.title}
        choices={[
          { id: 'shown', label: say.shown[view] },
          { id: 'range', label: say.range },
          { id: 'all', label: say.all },
        ]}
        onChoose={(what) => (what === 'range' ? setAsks(true) : void save(what === 'all' ? { from: null, to: null } : shown))}
      />
      {asks && <RangeDialog start={shown} onClose={() => setAsks(false)} />}
    </>
  )
}

/** Asks for the first and the last day; each may stay open. */
function RangeDialog({ start, onClose }: { start: { from: LocalDate; to: LocalDate }; onClose: () => void }) {
  const [from, setFrom] = useState<LocalDate | null>(start.from)
  const [to, setTo] = useState<LocalDate | null>(start.to)
  const isBackwards = from !== null && to !== null && to < from
  return (
    <Dialog title={say.rangeTitle} isOpen width="narrow" onOpenChange={onClose}>
      <DialogBody>
        <div className={styles.days}>
          <DateField label={say.from} value={from} onChange={setFrom} autoFocus />
          <DateField label={say.to} value={to} onChange={setTo} />
        </div>
        <p className={styles.hint} {...(isBackwards && { role: 'alert' })}>
          {isBackwards ? words.errors.endBeforeStart : say.hint}
        </p>
      </DialogBody>
      <DialogActions>
        <Button onPress={onClose}>{words.app.cancel}</Button>
        <Button
          kind="primary"
          isDisabled={isBackwards}
          onPress={() => {
            void save({ from, to })
            onClose()
          }}
        >
          {say.save}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

async function save(days: CallInput<'exportCalendar'>): Promise<void> {
  const reply = await bridge.call('exportCalendar', days)
  if (!reply.ok) return showToast({ message: reply.error.message, tone: 'error' })
  const { name, type, text } = reply.data
  download(name, type, text)
  showToast({ message: words.export.saved(name) })
}
