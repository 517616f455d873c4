import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Day } from '../../shared/api.ts'
import { shortDate, wallTime, wholeNumber } from '../../shared/format.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import { useEachMinute } from '../ui/useEachMinute.ts'
import styles from './DayPanel.module.css'

const say = todayWords.day
/** More promises of a side than this are only counted. */
const mostPromises = 5

/** What stands beside the queue: today's conversations, how much is done and left, and the promises of both sides. */
export function DayPanel() {
  const day = useCall('getDay', {})
  useEachMinute(day)
  return <aside className={styles.day} aria-label={say.title}>{day.data && <Told day={day.data} />}</aside>
}

function Told({ day: { meetings, load, promises } }: { day: Day }) {
  const mine = promises.filter(({ side }) => side === 'mine')
  const theirs = promises.filter(({ side }) => side === 'theirs')
  return (
    <>
      <Part title={say.meetings}>
        {meetings.length === 0 ? <p className={styles.none}>{say.noMeetings}</p> : <ul>{meetings.map((meeting) => <Meeting key={`${meeting.leadId} ${meeting.at}`} meeting={meeting} />)}</ul>}
      </Part>
      <Part title={say.load}>
        <Load load={load} />
      </Part>
      {promises.length === 0 && (
        <Part title={say.promises}>
          <p className={styles.none}>{say.noPromises}</p>
        </Part>
      )}
      {mine.length > 0 && <Promises title={say.mine} promises={mine} />}
      {theirs.length > 0 && <Promises title={say.theirs} promises={theirs} />}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Meeting({ meeting: { leadId, contactName, company, at, channel, isDone } }: { meeting: Day['meetings'][number] }) {
  const { locale } = useReader()
  return (
    <li>
      <Link href={`/lead/${leadId}`} className={classes(styles.row, isDone && styles.over)}>
        <span className={styles.time}>{wallTime(at.slice(11), locale)}</span>
        <Who name={contactName} about={[words.channels[channel], company !== contactName && company].filter(Boolean).join(' · ')} />
        {isDone ? <Check aria-label={say.meetingDone} /> : <ChannelIcon channel={channel} />}
      </Link>
    </li>
  )
}

function Load({ load: { done, left, limit } }: { load: Day['load'] }) {
  const { locale } = useReader()
  const all = Math.max(limit, done + left)
  const over = done + left - limit
  return (
    <>
      <p className={styles.figures}>
        <strong>{say.loadDone(done)}</strong>
        <span>{say.loadLeft(left)}</span>
        <span className={styles.limit}>{say.loadLimit(limit)}</span>
      </p>
      <div className={styles.bar} aria-hidden>
        <span className={styles.done} style={{ width: `${(done / all) * 100}%` }} />
        <span className={styles.left} style={{ width: `${(left / all) * 100}%` }} />
      </div>
      {over > 0 && <p className={styles.note}>{say.over(wholeNumber(over, locale))}</p>}
    </>
  )
}

function Promises({ title, promises }: { title: string; promises: Day['promises'] }) {
  const { locale } = useReader()
  return (
    <Part title={title}>
      <ul>
        {promises.slice(0, mostPromises).map((promise) => (
          <Promise key={promise.id} promise={promise} />
        ))}
      </ul>
      {promises.length > mostPromises && <p className={styles.none}>{say.more(wholeNumber(promises.length - mostPromises, locale))}</p>}
    </Part>
  )
}

function Promise({ promise: { leadId, contactName, what, by, standing } }: { promise: Day['promises'][number] }) {
  const reader = useReader()
  const isLate = standing.kind === 'late'
  const when = isLate ? say.late(standing.days) : standing.kind === 'today' ? words.due.today : standing.days === 1 ? words.due.tomorrow : shortDate(by ?? '', reader)
  return (
    <li>
      <Link href={`/lead/${leadId}`} className={styles.row}>
        <Who name={what} about={contactName} />
        <span className={classes(styles.when, isLate && styles.late, standing.kind === 'today' && styles.today)}>{when}</span>
      </Link>
    </li>
  )
}

function Who({ name, about }: { name: string; about: string }) {
  return (
    <span className={styles.who}>
      <span className={styles.name} dir="auto" title={name}>
        {name}
      </span>
      <span className={styles.about} dir="auto">
        {about}
      </span>
    </span>
  )
}
