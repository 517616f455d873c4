import { AlarmClock, Check } from 'lucide-react'
import type { RefObject } from 'react'
import { GridList, GridListItem, Popover } from 'react-aria-components'
import { navigate } from 'wouter/use-hash-location'
import type { MissedReminder } from '../../shared/api.ts'
import { dueWords } from '../../shared/format.ts'
import { snoozeMinutes } from '../../shared/reminder.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { IconButton } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { classes } from '../ui/classes.ts'
import menu from '../ui/Menu.module.css'
import { useReader } from '../ui/Reader.tsx'
import { EmptyState, ErrorState, Spinner } from '../ui/States.tsx'
import styles from './Missed.module.css'

const say = words.missed

/** The reminders that are still open, the latest first: Enter opens the lead, the arrows go on to Done and Snooze. */
export function Missed({ anchor, ...list }: ListProps & { anchor: RefObject<Element | null> }) {
  return (
    <Popover className={classes(menu.popover, styles.popover)} triggerRef={anchor} isOpen onOpenChange={(open) => !open && list.onClose()} placement="right bottom" offset={14} aria-label={say.title}>
      <List {...list} />
    </Popover>
  )
}

interface ListProps {
  /** How many there are; the list may end earlier. */
  count: number
  onClose: () => void
}

function List({ count, onClose }: ListProps) {
  const missed = useCall('getMissed', {})
  if (!missed.data) return missed.isError ? <ErrorState message={missed.error.message} onRetry={() => void missed.refetch()} /> : <Spinner />
  const openLead = (leadId: string) => {
    onClose()
    navigate(`/lead/${leadId}`)
  }
  return (
    <>
      <h2 className={styles.title}>{say.title}</h2>
      <GridList
        aria-label={say.title}
        className={classes(styles.list)}
        autoFocus="first"
        renderEmptyState={() => (
          <EmptyState icon={<Check />} title={say.caughtUp}>
            {say.caughtUpHint}
          </EmptyState>
        )}
      >
        {missed.data.map((reminder) => (
          <Row key={reminder.touchId} reminder={reminder} onOpen={() => openLead(reminder.leadId)} />
        ))}
      </GridList>
      {count > missed.data.length && missed.data.length > 0 && <p className={styles.more}>{say.more(missed.data.length, count)}</p>}
    </>
  )
}

function Row({ reminder, onOpen }: { reminder: MissedReminder; onOpen: () => void }) {
  const { touchId, contactName, channel, purpose, due } = reminder
  const when = dueWords(due, useReader())
  const title = words.reminders.due(words.channels[channel], contactName)
  const complete = async () => {
    const reply = await runCommand('completeTouch', { id: touchId, outcome: null, notes: '', next: 'proposed' })
    // Its page shows the next step that was planned, to be agreed to or changed (practice P2).
    if (reply.ok) onOpen()
  }
  return (
    <GridListItem id={touchId} textValue={`${title} · ${when}`} className={classes(styles.row)} onAction={onOpen}>
      <ChannelIcon channel={channel} />
      <span className={styles.what}>
        <span className={styles.name}>{title}</span>
        <span className={styles.about}>{[when, purpose].filter(Boolean).join(' · ')}</span>
      </span>
      <IconButton size="small" label={say.done(contactName)} icon={<Check />} onPress={() => void complete()} />
      <IconButton size="small" label={say.snooze(contactName)} icon={<AlarmClock />} onPress={() => void runCommand('snoozeTouch', { id: touchId, minutes: snoozeMinutes })} />
    </GridListItem>
  )
}
