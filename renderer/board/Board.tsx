import { FileUp, Plus, Sparkles, Users } from 'lucide-react'
import { navigate } from 'wouter/use-hash-location'
import type { Grouping } from '../../shared/board-columns.ts'
import { noFilter } from '../../shared/segment.ts'
import { words } from '../../shared/strings/words.ts'
import { firstPicture, useCall, useCommand } from '../api.ts'
import { useAppActions } from '../ui/AppActions.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { EmptyState, ErrorState } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useRemembered } from '../ui/useRemembered.ts'
import { Columns, type ColumnsProps } from './Columns.tsx'
import { LoadingColumns } from './LoadingColumns.tsx'

const groupings = (['stage', 'time'] as const).map((id) => ({ id, label: words.board.groupings[id] }))

/** The leads by stage, or by when their next touch is due. */
export function Board() {
  const first = useCall('getBoard', firstPicture)
  // Asked for once the first picture is there, which would wait behind ten thousand cards otherwise.
  const whole = useCall('getBoard', { limit: null }, { enabled: first.data !== undefined })
  const board = whole.data ?? first.data
  const [grouping, setGrouping] = useRemembered<Grouping>('board-grouping', 'stage')
  const [filter, setFilter] = useRemembered('board-filter', noFilter)
  return (
    <>
      <TopBar title={words.app.board}>
        <Segmented label={words.board.grouping} options={groupings} value={grouping} onChange={setGrouping} />
      </TopBar>
      <SampleBanner />
      {board ? <Filled board={board} grouping={grouping} filter={filter} onFilter={setFilter} /> : first.isError ? <ErrorState message={first.error.message} onRetry={() => void first.refetch()} /> : <LoadingColumns />}
    </>
  )
}

function Filled({ board, grouping, ...filtering }: ColumnsProps) {
  // By itself each grouping, so that nothing lifted or selected in one is left behind in the other.
  return board.cards.length === 0 ? <EmptyBoard /> : <Columns key={grouping} board={board} grouping={grouping} {...filtering} />
}

function EmptyBoard() {
  const { newLead } = useAppActions()
  const addSample = useCommand('addSample')
  return (
    <EmptyState
      icon={<Users />}
      title={words.board.emptyTitle}
      actions={
        <>
          <Button kind="primary" icon={<Plus aria-hidden />} onPress={newLead}>
            {words.app.newLead}
          </Button>
          <Button icon={<FileUp aria-hidden />} onPress={() => navigate('/import')}>
            {words.board.importContacts}
          </Button>
          <Button icon={<Sparkles aria-hidden />} isDisabled={addSample.pending} onPress={() => void addSample.run({})}>
            {words.board.trySample}
          </Button>
        </>
      }
    >
      {words.board.emptyText}
    </EmptyState>
  )
}

function SampleBanner() {
  const hasSample = useCall('getState', {}).data?.hasSample ?? false
  const removeSample = useCommand('removeSample')
  if (!hasSample) return null
  return (
    <Banner
      action={
        <Button size="small" isDisabled={removeSample.pending} onPress={() => void removeSample.run({})}>
          {words.board.removeSample}
        </Button>
      }
    >
      {words.board.sampleHere}
    </Banner>
  )
}
