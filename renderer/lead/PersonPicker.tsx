import { useState } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { NamedContact } from '../../shared/api.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { classes } from '../ui/classes.ts'
import styles from '../ui/Field.module.css'
import menu from '../ui/Menu.module.css'

export interface PersonPickerProps {
  label: string
  /** Somebody who cannot be chosen. */
  without: string | null
  onChoose: (id: string) => void
}

/** A field in which a person is found by typing a part of their name, company or e-mail address. */
export function PersonPicker({ label, without, onChoose }: PersonPickerProps) {
  const [text, setText] = useState('')
  const found = useCall('findContacts', { text: text.slice(0, 200), limit: 20, without }).data ?? []
  return (
    <ComboBox
      className={classes(styles.field)}
      aria-label={label}
      menuTrigger="focus"
      items={found}
      inputValue={text}
      onInputChange={setText}
      onChange={(key) => key !== null && onChoose(String(key))}
      autoFocus
      allowsEmptyCollection
    >
      <div className={styles.box}>
        <Input className={classes(styles.input)} placeholder={words.lead.findPerson} />
      </div>
      <Popover className={classes(menu.popover)} offset={4}>
        <ListBox<NamedContact> className={classes(menu.menu)} renderEmptyState={() => <p className={classes(styles.hint)}>{words.lead.nobodyFound}</p>}>
          {(person) => (
            <ListBoxItem id={person.id} textValue={person.name} className={classes(menu.item)}>
              <span className={menu.label}>{person.name}</span>
              {person.company !== person.name && <span className={menu.keys}>{person.company}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
