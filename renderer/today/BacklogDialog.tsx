import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { compactMoney, dueWords, longDate, wholeNumber, type Reader } from '../../shared/format.ts'
import type { Backlog } from '../../shared/respread.ts'
import { words } from '../../shared/strings/words.ts'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { useReader } from '../ui/Reader.tsx'
import styles from './BacklogDialog.module.css'

type Move = Backlog['moves'][number]

const say = words.backlog

/** The proposal for what waited, by day: each touch can be left where it is, and one command takes over the rest. */
export function BacklogDialog({ backlog, onClose, onPutOff }: { backlog: Backlog; onClose: () => void; onPutOff: () => void }) {
  const reader = useReader()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const written = (count: number) => wholeNumber(count, reader.locale)
  const moves = backlog.moves.filter(({ touchId }) => !left.has(touchId))
  const accepting = useCommand('respread', { said: say.done(moves.length, written(moves.length)) })
  const accept = async () => {
    const reply = await accepting.run({ moves: moves.map(({ touchId, to }) => ({ touchId, to })) })
    if (reply.ok) onClose()
  }
  const choose = (touchId: string, isMoved: boolean) => {
    const next = new Set(left)
    if (isMoved) next.delete(touchId)
    else next.add(touchId)
    setLeft(next)
  }
  return (
    <Dialog title={say.title} width="wide" isOpen onOpenChange={onClose}>
      <DialogBody>
        <p className={styles.intro}>{say.intro(backlog.days.length)}</p>
        {backlog.days.map(({ date, there }) => {
          const ofDay = backlog.moves.filter(({ to }) => to === date)
          const count = there + ofDay.filter(({ touchId }) => !left.has(touchId)).length
          return (
            <section key={date} className={styles.day} aria-label={longDate(date, reader)}>
              <DayHead date={longDate(date, reader)} count={count} limit={backlog.dailyLoad} />
              <ul>
                {ofDay.map((move) => (
                  <Row key={move.touchId} move={move} isMoved={!left.has(move.touchId)} onChange={(isMoved) => choose(move.touchId, isMoved)} reader={reader} />
                ))}
              </ul>
            </section>
          )
        })}
      </DialogBody>
      <DialogActions>
        <Button onPress={onPutOff}>{say.later}</Button>
        <Button kind="primary" autoFocus isDisabled={accepting.pending || moves.length === 0} onPress={() => void accept()}>
          {say.accept(moves.length, written(moves.length))}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function DayHead({ date, count, limit }: { date: string; count: number; limit: number }) {
  return (
    <div className={styles.head}>
      <h3>{date}</h3>
      <ProgressBar label={say.dayLabel(date, count, limit)} value={Math.min(count, limit)} max={limit} />
      <span className={styles.count} aria-hidden>
        {say.day(count, limit)}
      </span>
    </div>
  )
}

function Row({ move, isMoved, onChange, reader }: { move: Move; isMoved: boolean; onChange: (isMoved: boolean) => void; reader: Reader }) {
  const { contactName, company, channel, purpose, from, to, value, reason, promised } = move
  const about = reason === 'value' && value ? compactMoney(value, reader.locale) : promised
  return (
    <li className={styles.row} data-left={!isMoved || undefined}>
      <input type="checkbox" checked={isMoved} aria-label={say.move(contactName)} onChange={(event) => onChange(event.target.checked)} />
      <ChannelIcon channel={channel} />
      <span className={styles.who}>
        <span className={styles.name}>
          {contactName}
          {company !== '' && company !== contactName && <span className={styles.company}> {company}</span>}
        </span>
        <span className={styles.purpose}>{[words.channels[channel], purpose].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles.when}>
        <span className={styles.dates}>
          {dueWords(from, reader)} <ArrowRight aria-hidden /> {dueWords({ date: to, time: null, zone: null }, reader)}
        </span>
        <span className={styles.reason}>{say.reasons[reason](about)}</span>
      </span>
    </li>
  )
}
