import { Handshake, Plus } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { LedgerPromise } from '../../shared/api.ts'
import { localDateAt } from '../../shared/dates.ts'
import { keptOnTime } from '../../shared/promise.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { useScreenKeys } from '../ui/keys.ts'
import { LeadPicker } from '../ui/LeadPicker.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { EmptyState, ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useRemembered } from '../ui/useRemembered.ts'
import { Ledger } from './Ledger.tsx'
import { ledgerGroups, openOnes, type LedgerFilter } from './ledger.ts'
import styles from './Promises.module.css'

const say = ledgerWords
const whose = (['both', 'mine', 'theirs'] as const).map((id) => ({ id, label: say.filters[id] }))
const states = (['open', 'all'] as const).map((id) => ({ id, label: say.filters[id] }))

/** The ledger of promises, mine and theirs, worked through by keyboard (practices P8, P15). */
export function Promises() {
  const promises = useCall('getPromises', {})
  const [adding, setAdding] = useState(false)
  const [, navigate] = useLocation()
  useScreenKeys({ a: () => setAdding(true) })
  const add = (
    <Button icon={<Plus aria-hidden />} onPress={() => setAdding(true)} aria-keyshortcuts="A">
      {say.add}
    </Button>
  )
  return (
    <>
      <TopBar title={words.promises.title} actions={promises.data && promises.data.length > 0 && add} />
      {promises.isError && !promises.data ? (
        <ErrorState message={promises.error.message} onRetry={() => void promises.refetch()} />
      ) : !promises.data ? (
        <Spinner />
      ) : promises.data.length === 0 ? (
        <EmptyState icon={<Handshake />} title={say.emptyTitle} actions={add}>
          {say.emptyBody}
        </EmptyState>
      ) : (
        <Filtered promises={promises.data} />
      )}
      {adding && <ChooseLead onClose={() => setAdding(false)} onChoose={(leadId) => navigate(`/lead/${leadId}/promise`)} />}
    </>
  )
}

function Filtered({ promises }: { promises: LedgerPromise[] }) {
  const reader = useReader()
  const [filter, setFilter] = useRemembered<LedgerFilter>('promises-filter', openOnes)
  const groups = ledgerGroups(promises, filter, reader)
  return (
    <div className={styles.screen}>
      <div className={styles.filters}>
        <Segmented label={say.filterWhose} options={whose} value={filter.whose} onChange={(chosen) => setFilter({ ...filter, whose: chosen })} />
        <Segmented label={say.filterState} options={states} value={filter.state} onChange={(chosen) => setFilter({ ...filter, state: chosen })} />
        <Rates promises={promises} />
      </div>
      {groups.length > 0 ? (
        <Ledger groups={groups} />
      ) : (
        <EmptyState icon={<Handshake />} title={say.noneOpen} actions={<Button onPress={() => setFilter({ whose: 'both', state: 'all' })}>{say.showAll}</Button>}>
          {say.noneOpenBody}
        </EmptyState>
      )}
    </div>
  )
}

/** How well each side keeps what it promised, with how many that rests on (practice P21). */
function Rates({ promises }: { promises: LedgerPromise[] }) {
  const { now, zone } = useReader()
  const { mine, theirs } = keptOnTime(promises, { today: localDateAt(now, zone), zone })
  const told = [...(mine.n > 0 ? [say.rate.mine(mine.onTime, mine.n)] : []), ...(theirs.n > 0 ? [say.rate.theirs(theirs.onTime, theirs.n)] : [])]
  return told.length === 0 ? null : <p className={styles.rates}>{told.join(', ')}</p>
}

function ChooseLead({ onChoose, onClose }: { onChoose: (leadId: string) => void; onClose: () => void }) {
  const board = useCall('getBoard', { limit: null })
  return <LeadPicker title={say.addWho} leads={board.data?.cards} problem={board.error?.message} onChoose={onChoose} onClose={onClose} />
}
