import { useCallback, useEffect, useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { Events } from '../../shared/api.ts'
import { whenOver } from '../../shared/reminder.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge } from '../api.ts'
import { notifyInBrowser, useNotificationPermission } from '../ui/browserNotifications.ts'
import { Button } from '../ui/Button.tsx'
import { Reminder } from './Reminder.tsx'
import styles from './ReminderCard.module.css'

type Given = Events['reminder']

/** The reminders that came while the window was open, the latest on top, until each is dealt with, here or elsewhere. */
export function ReminderCard() {
  const [reminders, drop] = useReminders()
  const [permission, ask] = useNotificationPermission()
  const reminder = reminders[0]
  if (!reminder) return null

  const open = (leadId: string | null) => {
    drop(reminder)
    goTo(leadId)
  }
  // Done leads to the next step that was planned, to be agreed to or changed (practice P2).
  return (
    <Reminder reminder={reminder} className={styles.card} onOpen={open} onDone={open} onClose={() => drop(reminder)}>
      {!reminder.inSystem && permission === 'default' && (
        <div className={styles.offer}>
          <Button size="small" kind="quiet" onPress={ask}>
            {words.browserNotifications.offer}
          </Button>
        </div>
      )}
    </Reminder>
  )
}

function goTo(leadId: string | null) {
  navigate(leadId === null ? '/today' : `/lead/${leadId}`)
}

function useReminders(): [Given[], (reminder: Given) => void] {
  const [reminders, setReminders] = useState<Given[]>([])
  const drop = useCallback((reminder: Given) => setReminders((all) => all.filter((other) => other !== reminder)), [])
  useEffect(() => {
    const stops = [
      bridge.on('reminder', (reminder) => {
        setReminders((others) => [reminder, ...others])
        const open = () => {
          drop(reminder)
          goTo(reminder.touches.length === 1 ? (reminder.touches[0]?.leadId ?? null) : null)
        }
        const takeAway = reminder.inSystem ? null : notifyInBrowser(reminder, open)
        stops.push(
          whenOver(reminder, bridge, () => {
            takeAway?.()
            drop(reminder)
          }),
        )
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [drop])
  return [reminders, drop]
}
