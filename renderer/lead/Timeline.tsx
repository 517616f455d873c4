import { CalendarClock, Copy, MailCheck, PencilLine, Route, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { LeadEnrolment, RecapSummary } from '../../shared/api.ts'
import { dueDate, localDateAt } from '../../shared/dates.ts'
import { age, dateAndTime, dueGroup, dueWords, shortDate } from '../../shared/format.ts'
import { recapState, type RecapState } from '../../shared/recap.ts'
import { enrolmentWords } from '../../shared/strings/cadence-words.ts'
import { recapsWords } from '../../shared/strings/composer-words.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { nextTouch, type Touch } from '../../shared/touch.ts'
import { hasGiven } from '../../shared/value-figures.ts'
import { runCommand } from '../api.ts'
import { TouchForm } from '../touch/TouchForm.tsx'
import { IconButton } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { Chip } from '../ui/Chip.tsx'
import { classes } from '../ui/classes.ts'
import { recapWhen } from '../ui/recapWhen.ts'
import { useReader } from '../ui/Reader.tsx'
import { TouchNotes } from '../ui/TouchNotes.tsx'
import type { LeadData } from './data.ts'
import { pastOf } from './past.ts'
import styles from './Timeline.module.css'

/** What is due after the next step and what waits with a paused cadence; apart from it what was, the latest first. */
export function Timeline({ data, name }: { data: LeadData; name: string }) {
  const { touches, recaps, enrolments, unanswered } = data
  const reader = useReader()
  const next = nextTouch(touches, reader.zone)
  const later = touches.filter((touch) => touch.state === 'due' && touch.id !== next?.id)
  const held = touches.filter((touch) => touch.state === 'held')
  const past = pastOf(touches, enrolments)
  return (
    <>
      {later.length > 0 && (
        <section className={styles.part} aria-label={words.lead.dueHead}>
          <h2>{words.lead.dueHead}</h2>
          <ul className={styles.list}>
            {later.map((touch) => (
              <PlannedTouch key={touch.id} touch={touch} name={name} />
            ))}
          </ul>
        </section>
      )}
      {held.length > 0 && (
        <section className={styles.part} aria-label={words.lead.heldHead}>
          <h2>{words.lead.heldHead}</h2>
          <ul className={styles.list}>
            {held.map((touch) => (
              <PlannedTouch key={touch.id} touch={touch} name={name} />
            ))}
          </ul>
        </section>
      )}
      {recaps.length > 0 && (
        <section className={styles.part} aria-label={words.lead.recapHead}>
          <h2>{words.lead.recapHead}</h2>
          <ul className={styles.list}>
            {recaps.map((recap) => (
              <RecapRow key={recap.id} recap={recap} />
            ))}
          </ul>
        </section>
      )}
      <section className={styles.part} aria-label={words.lead.doneHead}>
        <h2>
          {words.lead.doneHead}
          {unanswered > 0 && <Chip tone="today">{words.lead.unanswered(unanswered)}</Chip>}
        </h2>
        {past.length === 0 ? (
          <p className={styles.nothing}>{words.lead.nothingDone}</p>
        ) : (
          <ul className={styles.list}>
            {past.map((event) => ('touch' in event ? <PastTouch key={event.touch.id} touch={event.touch} /> : <EndedCadence key={event.ended.enrolment.id} ended={event.ended} />))}
          </ul>
        )}
      </section>
    </>
  )
}

function PlannedTouch({ touch, name }: { touch: Touch; name: string }) {
  const reader = useReader()
  const [isOpen, setOpen] = useState(false)
  const isHeld = touch.state === 'held'
  const group = dueGroup(touch.due, reader)
  return (
    <li className={styles.planned}>
      <div className={styles.touch}>
        <span className={styles.icon}>
          <ChannelIcon channel={touch.channel} />
        </span>
        <div className={styles.what}>
          <Subject touch={touch} />
          <TouchNotes touch={touch} />
        </div>
        <span className={classes(styles.when, !isHeld && group === 'overdue' && styles.late, !isHeld && group === 'today' && styles.today)}>
          {isHeld ? words.lead.plannedFor(shortDate(dueDate(touch.due, reader.zone), reader)) : dueWords(touch.due, reader)}
        </span>
        {!isHeld && <IconButton label={todayWords.reschedule} icon={<CalendarClock />} size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} />}
        <IconButton label={words.lead.cancelTouch} icon={<X />} size="small" onPress={() => void runCommand('cancelTouch', { id: touch.id })} />
      </div>
      {isOpen && (
        <div className={styles.form}>
          <TouchForm work="reschedule" leadId={touch.leadId} touch={touch} name={name} onClose={() => setOpen(false)} />
        </div>
      )}
    </li>
  )
}

/** A touch that was done, left undone on purpose, or called off; each says which. */
function PastTouch({ touch }: { touch: Touch }) {
  const reader = useReader()
  const { state, outcome, completedAt, brings, notes } = touch
  const day = dueDate(touch.due, reader.zone)
  const isOnDay = completedAt !== null && localDateAt(Date.parse(completedAt), reader.zone) === day
  const isUndone = state === 'skipped' || state === 'cancelled'
  const facts = [isUndone ? words.lead.states[state] : outcome && words.outcomes[outcome], isOnDay ? null : words.lead.wasDue(shortDate(day, reader)), brings !== '' && hasGiven(touch) && words.lead.brought(brings)]
  return (
    <li className={classes(styles.touch, styles.row, isUndone && styles.undone)}>
      <span className={styles.icon}>
        <ChannelIcon channel={touch.channel} />
      </span>
      <div className={styles.what}>
        <span className={classes(state === 'cancelled' && styles.off)}>
          <Subject touch={touch} />
        </span>
        <span className={styles.outcome}>{facts.filter(Boolean).join(' · ')}</span>
        {notes !== '' && (
          <p className={styles.notes} dir="auto">
            {notes}
          </p>
        )}
      </div>
      {completedAt !== null && (
        <time className={styles.when} dateTime={completedAt} title={dateAndTime(completedAt, reader)}>
          {isOnDay ? age(completedAt, reader) : dateAndTime(completedAt, reader)}
        </time>
      )}
    </li>
  )
}

/** A cadence that is over, and why. */
function EndedCadence({ ended: { cadence, enrolment } }: { ended: LeadEnrolment }) {
  const reader = useReader()
  if (enrolment.ended === null) return null
  const { at, reason } = enrolment.ended
  return (
    <li className={classes(styles.touch, styles.row, styles.undone)}>
      <span className={styles.icon}>
        <Route aria-hidden />
      </span>
      <span className={styles.what}>{words.lead.cadenceEnded(cadence, enrolmentWords.reasons[reason])}</span>
      <time className={styles.when} dateTime={at} title={dateAndTime(at, reader)}>
        {age(at, reader)}
      </time>
    </li>
  )
}

function Subject({ touch }: { touch: Touch }) {
  return (
    <span>
      {words.channels[touch.channel]}
      {touch.purpose !== '' && (
        <>
          {' · '}
          <span dir="auto">{touch.purpose}</span>
        </>
      )}
    </span>
  )
}

const recapIcons: Record<RecapState, ReactNode> = { draft: <PencilLine aria-hidden />, copied: <Copy aria-hidden />, sent: <MailCheck aria-hidden /> }

function RecapRow({ recap }: { recap: RecapSummary }) {
  const reader = useReader()
  return (
    <li>
      <Link href={`/recap/${recap.id}`} className={classes(styles.touch, styles.row, styles.link)}>
        <span className={styles.icon}>
          {recapIcons[recapState(recap)]}
        </span>
        <span className={styles.what} dir="auto">
          {recap.subject || recapsWords.noSubject}
        </span>
        <span className={styles.when} title={dateAndTime(recap.sentAt ?? recap.copiedAt ?? recap.updatedAt, reader)}>
          {recapWhen(recap, reader)}
          {recap.versions > 1 && ` · ${recapsWords.versions(recap.versions)}`}
        </span>
      </Link>
    </li>
  )
}
