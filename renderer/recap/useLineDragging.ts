import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useEffectEvent, useState } from 'react'
import type { SlotName } from './draft.ts'

/** A line that is dragged: where it comes from. */
export interface DraggedLine {
  from: SlotName
  key: number
}

/** The half of a line over which another one is dragged: it would come before it or after it. */
type Edge = 'before' | 'after-it'

/**
 * Lets the mouse drag a line by its handle, and others be dropped before or after it.
 * @param place the line's own; the empty last line of a slot is not dragged, and what is dropped on it goes before it
 * @param onDrop gets the line that was dropped, and whether it comes before this one
 */
export function useLineDragging(place: DraggedLine & { isLast: boolean }, onDrop: (line: DraggedLine, isBefore: boolean) => void) {
  const { from, key, isLast } = place
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [handle, setHandle] = useState<HTMLElement | null>(null)
  const [isDragged, setDragged] = useState(false)
  const [edge, setEdge] = useState<Edge | null>(null)
  const drop = useEffectEvent(onDrop)
  useEffect(() => {
    if (!element || !handle) return
    return draggable({
      element,
      dragHandle: handle,
      getInitialData: () => ({ recapLine: { from, key } satisfies DraggedLine }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    })
  }, [element, handle, from, key])
  useEffect(() => {
    if (!element) return
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => draggedLine(source.data) !== null,
      getData: ({ input }) => {
        const { top, height } = element.getBoundingClientRect()
        return { edge: isLast || input.clientY < top + height / 2 ? 'before' : 'after-it' }
      },
      onDragEnter: ({ self }) => setEdge(self.data.edge as Edge),
      onDrag: ({ self }) => setEdge(self.data.edge as Edge),
      onDragLeave: () => setEdge(null),
      onDrop: ({ source, self }) => {
        setEdge(null)
        const line = draggedLine(source.data)
        if (line) drop(line, self.data.edge === 'before')
      },
    })
  }, [element, isLast])
  return { setElement, setHandle, isDragged, edge }
}

function draggedLine(data: Record<string | symbol, unknown>): DraggedLine | null {
  return (data.recapLine as DraggedLine | undefined) ?? null
}
