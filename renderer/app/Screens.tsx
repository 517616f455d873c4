import { lazy, Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { Board } from '../board/Board.tsx'
import { Spinner } from '../ui/States.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'

const Today = lazy(() => import('../today/Today.tsx').then((module) => ({ default: module.Today })))
const Calendar = lazy(() => import('../calendar/Calendar.tsx').then((module) => ({ default: module.Calendar })))
const LeadPage = lazy(() => import('../lead/LeadPage.tsx').then((module) => ({ default: module.LeadPage })))
const PersonPage = lazy(() => import('../lead/PersonPage.tsx').then((module) => ({ default: module.PersonPage })))
const People = lazy(() => import('../people/People.tsx').then((module) => ({ default: module.People })))
const Import = lazy(() => import('../import/Import.tsx').then((module) => ({ default: module.Import })))
const Playbook = lazy(() => import('../playbook/Playbook.tsx').then((module) => ({ default: module.Playbook })))
const CadencePage = lazy(() => import('../playbook/Editor.tsx').then((module) => ({ default: module.CadencePage })))
const TemplatePage = lazy(() => import('../playbook/templates/TemplatePage.tsx').then((module) => ({ default: module.TemplatePage })))
const MailingPage = lazy(() => import('../mailing/MailingPage.tsx').then((module) => ({ default: module.MailingPage })))
const Promises = lazy(() => import('../promises/Promises.tsx').then((module) => ({ default: module.Promises })))
const Recaps = lazy(() => import('../recap/Recaps.tsx').then((module) => ({ default: module.Recaps })))
const RecapComposer = lazy(() => import('../recap/RecapComposer.tsx').then((module) => ({ default: module.RecapComposer })))
const Settings = lazy(() => import('../settings/Settings.tsx').then((module) => ({ default: module.Settings })))

/** The screen that the address asks for. The board is there at once, the others come when they are first wanted. */
export function Screens() {
  const [location] = useLocation()
  return (
    <ErrorBoundary place={location}>
      {/* A key for each screen: the one before is gone at once, not hidden until the next one's script is there. */}
      <Suspense key={location.split('/', 2)[1] ?? ''} fallback={<Spinner />}>
        <Switch>
          <Route path="/today">
            <Today />
          </Route>
          <Route path="/calendar">
            <Calendar />
          </Route>
          <Route path="/lead/:id/:add?">{({ id, add }) => <LeadPage id={id} add={add} key={id} />}</Route>
          <Route path="/people/person/:id">{({ id }) => <PersonPage id={id} key={id} />}</Route>
          <Route path="/people/*?">
            <People />
          </Route>
          <Route path="/import">
            <Import />
          </Route>
          <Route path="/playbook/:part?">{({ part }) => <Playbook part={part} />}</Route>
          <Route path="/playbook/cadence/:id">{({ id }) => <CadencePage id={id} key={id} />}</Route>
          <Route path="/playbook/template/:id">{({ id }) => <TemplatePage id={id} key={id} />}</Route>
          <Route path="/mailing/:id">{({ id }) => <MailingPage id={id} key={id} />}</Route>
          <Route path="/promises">
            <Promises />
          </Route>
          <Route path="/recaps">
            <Recaps />
          </Route>
          <Route path="/recap/:id">{({ id }) => <RecapComposer id={id} key={id} />}</Route>
          <Route path="/settings">
            <Settings />
          </Route>
          <Route>
            <Board />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  )
}
