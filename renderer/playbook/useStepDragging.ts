import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useEffectEvent, useState } from 'react'

/** The half of a step over which another one is dragged: it would come before it or after it. */
type Edge = 'before' | 'after-it'

/**
 * Lets the mouse drag a step by its handle, and others be dropped on it.
 * @param place counted from 1
 * @param onMove gets the step that was dropped and its place, counted from 0 among the others
 */
export function useStepDragging(id: string, place: number, onMove: (id: string, place: number) => void) {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [handle, setHandle] = useState<HTMLElement | null>(null)
  const [isDragged, setDragged] = useState(false)
  const [edge, setEdge] = useState<Edge | null>(null)
  const drop = useEffectEvent((step: string, from: number, half: Edge) => {
    const index = place - 1 + (half === 'after-it' ? 1 : 0)
    onMove(step, from < place ? index - 1 : index)
  })
  const startPlace = useEffectEvent(() => place)
  useEffect(() => {
    if (!element || !handle) return
    return combine(
      draggable({
        element,
        dragHandle: handle,
        getInitialData: () => ({ stepId: id, place: startPlace() }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data.stepId === 'string' && source.data.stepId !== id,
        getData: ({ input }) => {
          const { top, height } = element.getBoundingClientRect()
          return { edge: input.clientY < top + height / 2 ? 'before' : 'after-it' }
        },
        onDrag: ({ self }) => setEdge(self.data.edge as Edge),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, self }) => {
          setEdge(null)
          drop(source.data.stepId as string, source.data.place as number, self.data.edge as Edge)
        },
      }),
    )
  }, [element, handle, id])
  return { setElement, setHandle, isDragged, edge }
}
