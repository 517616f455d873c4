import { useMemo, type RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { Board } from '../../shared/api.ts'
import type { Filter } from '../../shared/segment.ts'
import { words } from '../../shared/strings/words.ts'
import { classes } from '../ui/classes.ts'
import menu from '../ui/Menu.module.css'
import { Select } from '../ui/Select.tsx'
import { Checkbox } from '../ui/TextField.tsx'
import { AmountField } from './AmountField.tsx'
import styles from './FilterBar.module.css'

const say = words.segments

export interface FilterPanelProps {
  board: Board
  filter: Filter
  onChange: (filter: Filter) => void
}

/** Everything but words that a filter can ask for, below the button that opens it. */
export function FilterPanel({ anchor, onClose, ...facts }: FilterPanelProps & { anchor: RefObject<Element | null>; onClose: () => void }) {
  return (
    <Popover className={classes(menu.popover)} offset={4} placement="bottom start" triggerRef={anchor} isOpen onOpenChange={(open) => !open && onClose()}>
      <Dialog className={classes(styles.facts)} aria-label={say.facts(0)}>
        <Facts {...facts} />
      </Dialog>
    </Popover>
  )
}

const nextChoices = (['any', 'overdue', 'today', 'later', 'none'] as const).map((id) => ({ id, label: say.next[id] }))
const turnChoices = (['any', 'mine', 'theirs'] as const).map((id) => ({ id, label: say.turn[id] }))

function Facts({ board, filter, onChange }: FilterPanelProps) {
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

/** Every name that occurs, those that are chosen included, in the reader's order. */
function namesOf(occurring: readonly string[], chosen: readonly string[]): string[] {
  const names = new Intl.Collator(words.locale, { sensitivity: 'base', numeric: true })
  return [...new Set([...occurring, ...chosen])].filter((name) => name !== '').toSorted((a, b) => names.compare(a, b))
}
