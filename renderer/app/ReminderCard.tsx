import { Bell, X } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { Events } from '../../shared/api.ts'
import { snoozeMinutes, whenOver } from '../../shared/reminder.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge, runCommand } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import styles from './ReminderCard.module.css'

type Reminder = Events['reminder']

/** The reminders that came while the window was open, the latest on top, until each is dealt with, here or elsewhere. */
export function ReminderCard() {
  const [reminders, drop] = useReminders()
  const reminder = reminders[0]
  if (!reminder) return null

  const close = () => drop(reminder)
  const open = (leadId: string | undefined) => {
    close()
    navigate(leadId === undefined ? '/today' : `/lead/${leadId}`)
  }
  const only = reminder.touches.length === 1 ? reminder.touches[0] : undefined

  const complete = async ({ touchId, leadId }: Reminder['touches'][number]) => {
    const reply = await runCommand('completeTouch', { id: touchId, outcome: null, notes: '', next: 'proposed' })
    // Its page shows the next step that was planned, to be agreed to or changed (practice P2).
    if (reply.ok) open(leadId)
  }

  return (
    <section className={styles.card} role="alert" aria-label={reminder.title}>
      <header className={styles.head}>
        <Bell aria-hidden />
        <h2 className={styles.title}>{reminder.title}</h2>
        <IconButton label={words.app.close} icon={<X />} size="small" onPress={close} />
      </header>
      <p className={styles.body}>{reminder.body}</p>
      <footer className={styles.actions}>
        {only && (
          <>
            <Button size="small" kind="primary" onPress={() => void complete(only)}>
              {words.reminders.done}
            </Button>
            <Button size="small" onPress={() => void runCommand('snoozeTouch', { id: only.touchId, minutes: snoozeMinutes })}>
              {words.reminders.snooze}
            </Button>
          </>
        )}
        <Button size="small" kind={only ? 'secondary' : 'primary'} onPress={() => open(only?.leadId)}>
          {words.reminders.open}
        </Button>
      </footer>
    </section>
  )
}

function useReminders(): [Reminder[], (reminder: Reminder) => void] {
  const [reminders, setReminders] = useState<Reminder[]>([])
  const drop = useCallback((reminder: Reminder) => setReminders((all) => all.filter((other) => other !== reminder)), [])
  useEffect(() => {
    const stops = [
      bridge.on('reminder', (reminder) => {
        setReminders((others) => [reminder, ...others])
        stops.push(whenOver(reminder, bridge, () => drop(reminder)))
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [drop])
  return [reminders, drop]
}
