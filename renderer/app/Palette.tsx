import { Search } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { Autocomplete, Dialog, Header, Input, ListBox, ListBoxItem, ListBoxSection, Modal, ModalOverlay, SearchField } from 'react-aria-components'
import { foldedWords, markedRuns } from '../../shared/fold.ts'
import { words } from '../../shared/strings/words.ts'
import { classes } from '../ui/classes.ts'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './Palette.module.css'
import { leadModes, usePaletteGroups, type Choice, type PaletteActions, type PaletteMode } from './paletteGroups.tsx'

/** One field to find anybody and to do anything: type, arrows, Enter. */
export function Palette({ onClose, ...actions }: PaletteActions & { onClose: () => void }) {
  return (
    <ModalOverlay className={classes(styles.overlay)} isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={classes(styles.modal)}>
        <Dialog aria-label={words.palette.title} className={classes(styles.dialog)}>
          <Finder {...actions} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ onClose, ...actions }: PaletteActions & { onClose: () => void }) {
  const [text, setText] = useState('')
  const [mode, setMode] = useState<PaletteMode>('all')
  const { groups, isReading, isAnswered } = usePaletteGroups(text, mode, actions)
  const choices = groups.flatMap((group) => group.choices)
  const field = mode === 'all' ? words.palette.field : leadModes[mode].who

  const choose = (choice: Choice | undefined) => {
    if (choice?.asksFor) {
      setMode(choice.asksFor)
      setText('')
    } else if (choice) {
      onClose()
      choice.run()
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    // Enter means the first one until the arrows say another.
    if (event.key === 'Enter' && isAnswered && !event.currentTarget.hasAttribute('aria-activedescendant')) {
      // On its way up, the key would choose among what it has just brought up.
      event.preventDefault()
      event.stopPropagation()
      choose(choices[0])
    } else if (event.key === 'Escape') onClose()
    else if (event.key === 'Backspace' && text === '') setMode('all')
  }

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label={field} className={classes(styles.head)}>
        <Search aria-hidden />
        <Input className={classes(styles.input)} placeholder={field} maxLength={500} spellCheck={false} autoComplete="off" onKeyDownCapture={onKeyDown} ref={focusField} />
      </SearchField>
      <ListBox
        aria-label={words.palette.results}
        className={classes(styles.list)}
        onAction={(key) => choose(choices.find((choice) => choice.key === key))}
        renderEmptyState={() => <p className={styles.nothing}>{isAnswered ? words.palette.nothing : ''}</p>}
      >
        {groups.map((group) => (
          <ListBoxSection key={group.title} id={group.title} className={classes(styles.group)}>
            <Header className={classes(styles.title)}>
              {group.title}
            </Header>
            {group.choices.map((choice) => (
              <Option key={choice.key} choice={choice} text={text} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      <footer className={styles.foot}>
        <output className={styles.spoken}>{text !== '' && isAnswered ? words.palette.found(choices.length) : ''}</output>
        {isReading && <span>{words.palette.reading}</span>}
        <span className={styles.space} />
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {words.palette.keys.move}
        </span>
        <span>
          <Kbd>{words.shortcuts.enter}</Kbd> {words.palette.keys.choose}
        </span>
        <span>
          <Kbd>{words.shortcuts.escape}</Kbd> {words.palette.keys.close}
        </span>
      </footer>
    </Autocomplete>
  )
}

/** The keyboard is in the field from the first moment on. */
function focusField(input: HTMLInputElement | null) {
  input?.focus()
}

function Option({ choice, text }: { choice: Choice; text: string }) {
  const typed = foldedWords(text)
  return (
    <ListBoxItem id={choice.key} textValue={[choice.label, choice.about].filter(Boolean).join(', ')} className={classes(styles.option)}>
      {choice.icon}
      <span className={styles.name}>
        <Marked text={choice.label} typed={typed} found={choice.found} />
      </span>
      {choice.about !== undefined && choice.about !== '' && (
        <span className={styles.about}>
          <Marked text={choice.about} typed={typed} found={choice.found} />
        </span>
      )}
      {choice.aside !== undefined && <span className={styles.aside}>{choice.aside}</span>}
    </ListBoxItem>
  )
}

/** The text with what was found in it marked. */
function Marked({ text, typed, found }: { text: string; typed: readonly string[]; found: readonly string[] | undefined }): ReactNode {
  if (!found) return text
  return markedRuns(text, typed, found).map((run) => (run.marked ? <mark key={run.start}>{run.text}</mark> : run.text))
}
