import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { shortDate } from '../../shared/format.ts'
import type { SortedNote, SortedNotes } from '../../shared/recap-notes.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { DialogActions } from '../ui/Dialog.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'
import { isDated, slotNames, type SlotName, type SortedLine } from './draft.ts'
import styles from './SortedList.module.css'

const say = composerWords

/** Where a line of notes goes: a slot, or nowhere. */
type Place = SlotName | 'out'

const places: { id: Place; label: string }[] = [...slotNames.map((id) => ({ id, label: say.slots[id] })), { id: 'out', label: say.leaveOut }]

const rowHeight = 52

export interface SortedListProps {
  sorted: SortedNotes
  room: Record<SlotName, number>
  onBack: () => void
  onTake: (lines: SortedLine[]) => void
}

/** The lines of notes, each with the slot it would go to and why, which can be changed. Thousands stay quick. */
export function SortedList({ sorted, room, onBack, onTake }: SortedListProps) {
  const [changed, setChanged] = useState<ReadonlyMap<number, Place>>(new Map())
  const scroller = useRef<HTMLDivElement>(null)
  const { lines } = sorted
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 })
  const taken = lines.flatMap(({ slot, what, by }, index): SortedLine[] => {
    const place = changed.get(index) ?? slot
    return place === 'out' ? [] : [{ slot: place, what, by }]
  })
  const counts = slotNames.map((name) => ({ name, count: taken.filter(({ slot }) => slot === name).length }))
  const left = sorted.left + counts.reduce((sum, { name, count }) => sum + Math.max(0, count - room[name]), 0)
  return (
    <>
      <p className={styles.summary}>
        {lines.length === 0 ? say.notesNothing : counts.filter(({ count }) => count > 0).map(({ name, count }) => `${say.slots[name]} ${count}`).join(' · ')}
        {left > 0 && <span className={styles.left}>{words.recapNotes.left(left, String(left))}</span>}
      </p>
      <div ref={scroller} className={styles.scroller}>
        <ul className={styles.list} style={{ height: virtual.getTotalSize() }} aria-label={say.sortedLines}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            return (
              line && (
                <Row
                  key={index}
                  line={line}
                  place={changed.get(index) ?? line.slot}
                  isChanged={changed.has(index)}
                  top={start}
                  onChange={(place) => setChanged(new Map(changed).set(index, place))}
                />
              )
            )
          })}
        </ul>
      </div>
      <DialogActions>
        <Button onPress={onBack}>{say.backToNotes}</Button>
        <Button kind="primary" autoFocus isDisabled={taken.length === 0} onPress={() => onTake(taken)}>
          {say.takeLines(taken.length)}
        </Button>
      </DialogActions>
    </>
  )
}

interface RowProps {
  line: SortedNote
  place: Place
  isChanged: boolean
  top: number
  onChange: (place: Place) => void
}

function Row({ line: { what, by, why }, place, isChanged, top, onChange }: RowProps) {
  const reader = useReader()
  return (
    <li className={classes(styles.row, place === 'out' && styles.out)} style={{ transform: `translateY(${top}px)`, height: rowHeight }}>
      <div className={styles.text}>
        <span className={styles.what} dir="auto" title={what}>
          {what}
        </span>
        <span className={styles.why}>
          {isChanged ? say.movedByYou : words.recapNotes.rules[why]}
          {by !== null && place !== 'out' && isDated(place) && ` · ${say.dueBy(shortDate(by, reader))}`}
        </span>
      </div>
      <div className={styles.place}>
        <Select label={say.placeOf(what)} hideLabel options={places} value={place} onChange={onChange} />
      </div>
    </li>
  )
}
