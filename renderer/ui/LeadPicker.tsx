import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components'
import type { BoardCard } from '../../shared/api.ts'
import { recapsWords } from '../../shared/strings/composer-words.ts'
import { classes } from './classes.ts'
import { Dialog, DialogBody } from './Dialog.tsx'
import styles from './LeadPicker.module.css'
import { ErrorState, Spinner } from './States.tsx'

/** More are not read; typing a letter more is quicker. */
const mostShown = 50

export interface LeadPickerProps {
  title: string
  /** Undefined until they are there. */
  leads: readonly BoardCard[] | undefined
  /** Why they could not be had. */
  problem?: string | undefined
  onChoose: (leadId: string) => void
  onClose: () => void
}

/** Asks for one lead: type a part of the name or company, arrows and Enter choose. */
export function LeadPicker({ title, leads, problem, onChoose, onClose }: LeadPickerProps) {
  const [typed, setTyped] = useState('')
  const found = useMemo(() => findLeads(leads ?? [], typed), [leads, typed])
  return (
    <Dialog title={title} isOpen onOpenChange={onClose} width="narrow">
      <DialogBody>
        {problem !== undefined ? (
          <ErrorState message={problem} />
        ) : !leads ? (
          <Spinner />
        ) : (
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField aria-label={recapsWords.filter} className={classes(styles.search)} autoFocus>
              <Search aria-hidden />
              <Input placeholder={recapsWords.filter} className={classes(styles.input)} />
            </SearchField>
            <Menu
              aria-label={title}
              className={classes(styles.list)}
              items={found}
              onAction={(id) => onChoose(String(id))}
              renderEmptyState={() => <p className={styles.nobody}>{leads.length === 0 ? recapsWords.noLeads : recapsWords.nobody}</p>}
            >
              {(lead) => (
                <MenuItem id={lead.id} textValue={lead.name} className={classes(styles.item)}>
                  <span className={styles.name}>{lead.name}</span>
                  <span className={styles.about}>{[lead.company === lead.name ? '' : lead.company, lead.title].filter(Boolean).join(' · ')}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        )}
      </DialogBody>
    </Dialog>
  )
}

function findLeads(leads: readonly BoardCard[], typed: string): BoardCard[] {
  const wanted = typed.trim().toLowerCase()
  const found: BoardCard[] = []
  for (const lead of leads) {
    if (found.length === mostShown) break
    if (`${lead.name} ${lead.company} ${lead.title}`.toLowerCase().includes(wanted)) found.push(lead)
  }
  return found
}
