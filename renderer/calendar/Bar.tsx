import { ChevronLeft, ChevronRight, CircleDashed, Flag, ListFilter } from 'lucide-react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { CalendarFilter, CalendarView } from '../../shared/calendar.ts'
import type { Channel } from '../../shared/channel.ts'
import { words } from '../../shared/strings/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { classes } from '../ui/classes.ts'
import menu from '../ui/Menu.module.css'
import { Segmented } from '../ui/Segmented.tsx'
import { Select } from '../ui/Select.tsx'
import { Checkbox } from '../ui/TextField.tsx'
import styles from './Calendar.module.css'
import grid from './Grid.module.css'
import { useIsTight } from './useIsTight.ts'

const say = words.calendar
const channels = Object.keys(words.channels) as Channel[]
const views = (['month', 'week', 'day', 'agenda'] as const).map((id) => ({ id, label: say.views[id] }))

/** To the days before and after, and back to today. */
export function Paging({ onPage, onToday }: { onPage: (by: 1 | -1) => void; onToday: () => void }) {
  return (
    <div className={styles.paging}>
      <IconButton label={say.previous} keys="←" icon={<ChevronLeft aria-hidden />} onPress={() => onPage(-1)} />
      <Button kind="quiet" onPress={onToday} aria-keyshortcuts="T">
        {say.today}
      </Button>
      <IconButton label={say.next} keys="→" icon={<ChevronRight aria-hidden />} onPress={() => onPage(1)} />
    </div>
  )
}

/** How the days are laid out; a list to choose from where the bar has no room for all. */
export function ViewChoice({ view, onChange }: { view: CalendarView; onChange: (view: CalendarView) => void }) {
  const isTight = useIsTight()
  if (!isTight) return <Segmented label={say.view} options={views} value={view} onChange={onChange} />
  return (
    <div className={styles.tight}>
      <Select label={say.view} hideLabel options={views} value={view} onChange={onChange} />
    </div>
  )
}

/** What is shown on the days; its rows are the key to the colours, too. */
export function Shown({ filter, onChange }: { filter: CalendarFilter; onChange: (changes: Partial<{ channels: Channel[]; promises: boolean; planned: boolean }>) => void }) {
  const isAll = filter.channels.length === 0
  const toggle = (channel: Channel, on: boolean) => {
    const chosen = channels.filter((one) => (one === channel ? on : isAll || filter.channels.includes(one)))
    onChange({ channels: chosen.length === channels.length ? [] : chosen })
  }
  const hidden = (isAll ? 0 : channels.length - filter.channels.length) + Number(!filter.promises) + Number(!filter.planned)
  return (
    <DialogTrigger>
      <Button icon={<ListFilter aria-hidden />} aria-label={say.shownFacts(hidden)}>
        <span className={styles.wide}>{say.shown}</span>
        {hidden > 0 && <span>{say.hidden(hidden)}</span>}
      </Button>
      <Popover className={classes(menu.popover)} offset={4} placement="bottom end">
        <Dialog className={classes(styles.panel)} aria-label={say.shownTitle}>
          <fieldset className={styles.group}>
            <legend className={styles.legend}>{say.touches}</legend>
            {channels.map((channel) => (
              <div key={channel} className={classes(styles.choice, grid[channel])}>
                <Checkbox label={words.channels[channel]} isSelected={isAll || filter.channels.includes(channel)} isDisabled={filter.channels.length === 1 && filter.channels[0] === channel} onChange={(on) => toggle(channel, on)} />
                <span className={grid.sign}>
                  <ChannelIcon channel={channel} />
                </span>
              </div>
            ))}
          </fieldset>
          <div className={styles.rule} />
          <div className={classes(styles.choice, grid.promise)}>
            <Checkbox label={say.showPromises} isSelected={filter.promises} onChange={(promises) => onChange({ promises })} />
            <span className={grid.sign}>
              <Flag aria-hidden />
            </span>
          </div>
          <div className={classes(styles.choice, grid.promise)}>
            <Checkbox label={say.showPlanned} isSelected={filter.planned} onChange={(planned) => onChange({ planned })} />
            <span className={grid.sign}>
              <CircleDashed aria-hidden />
            </span>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
