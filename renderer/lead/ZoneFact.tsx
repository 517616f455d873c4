import { useEffect, useRef, useState } from 'react'
import { timeOfDayAt, type Zone } from '../../shared/dates.ts'
import { wallTime } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import { ZoneField, zoneCity } from '../ui/ZoneField.tsx'
import { FactRow } from './Fact.tsx'
import styles from './Facts.module.css'
import type { ChooseContact } from './data.ts'

/** The person's own time zone, with the time on their wall. */
export function ZoneFact({ zone, choose }: { zone: Zone | null; choose: ChooseContact }) {
  const { now, locale } = useReader()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) box.current?.querySelector('input')?.focus()
  }, [open])
  const say = words.lead
  const shown = zone === null ? say.notKnown : say.zoneNow(zoneCity(zone), wallTime(timeOfDayAt(now, zone), locale))
  return (
    <FactRow label={say.zone} state={String(open)}>
      {open ? (
        <div className={styles.picker} ref={box}>
          {/* The list of zones takes a moment to make, so it is made only when somebody wants it. */}
          <ZoneField
            label={say.zone}
            hideLabel
            value={zone}
            automatic={say.notKnown}
            onChange={(chosen) => {
              setOpen(false)
              if (chosen !== zone) choose({ zone: chosen })
            }}
          />
          <Button kind="quiet" size="small" onPress={() => setOpen(false)}>
            {words.app.cancel}
          </Button>
        </div>
      ) : (
        <Button kind="quiet" size="small" aria-label={`${say.zone}: ${shown}`} onPress={() => setOpen(true)}>
          {shown}
        </Button>
      )}
    </FactRow>
  )
}
