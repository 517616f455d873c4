import { useEffect, useState } from 'react'
import type { CallOutput } from '../../shared/api.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { useCall } from '../api.ts'
import { useReader } from '../ui/Reader.tsx'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useEachMinute } from '../ui/useEachMinute.ts'
import { Backlog } from './Backlog.tsx'
import { DayPanel } from './DayPanel.tsx'
import { Finished, Start } from './Finished.tsx'
import { Progress } from './Progress.tsx'
import { Queue } from './Queue.tsx'
import { splitSnoozed, withWaiting, type Session } from './session.ts'
import styles from './Today.module.css'

/** Kept while the window is open, whichever screen it shows. */
let session: Session | null = null

/** One queue of all that wants attention now, worked through by keyboard (practices P2, P14). */
export function Today() {
  const today = useCall('getToday', {})
  // What falls due moves into the queue, or in it, without anything having changed.
  useEachMinute(today)
  if (today.isError && !today.data) {
    return (
      <>
        <TopBar title={todayWords.title} />
        <ErrorState message={today.error.message} onRetry={() => void today.refetch()} />
      </>
    )
  }
  return today.data ? <Day {...today.data} /> : <Spinner />
}

function Day({ date, items }: CallOutput<'getToday'>) {
  const reader = useReader()
  const counts = useCall('getCounts', {}).data
  const { waiting, snoozed } = splitSnoozed(items, reader.now)
  const [kept, setKept] = useState(session)
  const current = withWaiting(kept, date, waiting)
  if (current !== kept) setKept(current)
  useEffect(() => {
    session = current
  }, [current])
  const all = current.seen.size
  const worked = all - waiting.length
  return (
    <>
      <TopBar title={todayWords.title}>{all > 0 && <Progress done={worked} all={all} />}</TopBar>
      <Backlog date={date} />
      <div className={styles.screen}>
        <div className={styles.columns}>
          <div className={styles.queue}>
            {waiting.length === 0 && (worked > 0 ? <Finished worked={worked} /> : snoozed.length === 0 && counts && <Start counts={counts} />)}
            {items.length > 0 && <Queue items={[...waiting, ...snoozed]} />}
          </div>
          {counts && counts.leads > 0 && <DayPanel />}
        </div>
      </div>
    </>
  )
}
