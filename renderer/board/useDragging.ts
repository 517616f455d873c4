import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { BoardCard } from '../../shared/api.ts'
import type { Id } from '../../shared/id.ts'
import type { Moves } from './useMoves.ts'

/**
 * Moves cards where the mouse drops the one it drags, and scrolls the board and its columns while the pointer is near
 * their edges. `idsWith` are the cards that go along with one, itself included.
 */
export function useDragging(scroller: RefObject<HTMLElement | null>, move: Moves['move'], idsWith: (id: Id) => Id[]): void {
  const drop = useEffectEvent((card: BoardCard, columnId: string, before: Id | null) => move(idsWith(card.id), columnId, before))
  useEffect(() => {
    let edges: ReturnType<typeof scrollNearEdges> | null = null
    const stopMonitor = monitorForElements({
      onDragStart: () => {
        edges = scrollNearEdges()
      },
      onDrag: ({ location: { current } }) => {
        const column = current.dropTargets[0]?.element.querySelector('[data-column-scroller]')
        edges?.follow(current.input.clientX, current.input.clientY, scroller.current, column ?? null)
      },
      onDrop: ({ source, location }) => {
        edges?.stop()
        const target = location.current.dropTargets[0]?.data
        if (target) drop(source.data.card as BoardCard, target.columnId as string, target.before as string | null)
      },
    })
    return () => {
      edges?.stop()
      stopMonitor()
    }
  }, [scroller])
}

/** How near to an edge scrolling begins, and how fast it is at the edge itself: px, and px per frame. */
const near = 64
const fastest = 18

function scrollNearEdges() {
  let x = 0
  let y = 0
  let across: Element | null = null
  let along: Element | null = null
  let frame = requestAnimationFrame(step)

  function step() {
    if (across) {
      const { left, right } = across.getBoundingClientRect()
      across.scrollLeft += speed(x, left, right)
    }
    if (along) {
      const { top, bottom } = along.getBoundingClientRect()
      along.scrollTop += speed(y, top, bottom)
    }
    frame = requestAnimationFrame(step)
  }

  return {
    follow(toX: number, toY: number, board: Element | null, column: Element | null) {
      x = toX
      y = toY
      across = board
      along = column
    },
    stop: () => cancelAnimationFrame(frame),
  }
}

/** The scrolling speed at `at` between two edges: negative near the first, positive near the second. */
function speed(at: number, start: number, end: number): number {
  const fromStart = at - start
  const fromEnd = end - at
  if (fromStart < near && fromStart <= fromEnd) return -fastest * Math.min(1, 1 - fromStart / near)
  if (fromEnd < near) return fastest * Math.min(1, 1 - fromEnd / near)
  return 0
}
