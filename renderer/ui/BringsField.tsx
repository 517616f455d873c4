import { TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import type { ValueLadder } from '../../shared/api.ts'
import { shortDate } from '../../shared/format.ts'
import { libraryWords } from '../../shared/strings/library-words.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { words } from '../../shared/strings/words.ts'
import styles from './BringsField.module.css'
import { Button, IconButton } from './Button.tsx'
import field from './Field.module.css'
import { OpenLink } from './OpenLink.tsx'
import { useReader } from './Reader.tsx'
import { TextField } from './TextField.tsx'
import { ValueIcon } from './ValueIcon.tsx'
import { ValuePicker } from './ValuePicker.tsx'
import { givenWords, suggestionWords, type ValueGiven } from './valueWords.ts'

const say = libraryWords

/** What a touch brings: an item of the library, or words. */
export interface Brought {
  brings: string
  valueItemId: string | null
}

export interface BringsFieldProps {
  value: Brought
  onChange: (value: Brought) => void
  /** What could be brought to this person, and what they were given; null while it is not known. */
  ladder: ValueLadder | null
  /** It is told of a touch that was made: nothing is suggested any more. */
  isDone?: boolean
}

/**
 * What a touch brings them (practice P7): chosen from what is suggested, with the reason, from the whole library, or
 * written. What they were given already is brought again only on purpose.
 */
export function BringsField({ value, onChange, ladder, isDone = false }: BringsFieldProps) {
  const [asked, setAsked] = useState<ValueGiven | null>(null)
  const choose = (id: string) => {
    setAsked(null)
    const title = titleIn(ladder, id)
    if (title !== null) onChange({ brings: title, valueItemId: id })
  }
  const label = isDone ? say.brought : say.brings
  const picker = ladder && <ValuePicker ladder={ladder} onChoose={choose} onRepeat={setAsked} />
  return (
    <div className={styles.brings}>
      {value.valueItemId === null ? (
        <div className={styles.written}>
          <TextField label={label} placeholder={ladder ? say.bringsPlaceholder : words.schedule.bringsPlaceholder} value={value.brings} maxLength={500} onChange={(brings) => onChange({ ...value, brings })} />
          {picker}
        </div>
      ) : (
        <Chosen label={label} id={value.valueItemId} title={value.brings} ladder={ladder} onRemove={() => onChange({ brings: '', valueItemId: null })} />
      )}
      {asked !== null && <Repeat given={asked} onAgain={() => choose(asked.id)} onOther={() => setAsked(null)} />}
      {asked === null && value.valueItemId === null && !isDone && <Suggested value={value} ladder={ladder} onTake={choose} />}
    </div>
  )
}

/** Whether there is anything to choose from for this person. */
export function offersValue(ladder: ValueLadder | null): ladder is ValueLadder {
  return ladder !== null && ladder.suggestions.length + ladder.given.length > 0
}

function titleIn(ladder: ValueLadder | null, id: string): string | null {
  return (ladder?.suggestions.find((item) => item.id === id) ?? ladder?.given.find((item) => item.id === id))?.title ?? null
}

/** The item that is chosen, what speaks against it, and the way to leave it. */
function Chosen({ label, id, title, ladder, onRemove }: { label: string; id: string; title: string; ladder: ValueLadder | null; onRemove: () => void }) {
  const reader = useReader()
  const given = ladder?.given.find((item) => item.id === id)
  const item = given ?? ladder?.suggestions.find((other) => other.id === id)
  return (
    <>
      <span className={field.label}>{label}</span>
      <div className={styles.chosen}>
        {item && <ValueIcon kind={item.kind} />}
        <span className={styles.title} dir="auto" title={title}>
          {item?.title ?? title}
        </span>
        {item && item.url !== '' && <OpenLink address={item.url} />}
        <IconButton label={say.leave(title)} icon={<X />} size="small" onPress={onRemove} />
      </div>
      {given && <Doubt>{repeatWords(given, givenWords(given, reader))}</Doubt>}
      {item?.isPast && item.bestBefore !== null && <Doubt>{say.isPast(shortDate(item.bestBefore, reader))}</Doubt>}
    </>
  )
}

/** Asks whether they should get what they got before. */
function Repeat({ given, onAgain, onOther }: { given: ValueGiven; onAgain: () => void; onOther: () => void }) {
  const reader = useReader()
  return (
    <div className={styles.repeat} role="alert">
      <Doubt>{say.repeat(given.title, repeatWords(given, givenWords(given, reader)))}</Doubt>
      <div className={styles.answers}>
        <Button size="small" autoFocus onPress={onOther}>
          {say.other}
        </Button>
        <Button size="small" kind="quiet" onPress={onAgain}>
          {say.again}
        </Button>
      </div>
    </div>
  )
}

function repeatWords({ completedAt }: ValueGiven, when: string): string {
  return completedAt === null ? say.isPlanned(when) : say.wasGiven(when)
}

/** The best thing to bring, to be taken along with one press, while nothing else is written. */
function Suggested({ value, ladder, onTake }: { value: Brought; ladder: ValueLadder | null; onTake: (id: string) => void }) {
  const reader = useReader()
  const best = ladder?.suggestions[0]
  const stands = value.brings === '' || Object.values(playbookWords.kinds).includes(value.brings)
  if (!best || best.isPast || !stands) return null
  return (
    <p className={styles.suggested}>
      <ValueIcon kind={best.kind} />
      <span className={styles.why}>
        <span dir="auto">{best.title}</span>
        <span className={styles.reason}>{suggestionWords(best, reader)}</span>
      </span>
      <Button size="small" onPress={() => onTake(best.id)} aria-label={say.take(best.title)}>
        {say.takeAlong}
      </Button>
    </p>
  )
}

function Doubt({ children }: { children: string }) {
  return (
    <p className={styles.doubt}>
      <TriangleAlert aria-hidden />
      {children}
    </p>
  )
}

