import { Upload, UserRound } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Person } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import { EmptyState, ErrorState, Spinner } from '../ui/States.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { filterPeople, searchable } from './filter.ts'
import { ImportDialog } from './ImportDialog.tsx'
import styles from './People.module.css'
import { PeopleTable } from './PeopleTable.tsx'

/** Everybody: found by typing, opened by a click. `importing` opens the dialog that takes over a file of contacts. */
export function People({ importing = false }: { importing?: boolean }) {
  const people = useCall('getPeople', {})
  const [, navigate] = useLocation()
  const openImport = () => navigate('/people/import')
  return (
    <>
      {people.isError && !people.data ? (
        <>
          <TopBar title={words.people.title} />
          <ErrorState message={people.error.message} onRetry={() => void people.refetch()} />
        </>
      ) : people.data ? (
        <Loaded people={people.data} onImport={openImport} />
      ) : (
        <Spinner />
      )}
      {importing && <ImportDialog onClose={() => navigate('/people')} />}
    </>
  )
}

function Loaded({ people, onImport }: { people: Person[]; onImport: () => void }) {
  const { locale } = useReader()
  const [, navigate] = useLocation()
  const [filter, setFilter] = useState('')
  const wanted = useDeferredValue(filter)
  const sorted = useMemo(() => searchable(people, locale), [people, locale])
  const shown = useMemo(() => filterPeople(sorted, wanted), [sorted, wanted])
  const addLead = async (person: Person) => {
    const name = contactName(person)
    const input = { contact: {}, contactId: person.id, lead: {}, stageId: null, next: null }
    const reply = await runCommand('addLead', input, { said: words.people.leadAdded(name) })
    if (reply.ok) navigate(`/lead/${reply.data.leadId}`)
  }
  const importButton = (
    <Button icon={<Upload aria-hidden />} onPress={onImport}>
      {words.people.import}
    </Button>
  )
  if (people.length === 0) {
    return (
      <>
        <TopBar title={words.people.title} />
        <EmptyState icon={<UserRound />} title={words.people.emptyTitle} actions={importButton}>
          {words.people.emptyBody}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <TopBar title={words.people.title} actions={importButton}>
        <output className={styles.count}>{countWords(shown.length, people.length, locale)}</output>
      </TopBar>
      <div className={styles.filter}>
        <TextField label={words.people.filter} hideLabel placeholder={words.people.filterPlaceholder} value={filter} onChange={setFilter} type="search" />
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={<UserRound />} title={words.people.noMatch} actions={<Button onPress={() => setFilter('')}>{words.people.clear}</Button>} />
      ) : (
        <PeopleTable people={shown} onOpen={(leadId) => navigate(`/lead/${leadId}`)} onAddLead={(person) => void addLead(person)} />
      )}
    </>
  )
}

function countWords(shown: number, all: number, locale: string): string {
  const written = wholeNumber(all, locale)
  return shown === all ? words.people.everybody(all, written) : words.people.found(wholeNumber(shown, locale), written)
}
