import { Copy, Search, Upload, UserRound } from 'lucide-react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Person } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import { useKeptFocus } from '../touch/useKeptFocus.ts'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import { EmptyState } from '../ui/States.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { ColumnsButton } from './ColumnsButton.tsx'
import { sortPeople, type PeopleView } from './columns.ts'
import { filterPeople, searchable } from './filter.ts'
import styles from './People.module.css'
import { PeopleTable } from './PeopleTable.tsx'
import { SelectionBar } from './SelectionBar.tsx'

const say = words.people

export interface PeopleListProps {
  people: Person[]
  view: PeopleView
  filter: string
  onFilter: (text: string) => void
  onImport: () => void
}

/** Everybody: found by typing, sorted by any column, tagged or deleted together, opened by a click. */
export function PeopleList({ people, view: kept, filter, onFilter, onImport }: PeopleListProps) {
  const { locale, zone } = useReader()
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const wanted = useDeferredValue(filter)
  // Shown at once, and kept beyond this window.
  const [view, setView] = useState(kept)
  const changeView = (next: PeopleView) => {
    setView(next)
    void runCommand('changeSettings', { people: next })
  }
  const { sort, descending } = view
  const sorted = useMemo(() => searchable(sortPeople(people, { columns: [], sort, descending }, locale, zone)), [people, sort, descending, locale, zone])
  const shown = useMemo(() => filterPeople(sorted, wanted), [sorted, wanted])
  // What the filter hides is not acted upon.
  const selected = useMemo(() => (chosen.size === 0 ? [] : shown.filter(({ id }) => chosen.has(id))), [shown, chosen])
  const tools = useKeptFocus<HTMLDivElement>(`${selected.length > 0} ${people.length > 0 && shown.length === 0}`)
  const addLead = useCallback(
    async (person: Person) => {
      const input = { contact: {}, contactId: person.id, lead: {}, stageId: null, next: null }
      const reply = await runCommand('addLead', input, { said: say.leadAdded(contactName(person)) })
      if (reply.ok) navigate(`/lead/${reply.data.leadId}`)
    },
    [navigate],
  )
  const importButton = (
    <Button icon={<Upload aria-hidden />} onPress={onImport}>
      {say.import}
    </Button>
  )
  if (people.length === 0) {
    return (
      <>
        <TopBar title={say.title} />
        <EmptyState icon={<UserRound />} title={say.emptyTitle} actions={importButton}>
          {say.emptyBody}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <TopBar title={say.title} actions={importButton}>
        <output className={styles.count}>{countWords(shown.length, people.length, locale)}</output>
      </TopBar>
      <div className={styles.tools} ref={tools}>
        <div className={styles.filter}>
          <TextField label={say.filter} hideLabel placeholder={say.filterPlaceholder} before={<Search aria-hidden />} value={filter} onChange={onFilter} type="search" />
        </div>
        {selected.length > 0 ? (
          <SelectionBar selected={selected} onClear={() => setChosen(new Set())} />
        ) : (
          <span className={styles.choices}>
            <Button kind="quiet" icon={<Copy aria-hidden />} onPress={() => navigate('/people/duplicates')}>
              {say.findDuplicates}
            </Button>
            <ColumnsButton view={view} onChange={changeView} />
          </span>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={<UserRound />} title={say.noMatch} actions={<Button onPress={() => onFilter('')}>{say.clear}</Button>} />
      ) : (
        <PeopleTable
          people={shown}
          view={view}
          onView={changeView}
          selected={chosen}
          onSelect={setChosen}
          onOpen={(leadId) => navigate(`/lead/${leadId}`)}
          onPerson={({ id }) => navigate(`/people/person/${id}`)}
          onAddLead={(person) => void addLead(person)}
        />
      )}
    </>
  )
}

function countWords(shown: number, all: number, locale: string): string {
  const written = wholeNumber(all, locale)
  return shown === all ? say.everybody(all, written) : say.found(wholeNumber(shown, locale), written)
}
