import { useCallback, useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { CallOutput } from '../../shared/api.ts'
import { contactName, firstName } from '../../shared/contact.ts'
import { localDateAt } from '../../shared/dates.ts'
import { renderRecap } from '../../shared/recap-text.ts'
import type { RecapContent } from '../../shared/recap.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { Banner } from '../ui/Banner.tsx'
import { useReader } from '../ui/Reader.tsx'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useAutosave } from './autosave.ts'
import { useDraft, type SlotName } from './draft.ts'
import { Letter } from './Letter.tsx'
import { MeetingSlot } from './MeetingSlot.tsx'
import styles from './RecapComposer.module.css'
import { Slot } from './Slot.tsx'

/** Writes one recap: five slots, and beside them the letter that they make (practice P8). */
export function RecapComposer({ id }: { id: string }) {
  const recap = useCall('getRecap', { id })
  // What the cache still holds may be older than what was last typed here; the draft starts from a fresh answer only.
  const [fresh, setFresh] = useState(false)
  if (!fresh && recap.isSuccess && !recap.isStale && !recap.isFetching) setFresh(true)
  // Once it is open it stays so, whatever happens to the recap or the connection: the text in it can still be copied.
  if (recap.data && fresh) return <Composer {...recap.data} problem={recap.error?.message ?? null} />
  return (
    <>
      <TopBar title={words.recaps.title} />
      {recap.isError ? <ErrorState message={recap.error.message} onRetry={() => void recap.refetch()} /> : <Spinner />}
    </>
  )
}

const slots = [
  { name: 'problems', dated: false },
  { name: 'solutions', dated: false },
  { name: 'mine', dated: true },
  { name: 'theirs', dated: true },
] as const satisfies readonly { name: SlotName; dated: boolean }[]

function Composer({ recap, contact, lead, problem }: CallOutput<'getRecap'> & { problem: string | null }) {
  const { id } = recap
  const { draft, content, change } = useDraft(recap)
  const save = useCallback(
    (changes: Partial<RecapContent>) => runCommand('editRecap', { id, changes }, { said: null, ownErrors: true }),
    [id],
  )
  const autosave = useAutosave(content, save)
  const letter = useLetter(content, recap.createdAt, contact)
  const name = contactName(contact)
  return (
    <>
      <TopBar title={words.composer.title(name)}>
        <Link href={`/lead/${lead.id}`} className={styles.lead}>
          {words.composer.toLead}
        </Link>
      </TopBar>
      {problem !== null && <Banner tone="warning">{problem}</Banner>}
      <div className={styles.composer}>
        <div className={styles.columns}>
          <form className={styles.slots} aria-label={words.composer.title(name)} onSubmit={(event) => event.preventDefault()}>
            {slots.map((slot) => (
              <Slot
                key={slot.name}
                title={words.composer.slots[slot.name]}
                hint={words.composer.slotHints[slot.name]}
                example={words.composer.examples[slot.name]}
                slot={draft.slots[slot.name]}
                dated={slot.dated}
                onChange={(line) => change({ kind: 'slot', name: slot.name, change: line })}
              />
            ))}
            <MeetingSlot next={draft.next} onChange={(next) => change({ kind: 'next', next })} />
            <p className={styles.keys}>{words.composer.keys}</p>
          </form>
          <Letter
            recap={recap}
            contact={contact}
            content={content}
            subject={draft.subject}
            letter={letter}
            autosave={autosave}
            onSubject={(subject) => change({ kind: 'subject', subject })}
            onTone={(tone) => change({ kind: 'tone', tone })}
          />
        </div>
      </div>
    </>
  )
}

/** The recap's content as the letter that it makes, for this reader and signature. */
function useLetter(content: RecapContent, createdAt: string, contact: CallOutput<'getRecap'>['contact']) {
  const reader = useReader()
  const settings = useCall('getSettings', {}).data
  return useMemo(() => {
    const sender = { name: settings?.name ?? '', signature: settings?.signature ?? '' }
    const talkedOn = localDateAt(Date.parse(createdAt), reader.zone)
    const signed = settings === undefined || `${sender.name}${sender.signature}`.trim() !== ''
    return { ...renderRecap({ content, firstName: firstName(contact), sender, talkedOn, reader }), signed }
  }, [content, createdAt, contact, reader, settings])
}
