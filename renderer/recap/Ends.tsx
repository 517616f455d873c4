import { composerWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import type { Tone } from '../../shared/recap.ts'
import type { DraftChange } from './draft.ts'
import styles from './Ends.module.css'
import slot from './Slot.module.css'

const say = composerWords

export interface EndsProps {
  greeting: string
  signOff: string
  tone: Tone
  firstName: string | null
  change: (change: DraftChange) => void
}

/** How the letter begins and ends, where the tone's own words do not fit; they show while the fields are empty. */
export function Ends({ greeting, signOff, tone, firstName, change }: EndsProps) {
  const usual = firstName === null ? words.recap.greetingNobody[tone] : words.recap.greeting[tone].replace('{name}', () => firstName)
  return (
    <section className={slot.slot} aria-label={say.ends}>
      <h2 className={slot.title}>
        {say.ends} <span className={slot.hint}>{say.endsHint}</span>
      </h2>
      <div className={styles.ends}>
        <label className={styles.end}>
          <span>{say.greeting}</span>
          <input dir="auto" data-line placeholder={usual} value={greeting} maxLength={200} onChange={(event) => change({ kind: 'greeting', greeting: event.target.value })} />
        </label>
        <label className={styles.end}>
          <span>{say.signOff}</span>
          <input dir="auto" placeholder={words.recap.closing[tone]} value={signOff} maxLength={200} onChange={(event) => change({ kind: 'signOff', signOff: event.target.value })} />
        </label>
      </div>
    </section>
  )
}
