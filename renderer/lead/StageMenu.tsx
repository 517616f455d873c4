import { ChevronDown } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { contactName } from '../../shared/contact.ts'
import type { Stage } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { LeadData } from './data.ts'

const EndingDialog = lazy(() => import('../ui/EndingDialog.tsx').then((module) => ({ default: module.EndingDialog })))

/** Where the lead stands, and the way to another stage; on the way into rest it asks what that needs. */
export function StageMenu({ data: { lead, contact, stage } }: { data: LeadData }) {
  const stages = useCall('getBoard', { limit: 1 }).data?.stages ?? [stage]
  const currency = useCall('getSettings', {}).data?.currency ?? 'EUR'
  const [asked, setAsked] = useState<Stage | null>(null)
  const choose = (stageId: string) => {
    const target = stages.find((other) => other.id === stageId)
    if (!target || target.id === stage.id) return
    if (target.kind === 'open' || target.kind === stage.kind) void moveTo(target)
    else setAsked(target)
  }
  const moveTo = async (target: Stage, answer = {}) =>
    runCommand('moveLeads', { ids: [lead.id], stageId: target.id, before: null, ...answer }, { said: words.lead.moved(target.name) })
  return (
    <>
      <Menu
        trigger={
          <Button size="small" aria-label={`${words.lead.moveTo} ${stage.name}`}>
            {stage.name}
            <ChevronDown aria-hidden />
          </Button>
        }
        label={words.lead.moveTo}
        choices={stages.map(({ id, name }) => ({ id, label: name, current: id === stage.id }))}
        onChoose={choose}
      />
      <Suspense>
        {asked && (
          <EndingDialog
            stage={asked}
            leads={[{ name: contactName(contact), value: lead.value }]}
            currency={currency}
            onAnswer={(answer) => {
              void moveTo(asked, answer)
              setAsked(null)
            }}
            onClose={() => setAsked(null)}
          />
        )}
      </Suspense>
    </>
  )
}
