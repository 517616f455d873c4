import { LibraryBig, Search, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete, Dialog, DialogTrigger, Header, Input, Menu, MenuItem, MenuSection, Popover, SearchField } from 'react-aria-components'
import type { ValueLadder } from '../../shared/api.ts'
import { shortDate } from '../../shared/format.ts'
import { fold } from '../../shared/fold.ts'
import { libraryWords } from '../../shared/strings/library-words.ts'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import list from './LeadPicker.module.css'
import menu from './Menu.module.css'
import { useReader } from './Reader.tsx'
import { ValueIcon } from './ValueIcon.tsx'
import styles from './ValuePicker.module.css'
import { givenWords, suggestionWords, type ValueGiven, type ValueSuggestion } from './valueWords.ts'

const say = libraryWords

/** More are not read; typing a letter more is quicker. */
const mostShown = 50

export interface ValuePickerProps {
  ladder: ValueLadder
  onChoose: (id: string) => void
  /** They were given this already, or are about to be. */
  onRepeat: (given: ValueGiven) => void
}

/** A button that opens the library for one person: what they never got, the best first, and apart what they got. */
export function ValuePicker({ ladder, onChoose, onRepeat }: ValuePickerProps) {
  const [isOpen, setOpen] = useState(false)
  const choose = (key: string) => {
    setOpen(false)
    const given = ladder.given.find(({ id }) => id === key)
    if (given) onRepeat(given)
    else onChoose(key)
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton label={say.showList} icon={<LibraryBig />} />
      <Popover className={classes(menu.popover, styles.popover)} offset={4} placement="bottom end">
        <Dialog aria-label={say.showList} className={classes(styles.dialog)}>
          <Choices ladder={ladder} onChoose={choose} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Choices({ ladder, onChoose }: { ladder: ValueLadder; onChoose: (id: string) => void }) {
  const reader = useReader()
  const [typed, setTyped] = useState('')
  const wanted = fold(typed.trim())
  const fits = ({ title }: { title: string }) => fold(title).includes(wanted)
  const fresh = ladder.suggestions.filter(fits).slice(0, mostShown)
  // What was given several times is told with the latest.
  const given = ladder.given.filter((item, place) => fits(item) && ladder.given.findIndex(({ id }) => id === item.id) === place).slice(0, mostShown)
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={say.search} className={classes(list.search)} autoFocus>
        <Search aria-hidden />
        <Input placeholder={say.search} className={classes(list.input)} />
      </SearchField>
      <Menu aria-label={say.showList} className={classes(list.list)} onAction={(id) => onChoose(String(id))} renderEmptyState={() => <p className={list.nobody}>{wanted === '' ? say.emptyLibrary : say.noneFound}</p>}>
        {fresh.length > 0 && (
          <MenuSection aria-label={say.suggested}>
            <Header className={classes(styles.head)}>{say.suggested}</Header>
            {fresh.map((item) => (
              <Choice key={item.id} item={item} about={suggestionWords(item, reader)} />
            ))}
          </MenuSection>
        )}
        {given.length > 0 && (
          <MenuSection aria-label={say.givenAlready}>
            <Header className={classes(styles.head)}>{say.givenAlready}</Header>
            {given.map((item) => (
              <Choice key={item.id} item={item} about={item.completedAt === null ? say.plannedFor(givenWords(item, reader)) : say.givenWhen(givenWords(item, reader))} />
            ))}
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  )
}

function Choice({ item: { id, kind, title, isPast, bestBefore }, about }: { item: ValueSuggestion | ValueGiven; about: string }) {
  const reader = useReader()
  return (
    <MenuItem id={id} textValue={title} className={classes(list.item, styles.item)}>
      <ValueIcon kind={kind} />
      <span className={styles.words}>
        <span className={list.name} dir="auto">
          {title}
        </span>
        <span className={styles.about}>{about}</span>
        {isPast && bestBefore !== null && (
          <span className={styles.past}>
            <TriangleAlert aria-hidden />
            {say.past(shortDate(bestBefore, reader))}
          </span>
        )}
      </span>
    </MenuItem>
  )
}
