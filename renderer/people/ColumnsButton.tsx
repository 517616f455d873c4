import { Columns3 } from 'lucide-react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import menu from '../ui/Menu.module.css'
import { Checkbox } from '../ui/TextField.tsx'
import { allColumns, shownColumns, type PeopleView } from './columns.ts'
import styles from './People.module.css'

/** Chooses what the table shows of each person; the name is always there. */
export function ColumnsButton({ view, onChange }: { view: PeopleView; onChange: (view: PeopleView) => void }) {
  const shown = shownColumns(view)
  return (
    <DialogTrigger>
      <Button kind="quiet" icon={<Columns3 aria-hidden />}>
        {words.people.chooseColumns}
      </Button>
      <Popover className={classes(menu.popover)} offset={4} placement="bottom end">
        <Dialog className={classes(styles.columns)} aria-label={words.people.chooseColumns}>
          {allColumns
            .filter((column) => column !== 'name')
            .map((column) => (
              <Checkbox
                key={column}
                label={words.people.columns[column]}
                isSelected={shown.includes(column)}
                onChange={(isShown) => onChange({ ...view, columns: isShown ? [...shown, column] : shown.filter((other) => other !== column) })}
              />
            ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
