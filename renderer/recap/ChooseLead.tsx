import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components'
import type { BoardCard } from '../../shared/api.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { Dialog, DialogBody } from '../ui/Dialog.tsx'
import { classes } from '../ui/classes.ts'
import { ErrorState, Spinner } from '../ui/States.tsx'
import styles from './ChooseLead.module.css'

/** More are not read; typing a letter more is quicker. */
const mostShown = 50

export interface ChooseLeadProps {
  onChoose: (leadId: string) => void
  onClose: () => void
}

/** Asks which lead the conversation was with: type a part of the name or company, arrows and Enter choose. */
export function ChooseLead({ onChoose, onClose }: ChooseLeadProps) {
  const board = useCall('getBoard', { limit: null })
  const [typed, setTyped] = useState('')
  const found = useMemo(() => findCards(board.data?.cards ?? [], typed), [board.data, typed])
  return (
    <Dialog title={words.recaps.choose} isOpen onOpenChange={onClose} width="narrow">
      <DialogBody>
        {board.isError ? (
          <ErrorState message={board.error.message} />
        ) : !board.data ? (
          <Spinner />
        ) : (
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField aria-label={words.recaps.filter} className={classes(styles.search)} autoFocus>
              <Search aria-hidden />
              <Input placeholder={words.recaps.filter} className={classes(styles.input)} />
            </SearchField>
            <Menu
              aria-label={words.recaps.choose}
              className={classes(styles.list)}
              items={found}
              onAction={(id) => onChoose(String(id))}
              renderEmptyState={() => <p className={styles.nobody}>{board.data.cards.length === 0 ? words.recaps.noLeads : words.recaps.nobody}</p>}
            >
              {(card) => (
                <MenuItem id={card.id} textValue={card.name} className={classes(styles.item)}>
                  <span className={styles.name}>{card.name}</span>
                  <span className={styles.about}>{[card.company === card.name ? '' : card.company, card.title].filter(Boolean).join(' · ')}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        )}
      </DialogBody>
    </Dialog>
  )
}

function findCards(cards: BoardCard[], typed: string): BoardCard[] {
  const wanted = typed.trim().toLowerCase()
  const found: BoardCard[] = []
  for (const card of cards) {
    if (found.length === mostShown) break
    if (`${card.name} ${card.company} ${card.title}`.toLowerCase().includes(wanted)) found.push(card)
  }
  return found
}
