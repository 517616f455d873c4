import { ChevronDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { isKnownZone, type Zone } from '../../shared/dates.ts'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import menu from './Menu.module.css'
import { useReader } from './Reader.tsx'

export interface ZoneFieldProps {
  label: string
  hideLabel?: boolean
  /** Null is the computer's own zone, offered when `automatic` names it. */
  value: Zone | null
  onChange: (value: Zone | null) => void
  automatic?: string
}

const automaticKey = 'automatic'

/** A time zone, found by typing a part of its city or region. */
export function ZoneField({ label, hideLabel = false, value, onChange, automatic }: ZoneFieldProps) {
  const reader = useReader()
  // Some four hundred formatters: made once, not again with each minute.
  const [zones] = useState(() => zoneChoices(reader.locale, reader.now))
  const choices = useMemo(() => {
    const known = value === null || zones.some((zone) => zone.id === value) ? zones : [{ id: value, name: zoneName(value), offset: '' }, ...zones]
    return automatic === undefined ? known : [{ id: automaticKey, name: automatic, offset: '' }, ...known]
  }, [zones, value, automatic])
  return (
    <ComboBox
      className={classes(styles.field)}
      menuTrigger="focus"
      defaultItems={choices}
      value={value ?? automaticKey}
      onChange={(key) => key !== null && onChange(key === automaticKey ? null : String(key))}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <div className={styles.box}>
        {/* What is typed takes the place of the chosen zone. */}
        <Input className={classes(styles.input)} onClick={(event) => event.currentTarget.select()} />
        <Button className={classes(styles.boxButton)}>
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <Popover className={classes(menu.popover)} offset={4}>
        <ListBox<ZoneChoice> className={classes(menu.menu)}>
          {(zone) => (
            <ListBoxItem id={zone.id} textValue={zone.name} className={classes(menu.item)}>
              <span className={menu.label}>{zone.name}</span>
              <span className={menu.keys}>{zone.offset}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

interface ZoneChoice {
  id: Zone
  name: string
  /** Its distance from UTC now. */
  offset: string
}

/** Names that zones had before; some runtimes still list them so. */
const renamed: Record<string, Zone> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
}

function zoneChoices(locale: string, now: number): ZoneChoice[] {
  return [...new Set(Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone)), 'UTC']
    .filter(isKnownZone)
    .map((id) => ({ id, name: zoneName(id), offset: zoneOffset(id, locale, now) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
}

/** The city that a zone is named after, `Berlin`. */
export function zoneCity(zone: Zone): string {
  return zone.replaceAll('_', ' ').split('/').at(-1) ?? zone
}

/** A zone as a person knows it: its city first, `Kolkata, Asia`. */
export function zoneName(zone: Zone): string {
  const [region] = zone.split('/')
  return region === zone ? zone : `${zoneCity(zone)}, ${region}`
}

function zoneOffset(zone: Zone, locale: string, now: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(now)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
}
