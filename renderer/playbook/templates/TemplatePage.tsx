import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { words } from '../../../shared/strings/words.ts'
import { writing } from '../../../shared/strings/writing-words.ts'
import type { Template, TemplateFacts } from '../../../shared/template.ts'
import { queryClient, runCommand, useCall } from '../../api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useScreenKeys } from '../../ui/keys.ts'
import { ErrorState, Spinner } from '../../ui/States.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { EditorScreen } from '../EditorScreen.tsx'
import { useControlKey } from '../useControlKey.ts'
import { TemplateFields } from './TemplateFields.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'
import { blankTemplate, newTemplate, useTemplateDraft } from './useTemplateDraft.ts'
import { Versions } from './Versions.tsx'

const say = writing.templates

/** Where a template is written, a new one included. */
export function TemplatePage({ id }: { id: string }) {
  const template = useCall('getTemplate', { id }, { enabled: id !== newTemplate })
  const others = useCall('getTemplates', {})
  const failed = template.error ?? others.error
  if (failed && !(template.data && others.data)) {
    return (
      <>
        <TopBar title={say.title} actions={<BackButton />} />
        <ErrorState message={failed.message} onRetry={() => void Promise.all([template.refetch(), others.refetch()])} />
      </>
    )
  }
  if ((id !== newTemplate && !template.data) || !others.data) return <Spinner />
  const names = others.data.filter((other) => other.id !== id).map(({ name }) => name.toLowerCase())
  return <Editor template={template.data ?? null} names={new Set(names)} />
}

function BackButton() {
  const [, navigate] = useLocation()
  return (
    <Button kind="quiet" icon={<ArrowLeft aria-hidden />} onPress={() => navigate('/playbook/templates')}>
      {say.back}
    </Button>
  )
}

function Editor({ template, names }: { template: Template | null; names: ReadonlySet<string> }) {
  const [, navigate] = useLocation()
  const saved: TemplateFacts = template ? { name: template.name, kind: template.kind, subject: template.subject, body: template.body } : blankTemplate
  const { draft, isChanged, change, discard } = useTemplateDraft(template?.id ?? newTemplate, saved)
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const problem = problemOf(draft, names)
  const canSave = isChanged && problem === null && !isPending

  const save = async () => {
    if (!canSave) return
    setPending(true)
    const reply = await runCommand('saveTemplate', { id: template?.id ?? null, facts: draft }, { ownErrors: true })
    // What is shown once the draft is gone has to be what was just saved.
    if (reply.ok) queryClient.setQueryData(['getTemplate', { id: reply.data.id }], reply.data)
    setPending(false)
    setRefusal(reply.ok ? null : reply.error.message)
    if (!reply.ok) return
    discard()
    if (template === null) navigate(`/playbook/template/${reply.data.id}`, { replace: true })
  }
  const discardAll = () => {
    discard()
    setRefusal(null)
    showToast({ message: say.discarded, action: { label: words.app.undo, run: () => change(draft) } })
  }
  useControlKey('s', () => void save())
  useScreenKeys({ escape: () => navigate('/playbook/templates') })
  return (
    <>
      <TopBar title={draft.name || (template === null ? say.newTemplate : say.unnamed)} actions={<BackButton />} />
      {template !== null && template.archivedAt !== null && (
        <Banner action={<Button size="small" onPress={() => void runCommand('archiveTemplate', { id: template.id, archived: false })}>{say.unarchive}</Button>}>{say.isArchived}</Banner>
      )}
      <EditorScreen
        preview={<TemplatePreview draft={draft} />}
        isTextPreviewed
        state={isChanged ? (problem ?? say.changed) : ''}
        refusal={refusal}
        actions={
          <>
            {isChanged && (
              <Button kind="quiet" onPress={discardAll}>
                {say.discard}
              </Button>
            )}
            <Button kind="primary" isDisabled={!canSave} onPress={() => void save()} aria-keyshortcuts="Control+S">
              {say.save}
            </Button>
          </>
        }
      >
        <TemplateFields draft={draft} onChange={change} isNew={template === null} />
        {template !== null && <Versions template={template} isChanged={isChanged} />}
      </EditorScreen>
    </>
  )
}

/** What stands between a template and its being saved; null when nothing does. */
function problemOf({ name, body }: TemplateFacts, names: ReadonlySet<string>): string | null {
  if (name.trim() === '') return say.problems.name
  if (names.has(name.trim().toLowerCase())) return say.problems.nameTaken
  return body.trim() === '' ? say.problems.empty : null
}
