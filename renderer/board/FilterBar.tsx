import { Bookmark, ListFilter, Search, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { Board } from '../../shared/api.ts'
import { isNoFilter, noFilter, type Filter } from '../../shared/segment.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Menu } from '../ui/Menu.tsx'
import menu from '../ui/Menu.module.css'
import { Select } from '../ui/Select.tsx'
import { Checkbox, TextField } from '../ui/TextField.tsx'
import { AmountField } from './AmountField.tsx'
import styles from './FilterBar.module.css'
import { SegmentDialog } from './SegmentDialog.tsx'

const say = words.segments

export interface FilterBarProps {
  board: Board
  filter: Filter
  onChange: (filter: Filter) => void
}

/** Which leads the board shows: words, facts, and filters that were kept under a name. */
export function FilterBar({ board, filter, onChange }: FilterBarProps) {
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
      <DialogTrigger>
        <Button icon={<ListFilter aria-hidden />}>{say.facts(factsIn(filter))}</Button>
        <Popover className={classes(menu.popover)} offset={4} placement="bottom start">
          <Dialog className={classes(styles.facts)} aria-label={say.facts(0)}>
            <Facts board={board} filter={filter} onChange={onChange} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <Segments filter={filter} onChange={onChange} />
      {!isNoFilter(filter) && <IconButton label={say.clear} icon={<X aria-hidden />} onPress={() => onChange(noFilter)} />}
    </>
  )
}

const nextChoices = (['any', 'overdue', 'today', 'later', 'none'] as const).map((id) => ({ id, label: say.next[id] }))
const turnChoices = (['any', 'mine', 'theirs'] as const).map((id) => ({ id, label: say.turn[id] }))

function Facts({ board, filter, onChange }: FilterBarProps) {
  const tags = useMemo(() => namesOf(board.cards.flatMap((card) => card.tags), filter.tags), [board, filter.tags])
  const sources = useMemo(() => namesOf(board.cards.map((card) => card.source), filter.sources), [board, filter.sources])
  return (
    <>
      <div className={styles.pair}>
        <Select label={say.nextLabel} options={nextChoices} value={filter.next} onChange={(next) => onChange({ ...filter, next })} />
        <Select label={say.turnLabel} options={turnChoices} value={filter.turn} onChange={(turn) => onChange({ ...filter, turn })} />
        <AmountField label={say.valueFrom} value={filter.valueFrom} onChange={(valueFrom) => onChange({ ...filter, valueFrom })} />
        <AmountField label={say.valueTo} value={filter.valueTo} onChange={(valueTo) => onChange({ ...filter, valueTo })} />
      </div>
      <Names label={say.tags} names={tags} chosen={filter.tags} onChange={(chosen) => onChange({ ...filter, tags: chosen })} />
      <Names label={say.sources} names={sources} chosen={filter.sources} onChange={(chosen) => onChange({ ...filter, sources: chosen })} />
    </>
  )
}

/** The most names that a filter takes. */
const mostNames = 50

function Names({ label, names, chosen, onChange }: { label: string; names: readonly string[]; chosen: string[]; onChange: (chosen: string[]) => void }) {
  if (names.length === 0) return null
  return (
    <fieldset className={styles.names}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.list}>
        {names.map((name) => {
          const isChosen = chosen.includes(name)
          return (
            <Checkbox
              key={name}
              label={name}
              isSelected={isChosen}
              isDisabled={!isChosen && chosen.length >= mostNames}
              onChange={() => onChange(isChosen ? chosen.filter((other) => other !== name) : [...chosen, name])}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

function Segments({ filter, onChange }: Omit<FilterBarProps, 'board'>) {
  const segments = useCall('getSegments', {}).data ?? []
  const [isNaming, setNaming] = useState(false)
  const current = segments.find((segment) => JSON.stringify(segment.filter) === JSON.stringify(filter))
  const choose = (id: string) => {
    if (id === 'save') return setNaming(true)
    if (id === 'delete' && current) return void runCommand('deleteSegment', { id: current.id })
    const segment = segments.find((other) => other.id === id)
    if (segment) onChange(segment.filter)
  }
  return (
    <>
      <Menu
        trigger={
          <Button kind="quiet" icon={<Bookmark aria-hidden />}>
            <span className={styles.segment}>{current?.name ?? say.title}</span>
          </Button>
        }
        label={say.title}
        choices={[
          ...segments.map(({ id, name }) => ({ id, label: name, current: id === current?.id })),
          { id: 'save', label: say.save, disabled: isNoFilter(filter) || current !== undefined },
          ...(current ? [{ id: 'delete', label: say.remove(current.name), danger: true }] : []),
        ]}
        onChoose={choose}
      />
      {isNaming && <SegmentDialog filter={filter} segments={segments} onClose={() => setNaming(false)} />}
    </>
  )
}

/** How many facts beside its words a filter asks for. */
function factsIn({ tags, sources, valueFrom, valueTo, next, turn }: Filter): number {
  return [tags.length > 0, sources.length > 0, valueFrom !== null || valueTo !== null, next !== 'any', turn !== 'any'].filter(Boolean).length
}

/** Every name that occurs, those that are chosen included, in the reader's order. */
function namesOf(occurring: readonly string[], chosen: readonly string[]): string[] {
  const names = new Intl.Collator(words.locale, { sensitivity: 'base', numeric: true })
  return [...new Set([...occurring, ...chosen])].filter((name) => name !== '').toSorted((a, b) => names.compare(a, b))
}
