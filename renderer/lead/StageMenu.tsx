import { ChevronDown } from 'lucide-react'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { LeadData } from './LeadPage.tsx'

/** Where the lead stands, and the way to another stage. */
export function StageMenu({ data: { lead, stage } }: { data: LeadData }) {
  const stages = useCall('getBoard', { limit: 1 }).data?.stages ?? [stage]
  const move = (stageId: string) => {
    const target = stages.find((other) => other.id === stageId)
    if (target && target.id !== stage.id) void runCommand('moveLeads', { ids: [lead.id], stageId, before: null }, { said: words.lead.moved(target.name) })
  }
  return (
    <Menu
      trigger={
        <Button size="small" aria-label={`${words.lead.moveTo} ${stage.name}`}>
          {stage.name}
          <ChevronDown aria-hidden />
        </Button>
      }
      label={words.lead.moveTo}
      choices={stages.map(({ id, name }) => ({ id, label: name, current: id === stage.id }))}
      onChoose={move}
    />
  )
}
