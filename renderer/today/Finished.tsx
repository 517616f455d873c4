import { CalendarCheck, CheckCheck, Sparkles, Sprout, Upload } from 'lucide-react'
import { useLocation } from 'wouter'
import type { Counts } from '../../shared/api.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { useCommand } from '../api.ts'
import { useAppActions } from '../ui/AppActions.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/States.tsx'

/** The end of the day's queue. */
export function Finished({ worked }: { worked: number }) {
  const [, navigate] = useLocation()
  return (
    <EmptyState icon={<CheckCheck />} title={todayWords.finishedTitle} actions={<Button onPress={() => navigate('/board')}>{todayWords.toBoard}</Button>}>
      {todayWords.finishedBody(worked)}
    </EmptyState>
  )
}

/** Nothing was due today at all: all is planned, or there is nobody yet. */
export function Start({ counts }: { counts: Counts }) {
  const [, navigate] = useLocation()
  const { newLead } = useAppActions()
  const sample = useCommand('addSample')
  if (counts.leads > 0) {
    return (
      <EmptyState icon={<CalendarCheck />} title={todayWords.emptyTitle} actions={<Button onPress={() => navigate('/board')}>{todayWords.toBoard}</Button>}>
        {todayWords.emptyBody}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<Sprout />}
      title={todayWords.startTitle}
      actions={
        <>
          <Button kind="primary" onPress={newLead}>
            {words.app.newLead}
          </Button>
          <Button icon={<Upload aria-hidden />} onPress={() => navigate('/import')}>
            {todayWords.import}
          </Button>
          {counts.contacts === 0 && (
            <Button icon={<Sparkles aria-hidden />} isDisabled={sample.pending} onPress={() => void sample.run({})}>
              {todayWords.sample}
            </Button>
          )}
        </>
      }
    >
      {todayWords.startBody}
    </EmptyState>
  )
}
