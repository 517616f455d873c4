import { CircleCheck, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { wholeNumber } from '../../shared/format.ts'
import { importWords } from '../../shared/strings/import-words.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import { EmptyState } from '../ui/States.tsx'
import { showToast } from '../ui/Toast.tsx'
import { Rejected } from './Rejected.tsx'
import type { Import, OpenedFile } from './useImport.ts'

/** What was imported, with the way back. */
export function Result({ session, file, onAgain }: { session: Import; file: OpenedFile; onAgain: () => void }) {
  const say = importWords
  const { locale } = useReader()
  const [, navigate] = useLocation()
  const [undone, setUndone] = useState(false)
  if (!session.done) return null
  const { result, transaction } = session.done
  const counted = (count: number, sentence: (count: number, written: string) => string) => (count > 0 ? [sentence(count, wholeNumber(count, locale))] : [])
  const counts = [
    ...counted(result.people, say.newPeople),
    ...counted(result.leads, say.newLeads),
    ...counted(result.filled, say.filled),
    ...counted(result.rejected, say.rejectedRows),
  ]
  const undo = async () => {
    const reply = await bridge.call('undo', { transaction })
    if (reply.ok) setUndone(true)
    else showToast({ message: reply.error.message, tone: 'error' })
  }
  return (
    <>
      <EmptyState
        icon={undone ? <RotateCcw /> : <CircleCheck />}
        title={undone ? say.undone : transaction === null ? say.resultNothing : say.resultTitle}
        actions={
          <>
            <Button kind="primary" onPress={() => navigate(result.leads > 0 ? '/board' : '/people')}>
              {result.leads > 0 ? say.toBoard : say.toPeople}
            </Button>
            {transaction !== null && !undone && <Button onPress={() => void undo()}>{words.app.undo}</Button>}
            <Button onPress={onAgain}>{say.another}</Button>
          </>
        }
      >
        {!undone && counts.length > 0 && <output>{counts.join(' · ')}</output>}
      </EmptyState>
      {!undone && file.reading.rejectedRows > 0 && <Rejected file={file} />}
    </>
  )
}
