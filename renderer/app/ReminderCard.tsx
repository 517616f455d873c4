import { Bell, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { Events } from '../../shared/api.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge, runCommand } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import styles from './ReminderCard.module.css'

type Reminder = Events['reminder']

const snoozeMinutes = 15

/** The reminders that came while the window was open, the latest on top, until each is dealt with. */
export function ReminderCard() {
  const [reminders, setReminders] = useState<Reminder[]>([])
  useEffect(() => bridge.on('reminder', (reminder) => setReminders((others) => [reminder, ...others])), [])
  const reminder = reminders[0]
  if (!reminder) return null

  const close = () => setReminders((all) => all.filter((other) => other !== reminder))
  const open = (leadId: string | undefined) => {
    close()
    navigate(leadId === undefined ? '/today' : `/lead/${leadId}`)
  }
  const only = reminder.touches.length === 1 ? reminder.touches[0] : undefined

  const complete = async ({ touchId, leadId }: Reminder['touches'][number]) => {
    const reply = await runCommand('completeTouch', { id: touchId, outcome: null, notes: '', next: null })
    // The lead now needs its next step, and its page asks for that (practice P2).
    if (reply.ok) open(leadId)
  }
  const snooze = async ({ touchId }: Reminder['touches'][number]) => {
    const reply = await runCommand('snoozeTouch', { id: touchId, minutes: snoozeMinutes })
    if (reply.ok) close()
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
            <Button size="small" onPress={() => void snooze(only)}>
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
