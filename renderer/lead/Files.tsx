import { Plus } from 'lucide-react'
import { useState } from 'react'
import { linkTarget } from '../../shared/contact.ts'
import type { Link } from '../../shared/lead.ts'
import { words } from '../../shared/strings/words.ts'
import { useKeptFocus } from '../touch/useKeptFocus.ts'
import { Button } from '../ui/Button.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { Fact, type Refused } from './Fact.tsx'
import styles from './Files.module.css'
import list from './ListFacts.module.css'

const say = words.lead

/** The files and pages of a lead, by link: what it is, and where it lies. One whose address is emptied goes away. */
export function Files({ links, onSave }: { links: Link[]; onSave: (links: Link[]) => Promise<Refused> }) {
  const [adding, setAdding] = useState(false)
  const below = useKeptFocus<HTMLDivElement>(String(adding))
  const saveUrl = async (index: number, url: string): Promise<Refused> => {
    if (url === '') return onSave(links.toSpliced(index, 1))
    if (linkTarget(url) === null) return words.errors.noLink
    const known = links[index]
    return onSave(links.toSpliced(index, known ? 1 : 0, { label: known?.label ?? nameOf(url), url }))
  }
  return (
    <div className={list.list}>
      <span className={list.label}>{say.files}</span>
      <div className={list.values}>
        {links.map((link, index) => (
          <div key={`${link.url} ${links.slice(0, index).filter(({ url }) => url === link.url).length}`} className={styles.file}>
            <div className={styles.lines}>
              <Fact label={say.fileLabel} hideLabel value={link.label} placeholder={say.fileLabel} onSave={(label) => onSave(links.with(index, { ...link, label }))} />
              <Fact label={say.fileAddress} hideLabel quiet type="url" value={link.url} onSave={(url) => saveUrl(index, url)} />
            </div>
            <OpenLink address={link.url} />
          </div>
        ))}
        <div ref={below}>
          {adding ? (
            <Fact label={say.addFile} hideLabel value="" type="url" placeholder={say.filePlaceholder} fresh onSave={(url) => saveUrl(links.length, url)} onLeave={() => setAdding(false)} />
          ) : (
            <Button kind="quiet" size="small" icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
              {say.addFile}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

/** The last part of an address, which is mostly the name of the file. */
function nameOf(url: string): string {
  const parts = url.replace(/[?#].*$/, '').split(/[\\/]/).filter(Boolean)
  return (parts.at(-1) ?? url).slice(0, 200)
}
