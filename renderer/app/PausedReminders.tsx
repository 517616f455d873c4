import { dateAndTime } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'

/** Says that reminders are paused, for as long as they are: nobody should wait for one in vain. */
export function PausedReminders() {
  const reader = useReader()
  const until = useCall('getSettings', {}).data?.remindersPausedUntil ?? null
  if (until === null || Date.parse(until) <= reader.now) return null
  const say = words.settings.remind
  return (
    <Banner
      action={
        <Button size="small" onPress={() => void runCommand('changeSettings', { remindersPausedUntil: null })}>
          {say.resume}
        </Button>
      }
    >
      {say.pausedUntil(dateAndTime(until, reader))}
    </Banner>
  )
}
