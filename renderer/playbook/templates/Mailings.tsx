import { EllipsisVertical, Play, Square, Trash2 } from 'lucide-react'
import { useLocation } from 'wouter'
import type { MailingSummary } from '../../../shared/api.ts'
import { age, wholeNumber } from '../../../shared/format.ts'
import { writing } from '../../../shared/strings/writing-words.ts'
import { runCommand, useCall } from '../../api.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { CardActions, CardLink, CardList, CardRow } from '../../ui/CardList.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useReader } from '../../ui/Reader.tsx'
import styles from './TemplateList.module.css'

const say = writing.mailing

/** The mailings that are under way, to go on with, then those that are over. */
export function Mailings() {
  const mailings = useCall('getMailings', {}).data ?? []
  return (
    <>
      <List title={say.underWay} mailings={mailings.filter(({ endedAt }) => endedAt === null)} />
      <List title={say.over} mailings={mailings.filter(({ endedAt }) => endedAt !== null).slice(0, mostOver)} />
    </>
  )
}

/** Older ones than these are not looked for here. */
const mostOver = 5

function List({ title, mailings }: { title: string; mailings: MailingSummary[] }) {
  if (mailings.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <CardList>
        {mailings.map((mailing) => (
          <MailingRow key={mailing.id} mailing={mailing} />
        ))}
      </CardList>
    </section>
  )
}

function MailingRow({ mailing: { id, name, sent, skipped, of, endedAt, createdAt } }: { mailing: MailingSummary }) {
  const reader = useReader()
  const [, navigate] = useLocation()
  const act: Record<string, () => void> = {
    stop: () => void runCommand('stopMailing', { id }),
    resume: () => void runCommand('resumeMailing', { id }),
    delete: () => void runCommand('deleteMailing', { id }, { said: say.deleted(name) }),
  }
  return (
    <CardRow className={styles.row}>
      <span className={styles.text}>
        <span className={styles.name} dir="auto">
          <CardLink href={`/mailing/${id}`}>
            {name}
          </CardLink>
        </span>
        <span className={styles.begin}>{say.begun(age(createdAt, reader))}</span>
      </span>
      <span className={styles.used}>{say.count(wholeNumber(sent + skipped, reader.locale), wholeNumber(of, reader.locale))}</span>
      <CardActions>
        {endedAt === null && (
          <Button size="small" icon={<Play aria-hidden />} onPress={() => navigate(`/mailing/${id}`)}>
            {say.goOn}
          </Button>
        )}
        <Menu
          trigger={<IconButton size="small" label={say.more(name)} icon={<EllipsisVertical />} />}
          label={say.more(name)}
          choices={[
            endedAt === null ? { id: 'stop', label: say.endNamed, icon: <Square aria-hidden /> } : { id: 'resume', label: say.goOn, icon: <Play aria-hidden /> },
            { id: 'delete', label: say.delete, icon: <Trash2 aria-hidden />, danger: true },
          ]}
          onChoose={(choice) => act[choice]?.()}
        />
      </CardActions>
    </CardRow>
  )
}
