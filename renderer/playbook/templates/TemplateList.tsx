import { Archive, ArchiveRestore, Copy, EllipsisVertical, Mail, MessageSquareText, Pencil, Plus, Send, Trash2, Users } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { TemplateSummary } from '../../../shared/api.ts'
import { words } from '../../../shared/strings/words.ts'
import { writing } from '../../../shared/strings/writing-words.ts'
import type { TemplateKind } from '../../../shared/template.ts'
import { runCommand, useCall } from '../../api.ts'
import { useAppActions } from '../../ui/AppActions.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { CardActions, CardLink, CardList, CardRow } from '../../ui/CardList.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { EmptyState, ErrorState, Spinner } from '../../ui/States.tsx'
import { PlaybookBar } from '../PlaybookBar.tsx'
import { Mailings } from './Mailings.tsx'
import styles from './TemplateList.module.css'
import { newTemplate, templateDraftIds } from './useTemplateDraft.ts'

const say = writing.templates
const kinds = Object.keys(say.kinds) as TemplateKind[]

/** Every template by its kind, and the mailings that are under way. */
export function TemplateList() {
  const templates = useCall('getTemplates', {})
  const [, navigate] = useLocation()
  const { mail } = useAppActions()
  const [drafts] = useState(templateDraftIds)
  const [showsArchived, setShowsArchived] = useState(false)
  const create = (
    <Button icon={<Plus aria-hidden />} onPress={() => navigate(pathOf(newTemplate))}>
      {say.newTemplate}
    </Button>
  )
  if (!templates.data) {
    return (
      <>
        <PlaybookBar part="templates" />
        {templates.isError ? <ErrorState message={templates.error.message} onRetry={() => void templates.refetch()} /> : <Spinner />}
      </>
    )
  }
  const archived = templates.data.filter(({ archivedAt }) => archivedAt !== null)
  const offered = templates.data.filter(({ archivedAt }) => archivedAt === null)
  if (templates.data.length === 0 && !drafts.has(newTemplate)) {
    return (
      <>
        <PlaybookBar part="templates" />
        <EmptyState icon={<MessageSquareText />} title={say.emptyTitle} actions={<><AddReady kind="primary" />{create}</>}>
          {say.emptyBody}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PlaybookBar part="templates" actions={create} />
      <div className={styles.screen}>
        <Mailings />
        {drafts.has(newTemplate) && <NewDraft />}
        {kinds.map((kind) => (
          <Group key={kind} kind={kind} templates={offered.filter((template) => template.kind === kind)} drafts={drafts} />
        ))}
        {showsArchived && archived.length > 0 && <Group kind={null} templates={archived} drafts={drafts} />}
        <div className={styles.foot}>
          <Button kind="quiet" icon={<Users aria-hidden />} isDisabled={offered.length === 0} onPress={() => mail({})}>
            {writing.mailing.start}
          </Button>
          <AddReady kind="quiet" />
          {archived.length > 0 && (
            <Button kind="quiet" icon={<Archive aria-hidden />} onPress={() => setShowsArchived(!showsArchived)}>
              {showsArchived ? say.hideArchived : say.showArchived(archived.length)}
            </Button>
          )}
        </div>
      </div>
    </>
  )
}

function pathOf(id: string): string {
  return `/playbook/template/${id}`
}

function AddReady({ kind }: { kind: 'primary' | 'quiet' }) {
  const add = () => void runCommand('addReadyTemplates', {}, { said: ({ added }) => say.readyAdded(added) })
  return (
    <Button kind={kind} icon={<MessageSquareText aria-hidden />} onPress={add}>
      {say.addReady}
    </Button>
  )
}

function NewDraft() {
  return (
    <CardList>
      <CardRow className={styles.row}>
        <span className={styles.name}>
          <CardLink href={pathOf(newTemplate)}>
            {say.newTemplate}
          </CardLink>
        </span>
        <Chip tone="today">{say.unsaved}</Chip>
      </CardRow>
    </CardList>
  )
}

interface GroupProps {
  /** Null for the archived ones of every kind. */
  kind: TemplateKind | null
  templates: TemplateSummary[]
  drafts: ReadonlySet<string>
}

function Group({ kind, templates, drafts }: GroupProps) {
  if (templates.length === 0) return null
  const title = kind === null ? say.archived : say.kinds[kind]
  return (
    <section aria-label={kind === null ? title : say.list(title)}>
      <h2 className={styles.title}>{title}</h2>
      <CardList>
        {templates.map((template) => (
          <TemplateRow key={template.id} template={template} hasDraft={drafts.has(template.id)} showsKind={kind === null} />
        ))}
      </CardList>
    </section>
  )
}

function TemplateRow({ template, hasDraft, showsKind }: { template: TemplateSummary; hasDraft: boolean; showsKind: boolean }) {
  const { id, name, kind, subject, body, used } = template
  return (
    <CardRow className={styles.row}>
      <span className={styles.text}>
        <span className={styles.name} dir="auto">
          <CardLink href={pathOf(id)}>
            {name}
          </CardLink>
        </span>
        <span className={styles.begin} dir="auto">
          {subject || body.split('\n', 1)[0]}
        </span>
      </span>
      {showsKind && <Chip>{say.kinds[kind]}</Chip>}
      {hasDraft && <Chip tone="today">{say.unsaved}</Chip>}
      {used > 0 && <span className={styles.used}>{say.used(used)}</span>}
      <CardActions>
        <TemplateMenu template={template} />
      </CardActions>
    </CardRow>
  )
}

function TemplateMenu({ template: { id, name, kind, subject, body, archivedAt } }: { template: TemplateSummary }) {
  const [, navigate] = useLocation()
  const { mail, compose } = useAppActions()
  const isArchived = archivedAt !== null
  const act: Record<string, () => void> = {
    edit: () => navigate(pathOf(id)),
    write: () => compose({ templateId: id }),
    mail: () => mail({ templateId: id }),
    duplicate: () => void runCommand('saveTemplate', { id: null, facts: { name: say.copyOf(name).slice(0, 120), kind, subject, body } }, { said: say.copied(name) }),
    archive: () => void runCommand('archiveTemplate', { id, archived: !isArchived }, { said: isArchived ? words.did.saveTemplate : say.archivedNow(name) }),
    delete: () => void runCommand('deleteTemplate', { id }, { said: ({ archived }) => (archived ? say.archivedInstead(name) : say.deleted(name)) }),
  }
  return (
    <Menu
      trigger={<IconButton size="small" label={say.more(name)} icon={<EllipsisVertical />} />}
      label={say.more(name)}
      choices={[
        { id: 'edit', label: say.edit, icon: <Pencil aria-hidden /> },
        ...(isArchived
          ? []
          : [
              { id: 'write', label: say.write, icon: <Mail aria-hidden /> },
              { id: 'mail', label: say.mail, icon: <Send aria-hidden /> },
            ]),
        { id: 'duplicate', label: say.duplicate, icon: <Copy aria-hidden /> },
        { id: 'archive', label: isArchived ? say.unarchive : say.archive, icon: isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden /> },
        { id: 'delete', label: say.delete, icon: <Trash2 aria-hidden />, danger: true },
      ]}
      onChoose={(choice) => act[choice]?.()}
    />
  )
}
