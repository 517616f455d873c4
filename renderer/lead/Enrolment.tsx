import { ArrowRightLeft, CirclePause, EllipsisVertical, ListOrdered, Pause, Play, Square } from 'lucide-react'
import { useRef, useState } from 'react'
import type { LeadEnrolment } from '../../shared/api.ts'
import { shortDate } from '../../shared/format.ts'
import { enrolmentWords } from '../../shared/strings/cadence-words.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import { useAppActions } from '../ui/AppActions.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { useScreenKeys } from '../ui/keys.ts'
import { Menu, MenuAt } from '../ui/Menu.tsx'
import { PlannedSteps } from '../ui/PlannedSteps.tsx'
import { useReader } from '../ui/Reader.tsx'
import styles from './Enrolment.module.css'
import type { LeadData } from './data.ts'

const say = enrolmentWords

/** Later touches shown before they are asked for. */
const fewLater = 2

/** Where a lead stands in its cadence and what can be done about it; without one, the way into one. */
export function Enrolment({ data: { lead, enrolments } }: { data: LeadData }) {
  const { enrol } = useAppActions()
  const current = enrolments.find(({ enrolment }) => enrolment.state !== 'ended')
  const start = () => enrol({ leadIds: [lead.id], ...(current && { leaving: current.enrolment.cadenceId }) })
  useScreenKeys({ c: start })
  if (current) return <Current key={current.enrolment.id} current={current} onMove={start} />
  return (
    <div className={styles.none}>
      <Button size="small" kind="quiet" icon={<ListOrdered aria-hidden />} onPress={start} aria-keyshortcuts="C">
        {say.start}
      </Button>
    </div>
  )
}

function Current({ current, onMove }: { current: LeadEnrolment; onMove: () => void }) {
  const reader = useReader()
  const { enrolment, cadence, number, of, later } = current
  const { id, paused } = enrolment
  const [jumping, setJumping] = useState(false)
  const menu = useRef<HTMLSpanElement>(null)
  const act: Record<string, () => void> = {
    jump: () => setJumping(true),
    move: onMove,
    stop: () => void runCommand('stopEnrolment', { id }),
  }
  return (
    <section className={styles.box} aria-label={say.title}>
      <div className={styles.head}>
        <span className={styles.icon}>{paused ? <CirclePause aria-hidden /> : <ListOrdered aria-hidden />}</span>
        <div className={styles.words}>
          <h2 className={styles.step} dir="auto">
            {say.step(number, of, cadence)}
          </h2>
          <span className={styles.about}>{paused ? say.pausedSince(shortDate(paused.on, reader), paused.daysLeft) : number === of ? say.lastStep : say.left(of - number)}</span>
        </div>
        <Button
          size="small"
          kind={paused ? 'secondary' : 'quiet'}
          icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
          onPress={() => void runCommand(paused ? 'resumeEnrolment' : 'pauseEnrolment', { id })}
        >
          {paused ? say.resume : say.pause}
        </Button>
        <span ref={menu}>
          <Menu
            trigger={<IconButton size="small" label={say.more} icon={<EllipsisVertical />} />}
            label={say.more}
            choices={[
              { id: 'jump', label: say.jump, icon: <ListOrdered aria-hidden />, disabled: later.length === 0 },
              { id: 'move', label: say.moveToOther, icon: <ArrowRightLeft aria-hidden />, keys: 'C' },
              { id: 'stop', label: say.stop, icon: <Square aria-hidden />, danger: true },
            ]}
            onChoose={(choice) => act[choice]?.()}
          />
        </span>
      </div>
      {later.length > 0 && <Later current={current} />}
      {jumping && (
        <MenuAt
          anchor={menu}
          isOpen
          onClose={() => setJumping(false)}
          label={say.jumpTo}
          choices={later.map(({ stepId, channel, purpose }, index) => ({ id: stepId, label: say.jumpStep(number + index + 1, purpose || words.channels[channel]), icon: <ChannelIcon channel={channel} /> }))}
          onChoose={(stepId) => void runCommand('jumpToStep', { id, stepId })}
        />
      )}
    </section>
  )
}

function Later({ current: { later } }: { current: LeadEnrolment }) {
  const [all, setAll] = useState(false)
  const hidden = all ? 0 : Math.max(0, later.length - fewLater)
  return (
    <div className={styles.later}>
      <PlannedSteps label={say.later} steps={later.slice(0, later.length - hidden)} />
      {later.length > fewLater && (
        <Button size="small" kind="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? say.showFew : say.showAll(hidden)}
        </Button>
      )}
    </div>
  )
}
