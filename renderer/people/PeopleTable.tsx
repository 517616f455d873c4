import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, type MouseEvent } from 'react'
import type { Person } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import type { PeopleColumn } from '../../shared/settings.ts'
import { words } from '../../shared/strings/words.ts'
import { classes } from '../ui/classes.ts'
import { shownColumns, tracks, type PeopleView } from './columns.ts'
import styles from './PeopleTable.module.css'
import { PersonCell, type CellActions } from './PersonCell.tsx'
import { useRows } from './useRows.ts'

const say = words.people

export interface PeopleTableProps extends CellActions {
  people: Person[]
  view: PeopleView
  onView: (view: PeopleView) => void
  /** The ids of the people that are selected; some of them may not be shown. */
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>) => void
}

/** The people as a table of which only the rows in sight are drawn. Keys go from row to row. */
export function PeopleTable({ people, view, onView, selected, onSelect, ...actions }: PeopleTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const last = useRef<number | null>(null)
  const { rows, height, ...keys } = useRows(people, scroller)
  const columns = shownColumns(view)
  const { minWidth, ...row } = tracks(columns)
  /** With Shift, everybody from the one selected before to this one. */
  const select = (index: number, event: MouseEvent<HTMLInputElement>) => {
    const from = event.shiftKey && last.current !== null ? last.current : index
    const next = new Set(selected)
    for (const { id } of people.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      if (event.currentTarget.checked) next.add(id)
      else next.delete(id)
    }
    last.current = index
    onSelect(next)
  }
  return (
    <div className={styles.scroller} ref={scroller}>
      <table className={styles.table} style={{ minWidth }} aria-label={say.table} aria-rowcount={people.length + 1}>
        <thead>
          <tr className={styles.row} style={row} aria-rowindex={1}>
            <SelectAll people={people} selected={selected} onSelect={onSelect} />
            {columns.map((column) => (
              <ColumnHead key={column} column={column} view={view} onView={onView} />
            ))}
          </tr>
        </thead>
        <tbody style={{ height }} {...keys}>
          {rows.map(({ index, start }) => {
            const person = people[index]
            return (
              person && (
                <tr
                  key={person.id}
                  className={classes(styles.row, styles.placed, selected.has(person.id) && styles.selected)}
                  style={{ ...row, transform: `translateY(${start}px)` }}
                  data-index={index}
                  aria-rowindex={index + 2}
                  aria-selected={selected.has(person.id)}
                >
                  <td className={styles.tick}>
                    <input
                      type="checkbox"
                      aria-label={say.select(contactName(person))}
                      checked={selected.has(person.id)}
                      onClick={(event) => select(index, event)}
                      readOnly
                    />
                  </td>
                  {columns.map((column) => (
                    <PersonCell key={column} column={column} person={person} {...actions} />
                  ))}
                </tr>
              )
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function SelectAll({ people, selected, onSelect }: Pick<PeopleTableProps, 'people' | 'selected' | 'onSelect'>) {
  const count = selected.size === 0 ? 0 : people.filter(({ id }) => selected.has(id)).length
  const all = count === people.length
  return (
    <td className={styles.tick}>
      <input
        type="checkbox"
        aria-label={say.selectAll}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !all
        }}
        onChange={() => onSelect(all ? new Set() : new Set(people.map(({ id }) => id)))}
      />
    </td>
  )
}

/** A column's name, which sorts by it, and sorts the other way round when it does already. */
function ColumnHead({ column, view, onView }: { column: PeopleColumn } & Pick<PeopleTableProps, 'view' | 'onView'>) {
  const sorted = view.sort === column
  const Arrow = view.descending ? ArrowDown : ArrowUp
  return (
    <th scope="col" aria-sort={sorted ? (view.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={styles.head} onClick={() => onView({ ...view, sort: column, descending: sorted && !view.descending })}>
        {say.columns[column]}
        {sorted && <Arrow aria-hidden />}
      </button>
    </th>
  )
}
