import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from 'react'
import type { Board, BoardCard } from '../../shared/api.ts'
import { cardsByStage, moveCards } from '../../shared/board.ts'
import type { Id } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import { Column } from './Column.tsx'
import styles from './Columns.module.css'
import { useBoardKeys } from './useBoardKeys.ts'
import { useDragging } from './useDragging.ts'
import { useMoves } from './useMoves.ts'

const MoveMenu = lazy(() => import('./MoveMenu.tsx').then((module) => ({ default: module.MoveMenu })))

/** The columns side by side, with everything that moves a card: mouse, keyboard and the "Move to…" menu. */
export function Columns({ board }: { board: Board }) {
  const scroller = useRef<HTMLDivElement>(null)
  const [menuFor, setMenuFor] = useState<Id | null>(null)
  const { move, remove } = useMoves(board)
  const keys = useBoardKeys({ board, move, remove, onMenu: setMenuFor })
  const { carried } = keys
  const [group] = useState(grouping)
  const shown = useMemo(() => (carried ? moveCards(board, [carried.id], carried.stageId, carried.before) : board), [board, carried])
  const cards = group(shown)
  useDragging(scroller, move)

  useCardEvents(scroller, {
    onClick: (id, element) => (element.closest('[data-move]') ? setMenuFor(id) : keys.open(id)),
    onKeyDown: keys.onKeyDown,
    onFocus: keys.onFocus,
  })

  return (
    <>
      <section ref={scroller} className={styles.columns} aria-label={words.app.board}>
        {shown.stages.map((stage) => {
          const inStage = cards.get(stage.id) ?? []
          return (
            <Column
              key={stage.id}
              stage={stage}
              cards={inStage}
              activeId={keys.activeStage === stage.id ? keys.activeId : null}
              carriedId={carried?.stageId === stage.id ? carried.id : null}
              focus={keys.focus?.stageId === stage.id ? keys.focus : null}
            />
          )
        })}
      </section>
      <p id="board-instructions" hidden>
        {words.board.instructions}
      </p>
      <output className={styles.spoken} aria-live="assertive">
        {keys.announcement}
      </output>
      {menuFor !== null && (
        <Suspense>
          <MoveMenu
            board={board}
            id={menuFor}
            onClose={() => setMenuFor(null)}
            onMove={(stageId) => {
              // First, where it is seen.
              move(menuFor, stageId, cards.get(stageId)?.[0]?.id ?? null)
              keys.focusCard(menuFor, stageId)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

interface CardEvents {
  onClick: (id: Id, element: Element) => void
  onKeyDown: (id: Id, event: KeyboardEvent) => void
  onFocus: (id: Id) => void
}

/** What happens to any card, heard once for the whole board, so that a card costs no listeners. */
function useCardEvents(board: RefObject<HTMLElement | null>, { onClick, onKeyDown, onFocus }: CardEvents) {
  const heard = useEffectEvent((event: Event) => {
    const element = event.target as HTMLElement
    const id = element.closest<HTMLElement>('[data-lead]')?.dataset.lead
    if (id === undefined) return
    if (event.type === 'click') onClick(id, element)
    else if (event.type === 'focusin') onFocus(id)
    // Keys pressed on a card itself; its button keeps its own.
    else if (element.dataset.lead === id) onKeyDown(id, event as KeyboardEvent)
  })
  useEffect(() => {
    const element = board.current
    const listening = new AbortController()
    for (const type of ['click', 'keydown', 'focusin']) element?.addEventListener(type, (event) => heard(event), { signal: listening.signal })
    return () => listening.abort()
  }, [board])
}

/** Groups the cards of each picture of the board, keeping the arrays of the columns that stayed as they were. */
function grouping() {
  let groups = new Map<Id, BoardCard[]>()
  return (board: Board) => (groups = cardsByStage(board, groups))
}
