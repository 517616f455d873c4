import { lazy, Suspense, useEffect, type ComponentType } from 'react'
import { Spinner } from '../ui/States.tsx'
import { useRemembered } from '../ui/useRemembered.ts'
import { CadenceList } from './CadenceList.tsx'
import { playbookParts, type PlaybookPart } from './PlaybookBar.tsx'

const TemplateList = lazy(() => import('./templates/TemplateList.tsx').then((module) => ({ default: module.TemplateList })))
const ValueLibrary = lazy(() => import('./value/ValueLibrary.tsx').then((module) => ({ default: module.ValueLibrary })))

const screens: Record<PlaybookPart, ComponentType> = { cadences: CadenceList, templates: TemplateList, value: ValueLibrary }

/** What a person follows up by, part by part; without `part`, or with one that there is not, the one looked at last. */
export function Playbook({ part }: { part: string | undefined }) {
  const [last, remember] = useRemembered<PlaybookPart>('playbook.part', 'cadences')
  const shown = playbookParts.find((one) => one === part) ?? playbookParts.find((one) => one === last) ?? 'cadences'
  useEffect(() => {
    if (shown !== last) remember(shown)
  }, [shown, last, remember])
  const Shown = screens[shown]
  return (
    <Suspense key={shown} fallback={<Spinner />}>
      <Shown />
    </Suspense>
  )
}
