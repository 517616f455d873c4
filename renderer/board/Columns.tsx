import { ListOrdered, SearchX } from 'lucide-react'
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from 'react'
import type { Board } from '../../shared/api.ts'
import { columnsOf, withCarried, type BoardColumn, type Grouping } from '../../shared/board-columns.ts'
import { wholeNumber } from '../../shared/format.ts'
import type { Id } from '../../shared/id.ts'
import { isNoFilter, noFilter, passes, type Filter } from '../../shared/segment.ts'
import { words } from '../../shared/strings/words.ts'
import { momentAt } from '../../shared/time-group.ts'
import { useCall } from '../api.ts'
import { useAppActions } from '../ui/AppActions.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { useScreenKeys } from '../ui/keys.ts'
import { useReader } from '../ui/Reader.tsx'
import { EmptyState } from '../ui/States.tsx'
import { useOpened } from '../ui/useOpened.ts'
import type { StageOfCard } from './cardLayout.ts'
import { Column } from './Column.tsx'
import styles from './Columns.module.css'
import { FilterBar } from './FilterBar.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useBoardKeys } from './useBoardKeys.ts'
import { useDragging } from './useDragging.ts'
import { useMoves } from './useMoves.ts'
import { useSelection } from './useSelection.ts'
import { useTouchDragging } from './useTouchDragging.ts'

const MoveMenu = lazy(() => import('./MoveMenu.tsx').then((module) => ({ default: module.MoveMenu })))
const StageEditor = lazy(() => import('./StageEditor.tsx').then((module) => ({ default: module.StageEditor })))
const EndingDialog = lazy(() => import('../ui/EndingDialog.tsx').then((module) => ({ default: module.EndingDialog })))

export interface ColumnsProps {
  board: Board
  grouping: Grouping
  filter: Filter
  onFilter: (filter: Filter) => void
}

/** The columns side by side, with everything that moves cards: mouse, finger, keyboard and the "Move to…" menu. */
export function Columns({ board, grouping, filter, onFilter }: ColumnsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const reader = useReader()
  const { enrol, mail } = useAppActions()
  const moment = useMemo(() => momentAt(reader.now, reader.zone), [reader])
  const isFiltered = !isNoFilter(filter)
  const columns = useColumns(board, grouping, isFiltered ? filter : null, moment)
  const stages = useStages(board)
  const selection = useSelection(columns)
  const moves = useMoves({ board, grouping, moment, reader })
  const { asked, move, remove } = moves
  const [stageMenu, setStageMenu] = useState<Id | null>(null)
  const [menu, setMenu] = useState<{ ids: Id[]; anchor: string } | null>(null)
  const keys = useBoardKeys({ columns, selection, move, remove, onMenu: (id) => openMenu(id) })
  const isOpened = useOpened()
  const currency = useCall('getSettings', {}).data?.currency ?? 'EUR'

  // Lifted cards, and those whose move waits for an answer, are shown where they would stand.
  const placed = useMemo(
    () => keys.carried ?? (asked && { ids: asked.cards.map(({ id }) => id), columnId: asked.stage.id, before: asked.before }),
    [keys.carried, asked],
  )
  const shown = useMemo(() => (placed ? withCarried(columns, board.stages, placed.ids, placed.columnId, placed.before) : columns), [columns, board.stages, placed])
  const carried = useMemo(() => new Set(placed?.ids), [placed])
  const activeColumn = shown.find(({ cards }) => cards.some(({ id }) => id === keys.activeId))

  function enrolSelected() {
    enrol({ leadIds: selection.inOrder(), onStarted: selection.clear })
  }
  function enrolShown() {
    enrol({ leadIds: columns.flatMap(({ cards }) => cards.map(({ id }) => id)) })
  }
  function openMenu(id: Id) {
    setMenu({ ids: selection.with(id), anchor: `[data-lead="${CSS.escape(id)}"] [data-move]` })
  }

  // Behind an open dialog nothing can take the focus: it goes where it belongs once the dialog is gone.
  const afterwards = useRef<(() => void) | null>(null)
  useEffect(() => {
    if (asked) return
    afterwards.current?.()
    afterwards.current = null
  }, [asked])

  // A card that a drop or an undo draws in another column is another element there: the focus goes along.
  const focused = useRef<Id | null>(null)
  const focusAgain = useEffectEvent(keys.focusCard)
  useEffect(() => {
    const id = focused.current
    if (id === null || document.activeElement !== document.body) return
    const column = shown.find(({ cards }) => cards.some((card) => card.id === id))
    if (column) focusAgain(id, column.id)
  }, [shown])

  useDragging(scroller, move, selection.with)
  useTouchDragging(scroller)
  useScreenKeys({ escape: () => (selection.ids.size > 0 ? selection.clear() : false), c: () => (selection.ids.size > 0 ? enrolSelected() : false) })
  useCardEvents(scroller, {
    onClick: (id, element, event) => {
      if (element.closest('[data-move]')) openMenu(id)
      else if (event.ctrlKey || event.metaKey) selection.toggle(id)
      else if (event.shiftKey) selection.extendTo(id)
      else keys.open(id)
    },
    onKeyDown: keys.onKeyDown,
    onFocus: (id) => {
      focused.current = id
      keys.onFocus(id)
    },
    onBlur: (element) => {
      // It also loses the focus by being drawn elsewhere, and is gone from here a moment later.
      queueMicrotask(() => {
        if (element.isConnected) focused.current = null
      })
    },
    onStageMenu: setStageMenu,
  })

  return (
    <div className={styles.board}>
      <div className={styles.bar}>
        {selection.ids.size > 0 ? (
          <SelectionBar
            count={selection.ids.size}
            onMove={() => setMenu({ ids: selection.inOrder(), anchor: '[data-move-selected]' })}
            onEnrol={enrolSelected}
            onMail={() => mail({ leadIds: selection.inOrder(), onStarted: selection.clear })}
            onDelete={() => remove(selection.inOrder())}
            onClear={selection.clear}
          />
        ) : (
          <FilterBar board={board} filter={filter} onChange={onFilter} />
        )}
        {isFiltered && <output className={styles.shown}>{words.segments.shown(countOf(columns), countOf(board.stages))}</output>}
        {isFiltered && selection.ids.size === 0 && countOf(columns) > 0 && (
          <IconButton label={words.enrol.shown(countOf(columns), wholeNumber(countOf(columns), reader.locale))} icon={<ListOrdered aria-hidden />} onPress={enrolShown} />
        )}
      </div>
      {isFiltered && countOf(columns) === 0 && (
        <EmptyState icon={<SearchX />} title={words.segments.emptyTitle} actions={<Button onPress={() => onFilter(noFilter)}>{words.segments.clear}</Button>}>
          {words.segments.emptyText}
        </EmptyState>
      )}
      <section hidden={isFiltered && countOf(columns) === 0} ref={scroller} className={styles.columns} aria-label={words.app.board}>
        {shown.map((column, index) => (
          <Column
            key={column.id}
            drawn={isOpened ? 'around' : index * columnShare < window.innerWidth ? 'seen' : 'none'}
            column={column}
            stages={stages}
            moment={moment}
            activeId={activeColumn === column ? keys.activeId : null}
            carried={placed?.columnId === column.id ? carried : nobody}
            selected={selection.ids}
            focus={keys.focus?.columnId === column.id ? keys.focus : null}
          />
        ))}
      </section>
      <p id="board-instructions" hidden>
        {words.board.instructions}
      </p>
      <output className={styles.spoken} aria-live="assertive">
        {keys.announcement}
      </output>
      <Suspense>
        {menu && (
          <MoveMenu
            columns={columns}
            ids={menu.ids}
            anchor={menu.anchor}
            today={moment.today}
            onClose={() => setMenu(null)}
            onMove={(columnId) => {
              // First, where it is seen.
              const top = grouping === 'stage' ? (columns.find(({ id }) => id === columnId)?.cards[0]?.id ?? null) : null
              move(menu.ids, columnId, top)
              keys.focusCard(menu.ids[0] ?? '', columnId)
            }}
          />
        )}
        {stageMenu !== null && <StageEditor key={stageMenu} stages={board.stages} id={stageMenu} onClose={() => setStageMenu(null)} />}
        {asked && (
          <EndingDialog
            stage={asked.stage}
            leads={asked.cards}
            currency={currency}
            onAnswer={(answer) => {
              afterwards.current = () => keys.focusCard(asked.cards[0]?.id ?? '', asked.stage.id)
              moves.answer(answer)
            }}
            onClose={() => {
              afterwards.current = () => keys.putBack(asked.cards[0]?.id ?? '')
              moves.cancel()
            }}
          />
        )}
      </Suspense>
    </div>
  )
}

/** So many px of a window's width, the sidebar included, bring one column into sight when the board is opened. */
const columnShare = 250

const nobody: ReadonlySet<Id> = new Set()

function countOf(columns: readonly Pick<BoardColumn, 'count'>[]): number {
  return columns.reduce((sum, { count }) => sum + count, 0)
}

/** The columns of each picture of the board; those that stayed as they were are the same objects. */
function useColumns(board: Board, grouping: Grouping, filter: Filter | null, moment: ReturnType<typeof momentAt>): BoardColumn[] {
  const [next] = useState(() => {
    let previous: BoardColumn[] = []
    return (...given: [Board, Grouping, Filter | null, typeof moment]) => {
      const [picture, by, wanted, at] = given
      previous = columnsOf(picture, by, wanted && passes(wanted, at.now, at.zone), at, previous)
      return previous
    }
  })
  return useMemo(() => next(board, grouping, filter, moment), [next, board, grouping, filter, moment])
}

/** What cards need to know of their stages; the same map until that changes. */
function useStages(board: Board): ReadonlyMap<Id, StageOfCard> {
  const text = JSON.stringify(board.stages.map(({ id, name, kind, staleAfterDays }) => [id, { name, kind, staleAfterDays }]))
  return useMemo(() => new Map(JSON.parse(text) as [Id, StageOfCard][]), [text])
}

interface CardEvents {
  onClick: (id: Id, element: Element, event: MouseEvent) => void
  onKeyDown: (id: Id, event: KeyboardEvent) => void
  onFocus: (id: Id) => void
  onBlur: (element: Element) => void
  onStageMenu: (stageId: Id) => void
}

/** What happens to any card and any column's menu, heard once for the whole board, so that a card costs no listeners. */
function useCardEvents(board: RefObject<HTMLElement | null>, { onClick, onKeyDown, onFocus, onBlur, onStageMenu }: CardEvents) {
  const heard = useEffectEvent((event: Event) => {
    const element = event.target as HTMLElement
    if (event.type === 'focusout') return onBlur(element)
    const stageId = element.closest<HTMLElement>('[data-stage-menu]')?.dataset.stageMenu
    if (stageId !== undefined && event.type === 'click') return onStageMenu(stageId)
    const id = element.closest<HTMLElement>('[data-lead]')?.dataset.lead
    if (id === undefined) return
    if (event.type === 'click') onClick(id, element, event as MouseEvent)
    else if (event.type === 'focusin') onFocus(id)
    // Keys pressed on a card itself; its button keeps its own.
    else if (element.dataset.lead === id) onKeyDown(id, event as KeyboardEvent)
  })
  useEffect(() => {
    const element = board.current
    const listening = new AbortController()
    for (const type of ['click', 'keydown', 'focusin', 'focusout']) element?.addEventListener(type, (event) => heard(event), { signal: listening.signal })
    return () => listening.abort()
  }, [board])
}
