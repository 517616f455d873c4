import type { Person } from '../../shared/api.ts'
import type { Id } from '../../shared/id.ts'
import type { Stage } from '../../shared/stage.ts'

/** The lead to follow up with each of these people: the newest open one, else the newest. Who has none is left out. */
export function leadsToEnrol(people: readonly Pick<Person, 'leads'>[], stages: readonly Pick<Stage, 'id' | 'kind'>[]): Id[] {
  const open = new Set(stages.filter(({ kind }) => kind === 'open').map(({ id }) => id))
  return people.flatMap(({ leads }) => {
    const lead = leads.find(({ stageId }) => open.has(stageId)) ?? leads[0]
    return lead ? [lead.id] : []
  })
}
