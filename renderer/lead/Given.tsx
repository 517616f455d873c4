import { Gift, TriangleAlert } from 'lucide-react'
import { Link } from 'wouter'
import { shortDate } from '../../shared/format.ts'
import { libraryWords } from '../../shared/strings/library-words.ts'
import { nextTouch, type Touch } from '../../shared/touch.ts'
import { runCommand, useCall } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { useReader } from '../ui/Reader.tsx'
import { ValueIcon } from '../ui/ValueIcon.tsx'
import { givenWords, suggestionWords, type ValueGiven, type ValueSuggestion } from '../ui/valueWords.ts'
import styles from './Given.module.css'
import type { LeadData } from './data.ts'

const say = libraryWords

/** What this person was given over any lead with them, and what to bring them next, with the reason (practice P7). */
export function Given({ data, name }: { data: LeadData; name: string }) {
  const reader = useReader()
  const touch = nextTouch(data.touches, reader.zone)
  // What the next touch brings is told with it, above.
  const ladder = useCall('suggestValue', { leadId: data.lead.id, touchId: touch?.id ?? null }).data
  if (!ladder) return null
  const [best] = ladder.suggestions
  const isEmpty = ladder.given.length === 0 && best === undefined
  return (
    <section className={styles.given} aria-label={say.givenHead}>
      <h2>{say.givenHead}</h2>
      {ladder.given.length === 0 ? (
        <p className={styles.nothing}>{isEmpty ? say.emptyLibrary : say.nothingGiven}</p>
      ) : (
        <ul>
          {ladder.given.map((item) => (
            <GivenItem key={item.touchId} item={item} isElsewhere={item.leadId !== data.lead.id} />
          ))}
        </ul>
      )}
      {touch !== null && touch.valueItemId === null && best && <Next best={best} touch={touch} name={name} />}
      {best === undefined && (
        <p className={styles.nothing}>
          {!isEmpty && `${say.allGiven} `}
          <Link href="/playbook/value">{say.toLibrary}</Link>
        </p>
      )}
    </section>
  )
}

function GivenItem({ item, isElsewhere }: { item: ValueGiven; isElsewhere: boolean }) {
  const reader = useReader()
  const when = givenWords(item, reader)
  return (
    <li className={styles.item}>
      <ValueIcon kind={item.kind} />
      <div className={styles.words}>
        <span className={styles.title} dir="auto">
          {item.title}
        </span>
        <span className={styles.about}>
          {item.completedAt === null ? say.plannedFor(when) : say.givenWhen(when)}
          {item.purpose !== '' && <span dir="auto"> · {item.purpose}</span>}
          {isElsewhere && (
            <>
              {' · '}
              <Link href={`/lead/${item.leadId}`}>{say.otherLead}</Link>
            </>
          )}
        </span>
      </div>
      {item.url !== '' && <OpenLink address={item.url} />}
    </li>
  )
}

/** The best thing to bring with the next touch, and the one press that takes it along. */
function Next({ best, touch, name }: { best: ValueSuggestion; touch: Touch; name: string }) {
  const reader = useReader()
  const take = () => void runCommand('editTouch', { id: touch.id, changes: { valueItemId: best.id } }, { said: say.takenAlong(best.title, name) })
  return (
    <div className={styles.next}>
      <Gift aria-hidden />
      <div className={styles.words}>
        <span className={styles.about}>{say.nextToGive}</span>
        <span className={styles.title} dir="auto">
          {best.title}
        </span>
        <span className={styles.about}>{suggestionWords(best, reader)}</span>
        {best.isPast && best.bestBefore !== null && (
          <span className={styles.past}>
            <TriangleAlert aria-hidden />
            {say.isPast(shortDate(best.bestBefore, reader))}
          </span>
        )}
      </div>
      {best.url !== '' && <OpenLink address={best.url} />}
      <Button size="small" aria-label={say.take(best.title)} onPress={take}>
        {say.takeAlong}
      </Button>
    </div>
  )
}
