import { CadenceList } from './CadenceList.tsx'
import { CadencePage } from './Editor.tsx'

/** What a person follows up by: the list of cadences, or one of them. */
export function Playbook({ cadenceId }: { cadenceId: string | undefined }) {
  return cadenceId === undefined ? <CadenceList /> : <CadencePage key={cadenceId} id={cadenceId} />
}
