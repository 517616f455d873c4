import { navigate, useHashLocation } from 'wouter/use-hash-location'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { Duplicates } from './Duplicates.tsx'
import { PeopleList } from './PeopleList.tsx'

/** Everybody; at /people/find/ and a text, those who fit it; at /people/duplicates, those who may be there twice. */
export function People() {
  const [address] = useHashLocation()
  return address === '/people/duplicates' ? <Duplicates onBack={() => navigate('/people')} /> : <Everybody filter={filterOf(address)} />
}

/** Where the filter is part of the address, it is still there on the way back from a lead. */
const findAddress = '/people/find/'

function filterOf(address: string): string {
  if (!address.startsWith(findAddress)) return ''
  const written = address.slice(findAddress.length)
  try {
    return decodeURIComponent(written)
  } catch {
    // Written by hand.
    return written
  }
}

function setFilter(text: string) {
  navigate(text === '' ? '/people' : findAddress + encodeURIComponent(text), { replace: true })
}

function Everybody({ filter }: { filter: string }) {
  const people = useCall('getPeople', {})
  const settings = useCall('getSettings', {})
  if (people.isError && !people.data) {
    return (
      <>
        <TopBar title={words.people.title} />
        <ErrorState message={people.error.message} onRetry={() => void people.refetch()} />
      </>
    )
  }
  if (!people.data || !settings.data) return <Spinner />
  return <PeopleList people={people.data} view={settings.data.people} filter={filter} onFilter={setFilter} onImport={() => navigate('/import')} />
}
