import { useLocation } from 'wouter'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { Duplicates } from './Duplicates.tsx'
import { PeopleList } from './PeopleList.tsx'

/** Everybody, or, at /people/duplicates, those who may be there twice. */
export function People() {
  const [location, navigate] = useLocation()
  return location === '/people/duplicates' ? <Duplicates onBack={() => navigate('/people')} /> : <Everybody />
}

function Everybody() {
  const people = useCall('getPeople', {})
  const settings = useCall('getSettings', {})
  const [, navigate] = useLocation()
  if (people.isError && !people.data) {
    return (
      <>
        <TopBar title={words.people.title} />
        <ErrorState message={people.error.message} onRetry={() => void people.refetch()} />
      </>
    )
  }
  return people.data && settings.data ? <PeopleList people={people.data} view={settings.data.people} onImport={() => navigate('/import')} /> : <Spinner />
}
