import { contactName } from '../../shared/contact.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { OtherLeads } from './OtherLeads.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import styles from './PersonPage.module.css'

/** Somebody with whom there is no lead yet, as after an import: what is known of them, and the way to a first lead. */
export function PersonPage({ id }: { id: string }) {
  const person = useCall('getContact', { id })
  if (person.isError && (!person.data || person.error.code === 'not-found')) {
    return (
      <>
        <TopBar title={words.lead.factsHead} />
        <ErrorState message={person.error.message} onRetry={() => void person.refetch()} />
      </>
    )
  }
  if (!person.data) return <Spinner />
  const { contact } = person.data
  return (
    <>
      <TopBar title={contactName(contact)} />
      <div className={styles.page}>
        <div className={styles.facts}>
          <OtherLeads contact={contact} shown={null} />
          <PersonFacts contact={contact} />
        </div>
      </div>
    </>
  )
}
