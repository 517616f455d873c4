import { useRef, useState, type RefObject } from 'react'
import { isNoFilter, type Filter, type Segment } from '../../shared/segment.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import { MenuAt } from '../ui/Menu.tsx'
import { SegmentDialog } from './SegmentDialog.tsx'

const say = words.segments

export interface SegmentMenuProps {
  segments: readonly Segment[]
  /** The segment that the filter is, when it is one. */
  current: Segment | null
  filter: Filter
  anchor: RefObject<Element | null>
  onChange: (filter: Filter) => void
  onClose: () => void
}

/** The filters that have a name, and the ways to name this one or to let go of its name. */
export function SegmentMenu({ segments, current, filter, anchor, onChange, onClose }: SegmentMenuProps) {
  const [isNaming, setNaming] = useState(false)
  const hasChosen = useRef(false)
  if (isNaming) return <SegmentDialog filter={filter} segments={segments} onClose={onClose} />
  const choose = (id: string) => {
    hasChosen.current = true
    if (id === 'save') return setNaming(true)
    if (id === 'delete' && current) void runCommand('deleteSegment', { id: current.id })
    const segment = segments.find((other) => other.id === id)
    if (segment) onChange(segment.filter)
    onClose()
  }
  return (
    <MenuAt
      label={say.title}
      anchor={anchor}
      isOpen
      onClose={() => {
        // A choice closes the menu as well, but a dialog may take its place.
        if (!hasChosen.current) onClose()
      }}
      choices={[
        ...segments.map(({ id, name }) => ({ id, label: name, current: id === current?.id })),
        { id: 'save', label: isNoFilter(filter) ? say.saveFirst : say.save, disabled: isNoFilter(filter) || current !== null },
        ...(current ? [{ id: 'delete', label: say.remove(current.name), danger: true }] : []),
      ]}
      onChoose={choose}
    />
  )
}
