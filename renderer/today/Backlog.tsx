import { lazy, Suspense, useState } from 'react'
import type { LocalDate } from '../../shared/dates.ts'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import { useRemembered } from '../ui/useRemembered.ts'

const BacklogDialog = lazy(() => import('./BacklogDialog.tsx').then((module) => ({ default: module.BacklogDialog })))

/** Offers new dates for what waited while the person was away; put off, it is quiet until the next day. */
export function Backlog({ date }: { date: LocalDate }) {
  const { locale } = useReader()
  const backlog = useCall('getBacklog', {}).data
  const [quietOn, setQuietOn] = useRemembered('backlog-quiet-on', '')
  const [isOpen, setOpen] = useState(false)
  if (!backlog || backlog.moves.length === 0 || quietOn === date) return null
  const putOff = () => {
    setOpen(false)
    setQuietOn(date)
  }
  return (
    <>
      <Banner
        action={
          <Button size="small" onPress={() => setOpen(true)}>
            {words.backlog.look}
          </Button>
        }
        onDismiss={putOff}
      >
        {words.backlog.waited(backlog.waiting, wholeNumber(backlog.waiting, locale))}
      </Banner>
      <Suspense>{isOpen && <BacklogDialog backlog={backlog} onClose={() => setOpen(false)} onPutOff={putOff} />}</Suspense>
    </>
  )
}
