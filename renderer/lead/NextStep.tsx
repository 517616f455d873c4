import { AlarmClock, CalendarClock, CalendarPlus, Check, Flag, NotebookPen, Reply, SkipForward } from 'lucide-react'
import { useRef, useState, type RefObject } from 'react'
import { toInstant } from '../../shared/dates.ts'
import { dateAndTime, dueGroup, dueWords, type Reader } from '../../shared/format.ts'
import { mayRest } from '../../shared/lead.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { nextTouch, type Touch } from '../../shared/touch.ts'
import { runCommand, useCall } from '../api.ts'
import { TouchForm, type TouchWork } from '../touch/TouchForm.tsx'
import { Button } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { classes } from '../ui/classes.ts'
import { useScreenKeys } from '../ui/keys.ts'
import { MenuAt } from '../ui/Menu.tsx'
import { useReader } from '../ui/Reader.tsx'
import { snoozeChoices, snoozeMinutes } from '../ui/snooze.ts'
import { TouchNotes } from '../ui/TouchNotes.tsx'
import type { LeadData } from './data.ts'
import styles from './NextStep.module.css'

/** The next step of a lead, or the flag that it has none, with what can be done about it (practice P2). */
export function NextStep({ data, name }: { data: LeadData; name: string }) {
  const reader = useReader()
  // The form stays with the touch that it was opened for, also while the next one takes its place.
  const [open, setOpen] = useState<{ work: TouchWork | 'snooze'; touch: Touch | null } | null>(null)
  const snoozeButton = useRef<HTMLSpanElement>(null)
  const touch = nextTouch(data.touches, reader.zone)
  const work = (wanted: TouchWork | 'snooze', needsTouch: boolean) => () => (needsTouch && touch === null ? false : setOpen({ work: wanted, touch }))
  const plan = work(touch ? 'reschedule' : 'schedule', false)
  const replied = () => void runCommand('noteReply', { leadId: data.lead.id, channel: null, notes: '' }, { said: todayWords.replied(name) })
  useScreenKeys({
    d: work('complete', true),
    y: replied,
    s: work('snooze', true),
    r: plan,
    k: work('skip', true),
    l: work('log', false),
  })
  const atRest = mayRest(data.stage, data.contact)
  const quiet = { size: 'small', kind: 'quiet' } as const
  return (
    <section className={styles.box} aria-label={words.lead.next}>
      <div className={styles.head}>
        <Now touch={touch} atRest={atRest} reader={reader} />
        <div className={styles.actions}>
          {touch && (
            <Button size="small" icon={<Check aria-hidden />} onPress={work('complete', true)} aria-keyshortcuts="D">
              {todayWords.done}
            </Button>
          )}
          <Button {...quiet} icon={<Reply aria-hidden />} onPress={replied} aria-keyshortcuts="Y">
            {todayWords.theyReplied}
          </Button>
          {touch && (
            <span ref={snoozeButton}>
              <Button {...quiet} icon={<AlarmClock aria-hidden />} onPress={work('snooze', true)} aria-keyshortcuts="S">
                {todayWords.snooze}
              </Button>
            </span>
          )}
          <Button
            size="small"
            kind={touch ? 'quiet' : 'secondary'}
            icon={touch ? <CalendarClock aria-hidden /> : <CalendarPlus aria-hidden />}
            onPress={plan}
            aria-keyshortcuts="R"
          >
            {touch ? todayWords.reschedule : words.lead.schedule}
          </Button>
          {touch && (
            <Button {...quiet} icon={<SkipForward aria-hidden />} onPress={work('skip', true)} aria-keyshortcuts="K">
              {todayWords.skip}
            </Button>
          )}
          <Button {...quiet} icon={<NotebookPen aria-hidden />} onPress={work('log', false)} aria-keyshortcuts="L">
            {words.lead.log}
          </Button>
        </div>
      </div>
      {open?.work === 'snooze' && open.touch && <Snooze touch={open.touch} name={name} anchor={snoozeButton} onClose={() => setOpen(null)} />}
      {open !== null && open.work !== 'snooze' && (
        <div className={styles.form}>
          <TouchForm key={open.work} work={open.work} leadId={data.lead.id} touch={open.touch} name={name} onClose={() => setOpen(null)} />
        </div>
      )}
    </section>
  )
}

function Now({ touch, atRest, reader }: { touch: Touch | null; atRest: boolean; reader: Reader }) {
  if (touch === null) {
    return (
      <div className={styles.now}>
        <span className={classes(styles.icon, !atRest && styles.none)}>
          <Flag aria-hidden />
        </span>
        <div className={styles.words}>
          <span className={classes(styles.when, !atRest && styles.none)}>{atRest ? words.lead.nothingDue : words.lead.noNextStep}</span>
          {!atRest && <span className={styles.purpose}>{todayWords.decide}</span>}
        </div>
      </div>
    )
  }
  const group = dueGroup(touch.due, reader)
  const tone = group === 'overdue' ? styles.late : group === 'today' ? styles.today : null
  const snoozed = touch.snoozedUntil !== null && Date.parse(touch.snoozedUntil) > reader.now ? touch.snoozedUntil : null
  return (
    <div className={styles.now}>
      <span className={classes(styles.icon, tone)}>
        <ChannelIcon channel={touch.channel} />
      </span>
      <div className={styles.words}>
        <span className={styles.when}>
          {words.channels[touch.channel]} · <span className={classes(tone)}>{dueWords(touch.due, reader)}</span>
          {snoozed !== null && <span className={styles.snoozed}> ({todayWords.snoozedUntil(dateAndTime(snoozed, reader))})</span>}
        </span>
        <span className={styles.purpose} dir="auto">
          {touch.purpose || words.lead.next}
        </span>
        <TouchNotes touch={touch} />
      </div>
    </div>
  )
}

function Snooze({ touch, name, anchor, onClose }: { touch: Touch; name: string; anchor: RefObject<Element | null>; onClose: () => void }) {
  const reader = useReader()
  const startOfDay = useCall('getSettings', {}).data?.startOfDay ?? '09:00'
  const snooze = (choice: string) => {
    const now = Date.now()
    const minutes = snoozeMinutes(choice, startOfDay, { ...reader, now })
    const until = dateAndTime(toInstant(now + minutes * 60_000), reader)
    void runCommand('snoozeTouch', { id: touch.id, minutes }, { said: todayWords.snoozed(name, until) })
  }
  return <MenuAt anchor={anchor} isOpen onClose={onClose} label={todayWords.snooze} choices={snoozeChoices} onChoose={snooze} />
}
