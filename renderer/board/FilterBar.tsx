import { Bookmark, ListFilter, Search, X } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { isNoFilter, noFilter, type Filter } from '../../shared/segment.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './FilterBar.module.css'
import type { FilterPanelProps } from './FilterPanel.tsx'

// Only once they are asked for: the first screen does without them.
const FilterPanel = lazy(() => import('./FilterPanel.tsx').then((module) => ({ default: module.FilterPanel })))
const SegmentMenu = lazy(() => import('./SegmentMenu.tsx').then((module) => ({ default: module.SegmentMenu })))

const say = words.segments

/** Which leads the board shows: words, facts, and filters that were kept under a name. */
export function FilterBar({ board, filter, onChange }: FilterPanelProps) {
  const segments = useCall('getSegments', {}).data ?? []
  const current = segments.find((segment) => JSON.stringify(segment.filter) === JSON.stringify(filter)) ?? null
  const [open, setOpen] = useState<'facts' | 'segments' | null>(null)
  const factsButton = useRef<HTMLSpanElement>(null)
  const segmentsButton = useRef<HTMLSpanElement>(null)
  const close = () => setOpen(null)
  return (
    <>
      <div className={styles.text}>
        <TextField
          label={say.text}
          hideLabel
          placeholder={say.text}
          before={<Search aria-hidden />}
          value={filter.text}
          onChange={(text) => onChange({ ...filter, text })}
          maxLength={200}
          autoComplete="off"
        />
      </div>
      <span ref={factsButton}>
        <Button icon={<ListFilter aria-hidden />} onPress={() => setOpen('facts')} aria-haspopup="dialog">
          {say.facts(factsIn(filter))}
        </Button>
      </span>
      <span ref={segmentsButton}>
        <Button kind="quiet" icon={<Bookmark aria-hidden />} onPress={() => setOpen('segments')} aria-haspopup="menu">
          <span className={styles.segment}>{current?.name ?? say.title}</span>
        </Button>
      </span>
      {!isNoFilter(filter) && <IconButton label={say.clear} icon={<X aria-hidden />} onPress={() => onChange(noFilter)} />}
      <Suspense>
        {open === 'facts' && <FilterPanel board={board} filter={filter} onChange={onChange} anchor={factsButton} onClose={close} />}
        {open === 'segments' && <SegmentMenu segments={segments} current={current} filter={filter} anchor={segmentsButton} onChange={onChange} onClose={close} />}
      </Suspense>
    </>
  )
}

/** How many facts beside its words a filter asks for. */
function factsIn({ tags, sources, valueFrom, valueTo, next, turn }: Filter): number {
  return [tags.length > 0, sources.length > 0, valueFrom !== null || valueTo !== null, next !== 'any', turn !== 'any'].filter(Boolean).length
}
