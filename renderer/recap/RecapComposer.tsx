import { AppWindow, ClipboardPaste } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { Link } from 'wouter'
import type { CallOutput } from '../../shared/api.ts'
import { contactName, firstName, type Contact } from '../../shared/contact.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { renderRecap } from '../../shared/recap-text.ts'
import type { RecapContent, RecapVersion } from '../../shared/recap.ts'
import { composerWords, recapsWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall, useConnection } from '../api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { KeyHelp } from '../ui/KeyHelp.tsx'
import { isTyping } from '../ui/keys.ts'
import { useReader } from '../ui/Reader.tsx'
import { EmptyState, ErrorState, Spinner } from '../ui/States.tsx'
import { showToast } from '../ui/Toast.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useAutosave, type Autosave } from '../ui/autosave.ts'
import { roomOf, slotNames, type Content } from './draft.ts'
import { Ends } from './Ends.tsx'
import { Letter, type SignedLetter } from './Letter.tsx'
import { MeetingSlot } from './MeetingSlot.tsx'
import { NotesDialog } from './NotesDialog.tsx'
import styles from './RecapComposer.module.css'
import { Slot } from './Slot.tsx'
import { Status } from './Status.tsx'
import { useDraft } from './useDraft.ts'
import { useNotes } from './useNotes.ts'
import { useOneWindow } from './useOneWindow.ts'
import { Versions } from './Versions.tsx'

/** Writes one recap, in one window at a time: five slots, and beside them the letter that they make (practice P8). */
export function RecapComposer({ id }: { id: string }) {
  const { place, take } = useOneWindow(`recap ${id}`)
  if (place === 'here') return <StoredRecap id={id} />
  return (
    <>
      <TopBar title={recapsWords.title} />
      {place === 'asking' ? (
        <Spinner />
      ) : (
        <EmptyState icon={<AppWindow />} title={composerWords.elsewhere} actions={<Button onPress={take}>{composerWords.writeHere}</Button>}>
          {composerWords.elsewhereBody}
        </EmptyState>
      )}
    </>
  )
}

function StoredRecap({ id }: { id: string }) {
  const recap = useCall('getRecap', { id })
  // What the cache still holds may be older than what was last typed here; the draft starts from a fresh answer only.
  const [fresh, setFresh] = useState(false)
  if (!fresh && recap.isSuccess && !recap.isStale && !recap.isFetching) setFresh(true)
  // Once it is open it stays so, whatever happens to the recap or the connection: the text in it can still be copied.
  if (recap.data && fresh) return <Composer {...recap.data} problem={recap.error?.message ?? null} />
  return (
    <>
      <TopBar title={recapsWords.title} />
      {recap.isError ? <ErrorState message={recap.error.message} onRetry={() => void recap.refetch()} /> : <Spinner />}
    </>
  )
}

function Composer({ recap, contact, lead, talkedOn, meetings, nextTouch, versions, problem }: CallOutput<'getRecap'> & { problem: string | null }) {
  const { id } = recap
  const state = useDraft(unsaved.get(id) ?? recap)
  const { draft, content, change, undo, redo } = state
  const notes = useNotes(state)
  const save = useCallback(
    (changes: Partial<Content>) => runCommand('editRecap', { id, changes }, { said: null, ownErrors: true }),
    [id],
  )
  const autosave = useAutosave(recap, content, save, useConnection() === 'open')
  useUnsaved(id, content, autosave)
  const letterOf = useLetters(talkedOn, contact)
  const backTo = (used: RecapVersion['content']) => {
    change({ kind: 'replace', content: used })
    showToast({ message: composerWords.usedAgain, action: { label: words.app.undo, run: undo } })
  }
  const name = contactName(contact)
  // One that stands for the next time to speak stays to be seen, whatever became of it.
  const planned = useMemo(() => (nextTouch === null || meetings.some((touch) => touch.id === nextTouch.id) ? meetings : [nextTouch, ...meetings]), [nextTouch, meetings])
  return (
    <>
      <TopBar title={composerWords.title(name)}>
        <Status recap={recap} />
        <Versions versions={versions} letterOf={letterOf} onUse={backTo} />
        <Link href={`/lead/${lead.id}`} className={styles.lead}>
          {composerWords.toLead}
        </Link>
      </TopBar>
      {problem !== null && <Banner tone="warning">{problem}</Banner>}
      <div role="presentation" className={styles.composer} onKeyDownCapture={(event) => pressHistoryKey(event, undo, redo)}>
        <div className={styles.columns}>
          <form className={styles.slots} aria-label={composerWords.title(name)} onSubmit={(event) => event.preventDefault()}>
            <button type="button" className={styles.notes} onClick={() => notes.open('')}>
              <ClipboardPaste aria-hidden />
              {draft.notes === '' ? composerWords.notes : composerWords.notesShow}
              <span>{draft.notes === '' ? composerWords.notesAside : composerWords.notesKeptAside}</span>
            </button>
            {slotNames.map((slot) => (
              <Slot key={slot} name={slot} slot={draft.slots[slot]} change={change} onNotes={notes.onNotes} />
            ))}
            <MeetingSlot next={draft.next} touchId={draft.nextTouchId ?? recap.nextTouchId} meetings={planned} theirZone={contact.zone} change={change} />
            <Ends greeting={draft.greeting} signOff={draft.signOff} tone={draft.tone} firstName={firstName(contact)} change={change} />
            <KeyHelp help={composerWords.keyHelp} />
          </form>
          <Letter recap={recap} contact={contact} content={content} letterOf={letterOf} autosave={autosave} change={change} />
        </div>
      </div>
      {notes.asked !== null && (
        <NotesDialog leadId={lead.id} pasted={notes.asked} kept={draft.notes} room={roomOf(draft)} onTake={notes.take} onClose={notes.close} />
      )}
      <output className={styles.spoken} aria-live="polite">
        {draft.moved && composerWords.moved(composerWords.slots[draft.moved.slot], draft.moved.place, draft.moved.of)}
      </output>
    </>
  )
}

/** Ctrl+Z in a field of the composer takes back its last step, whichever field that was in, and not the last command. */
function pressHistoryKey(event: KeyboardEvent, undo: () => void, redo: () => void): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.nativeEvent.isComposing || !isTyping(event.target)) return
  const key = event.key.toLowerCase()
  const step = key === 'z' ? (event.shiftKey ? redo : undo) : key === 'y' ? redo : null
  if (step === null) return
  event.preventDefault()
  event.stopPropagation()
  step()
}

/** What was not on disk yet when its composer was left, by recap; it is there again when the recap is opened. */
const unsaved = new Map<string, Content>()

/** Keeps in this window what is not saved: until it is, also when the composer is left meanwhile. */
function useUnsaved(id: string, content: Content, { status, flush }: Autosave): void {
  useEffect(() => {
    if (status === 'saved') unsaved.delete(id)
    else unsaved.set(id, content)
  }, [id, content, status])
  useEffect(() => {
    const leave = async () => {
      const left = unsaved.get(id)
      if ((await flush()) && unsaved.get(id) === left) unsaved.delete(id)
    }
    return () => void leave()
  }, [id, flush])
}

/** Makes a letter of what a recap says, for this reader and signature. */
function useLetters(talkedOn: LocalDate, contact: Contact): (content: RecapContent) => SignedLetter {
  const reader = useReader()
  const settings = useCall('getSettings', {}).data
  return useCallback(
    (content) => {
      const sender = { name: settings?.name ?? '', signature: settings?.signature ?? '' }
      const signed = settings === undefined || `${sender.name}${sender.signature}`.trim() !== ''
      return { ...renderRecap({ content, firstName: firstName(contact), sender, talkedOn, reader }), signed }
    },
    [talkedOn, contact, reader, settings],
  )
}
