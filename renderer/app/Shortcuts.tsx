import type { ReactNode } from 'react'
import { ledgerWords, questionWords } from '../../shared/strings/ledger-words.ts'
import { enrolmentWords, playbookWords } from '../../shared/strings/cadence-words.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { writing } from '../../shared/strings/writing-words.ts'
import { Dialog, DialogBody } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './Shortcuts.module.css'

const control = /mac/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'
const say = words.shortcuts

/** Every key that does something, by where it does it. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={say.title} isOpen onOpenChange={(open) => !open && onClose()}>
      <DialogBody>
        <div className={styles.columns}>
          <Keys title={say.everywhere}>
            <Row does={say.search} keys={[control, 'K']} />
            <Row does={say.newLead} keys={['N']} />
            <Row does={say.goToday} keys={['G', 'T']} sequence />
            <Row does={say.goBoard} keys={['G', 'B']} sequence />
            <Row does={say.goCalendar} keys={['G', 'C']} sequence />
            <Row does={say.goRecaps} keys={['G', 'R']} sequence />
            <Row does={ledgerWords.goTo} keys={['G', 'O']} sequence />
            <Row does={say.goPeople} keys={['G', 'P']} sequence />
            <Row does={say.goPlaybook} keys={['G', 'K']} sequence />
            <Row does={say.undo} keys={[control, 'Z']} />
            <Row does={say.redo} keys={[control, 'Shift', 'Z']} />
            <Row does={say.show} keys={['?']} />
          </Keys>
          <Keys title={say.onBoard}>
            <Row does={say.focus} keys={[say.arrows]} />
            <Row does={say.open} keys={[say.enter]} />
            <Row does={say.lift} keys={[say.space]} />
            <Row does={say.carry} keys={[say.arrows]} />
            <Row does={say.cancel} keys={[say.escape]} />
            <Row does={say.moveTo} keys={['M']} />
            <Row does={say.select} keys={['X']} />
            <Row does={enrolmentWords.startSelected} keys={['C']} />
            <Row does={say.remove} keys={[say.delete]} />
          </Keys>
          <Keys title={say.onTouches}>
            <Row does={say.complete} keys={['D']} />
            <Row does={todayWords.passOver} keys={['J']} />
            <Row does={say.snooze} keys={['S']} />
            <Row does={say.reschedule} keys={['R']} />
            <Row does={say.skip} keys={['K']} />
            <Row does={say.theyReplied} keys={['Y']} />
            <Row does={say.log} keys={['L']} />
            <Row does={enrolmentWords.startOnLead} keys={['C']} />
            <Row does={say.writeRecap} keys={['W']} />
            <Row does={writing.message.onLead} keys={['M']} />
            <Row does={ledgerWords.addOnLead} keys={['P']} />
            <Row does={questionWords.addOnLead} keys={['Q']} />
          </Keys>
          <Keys title={ledgerWords.keysTitle}>
            {ledgerWords.keys.map(({ key, does }) => (
              <Row key={key} does={does} keys={key.split(' ')} />
            ))}
          </Keys>
          <Keys title={say.inCalendar}>
            <Row does={say.page} keys={['←', '→']} />
            <Row does={say.toToday} keys={['T']} />
            <Row does={say.views} keys={['M', 'W', 'D', 'A']} />
            <Row does={say.scheduleOnDay} keys={['C']} />
            <Row does={say.openEntry} keys={[say.enter]} />
            <Row does={say.reschedule} keys={['R']} />
          </Keys>
          <Keys title={say.inRecap}>
            <Row does={say.addLine} keys={[say.enter]} />
            <Row does={say.moveLine} keys={[say.alt, '↑ ↓']} />
            <Row does={composerWords.moveToOther} keys={[say.alt, composerWords.shift, '↑ ↓']} />
            <Row does={composerWords.takeBack} keys={[control, 'Z']} />
            <Row does={say.copyRecap} keys={[control, say.enter]} />
            <Row does={composerWords.markSent} keys={[control, composerWords.shift, say.enter]} />
          </Keys>
          <Keys title={writing.mailing.keysTitle}>
            {writing.mailing.keys.map(({ key, does }) => (
              <Row key={key} does={does} keys={[key]} />
            ))}
          </Keys>
          <Keys title={playbookWords.keysTitle}>
            <Row does={playbookWords.keysMove} keys={[say.alt, '↑ ↓']} />
            <Row does={playbookWords.keysSave} keys={[control, 'S']} />
          </Keys>
        </div>
      </DialogBody>
    </Dialog>
  )
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

function Row({ does, keys, sequence = false }: { does: string; keys: string[]; sequence?: boolean }) {
  return (
    <div className={styles.row}>
      <dt>{does}</dt>
      <dd className={styles.keys}>
        {keys.map((key, index) => (
          <span key={key} className={styles.key}>
            {sequence && index > 0 && <span className={styles.then}>{say.andThen}</span>}
            <Kbd>{key}</Kbd>
          </span>
        ))}
      </dd>
    </div>
  )
}
