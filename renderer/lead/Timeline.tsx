import { FileText, X } from 'lucide-react'
import { Link } from 'wouter'
import type { RecapSummary } from '../../shared/api.ts'
import { age, dateAndTime, dueGroup, dueWords } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { nextTouch, type Touch } from '../../shared/touch.ts'
import { runCommand } from '../api.ts'
import { IconButton } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { Chip } from '../ui/Chip.tsx'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import type { LeadData } from './LeadPage.tsx'
import styles from './Timeline.module.css'

/** What is due after the next step, and apart from it what was done, the latest first. */
export function Timeline({ data: { touches, recaps, unanswered } }: { data: LeadData }) {
  const reader = useReader()
  const next = nextTouch(touches, reader.zone)
  const later = touches.filter((touch) => touch.state === 'due' && touch.id !== next?.id)
  const past = touches.filter((touch) => touch.state !== 'due')
  return (
    <>
      {later.length > 0 && (
        <section className={styles.part} aria-label={words.lead.dueHead}>
          <h2>{words.lead.dueHead}</h2>
          <ul className={styles.list}>
            {later.map((touch) => (
              <DueTouch key={touch.id} touch={touch} />
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
            {past.map((touch) => (
              <PastTouch key={touch.id} touch={touch} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function DueTouch({ touch }: { touch: Touch }) {
  const reader = useReader()
  const group = dueGroup(touch.due, reader)
  return (
    <li className={styles.touch}>
      <span className={styles.icon}>
        <ChannelIcon channel={touch.channel} />
      </span>
      <span className={styles.line}>
        <Subject touch={touch} />
      </span>
      <span className={classes(styles.when, group === 'overdue' && styles.late, group === 'today' && styles.today)}>{dueWords(touch.due, reader)}</span>
      <IconButton label={words.lead.cancelTouch} icon={<X />} size="small" onPress={() => void runCommand('cancelTouch', { id: touch.id })} />
    </li>
  )
}

function PastTouch({ touch }: { touch: Touch }) {
  const reader = useReader()
  const cancelled = touch.state === 'cancelled'
  return (
    <li className={classes(styles.touch, cancelled && styles.cancelled)}>
      <span className={styles.icon}>
        <ChannelIcon channel={touch.channel} />
      </span>
      <div className={styles.what}>
        <Subject touch={touch} />
        {(cancelled || touch.outcome !== null) && (
          <span className={styles.outcome}>{cancelled ? words.lead.cancelledState : touch.outcome && words.outcomes[touch.outcome]}</span>
        )}
        {touch.notes !== '' && (
          <p className={styles.notes} dir="auto">
            {touch.notes}
          </p>
        )}
      </div>
      {touch.completedAt !== null && (
        <time className={styles.when} dateTime={touch.completedAt} title={dateAndTime(touch.completedAt, reader)}>
          {age(touch.completedAt, reader)}
        </time>
      )}
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

function RecapRow({ recap }: { recap: RecapSummary }) {
  const reader = useReader()
  return (
    <li>
      <Link href={`/recap/${recap.id}`} className={classes(styles.touch, styles.link)}>
        <span className={styles.icon}>
          <FileText aria-hidden />
        </span>
        <span className={styles.what} dir="auto">
          {recap.subject || words.recaps.noSubject}
        </span>
        <span className={styles.when}>
          {recap.copiedAt === null ? words.recaps.edited(age(recap.updatedAt, reader)) : words.recaps.copiedAt(age(recap.copiedAt, reader))}
        </span>
      </Link>
    </li>
  )
}
