import type { ImportField, ImportOrigin } from '../../../shared/import.ts'

/*
 * What columns are called, as `plain` writes it: by Google Contacts, LinkedIn, Outlook, HubSpot and Pipedrive in English,
 * German, Spanish, French, Portuguese, Italian and Dutch, and in tables made by hand.
 */
const names: Partial<Record<ImportField, readonly string[]>> = {
  name: [
    'name', 'full name', 'contact name', 'contact', 'contact person', 'display name', 'person', 'associated contact', 'primary contact',
    'vollstandiger name', 'kontakt', 'kontaktperson', 'ansprechpartner', 'nombre completo', 'contacto', 'persona de contacto', 'nom complet',
    'personne a contacter', 'personne de contact', 'interlocuteur', 'zugehoriger kontakt', 'zugeordneter kontakt', 'contacto asociado', 'contact associe', 'contato', 'contato associado',
    'nome completo', 'contatto', 'contatto associato', 'volledige naam', 'naam', 'contactpersoon', 'gekoppeld contact',
  ],
  prefix: ['name prefix'],
  givenName: ['first name', 'given name', 'firstname', 'first', 'forename', 'vorname', 'nombre', 'prenom', 'primer nombre', 'nome', 'primeiro nome', 'voornaam'],
  middleName: ['middle name', 'additional name', 'weitere vornamen', 'segundo nombre', 'deuxieme prenom'],
  familyName: ['last name', 'family name', 'lastname', 'surname', 'last', 'nachname', 'apellido', 'apellidos', 'nom', 'nom de famille', 'sobrenome', 'cognome', 'achternaam'],
  suffix: ['name suffix', 'suffix'],
  otherName: ['nickname', 'file as'],
  company: [
    'organization name', 'organization 1 - name', 'company', 'company name', 'organization', 'organisation', 'account name', 'account', 'business',
    'firm', 'employer', 'associated company', 'primary associated company', 'firma', 'firmenname', 'unternehmen', 'unternehmensname', 'empresa',
    'nombre de la empresa', 'organizacion', 'compania', 'entreprise', "nom de l'entreprise", 'societe', 'nom de la societe', 'zugehoriges unternehmen', 'zugeordnetes unternehmen', 'empresa asociada', 'entreprise associee', 'empresa associada', 'nome da empresa',
    'organizacao', 'azienda', 'nome azienda', "nome dell'azienda", 'azienda associata', 'organizzazione', 'bedrijf', 'bedrijfsnaam', 'gekoppeld bedrijf', 'organisatie',
  ],
  role: [
    'organization title', 'organization 1 - title', 'job title', 'position', 'role', 'occupation', 'berufsbezeichnung', 'jobtitel', 'funktion',
    'rolle', 'cargo', 'puesto', 'intitule du poste', 'poste', 'titre du poste', 'fonction', 'funcao', 'posizione', 'qualifica', 'mansione', 'functie', 'functietitel',
  ],
  tags: ['labels', 'label', 'group membership', 'tags', 'categories', 'category', 'groups', 'kategorien', 'schlagworter', 'etiquetas', 'categorias', 'etiquettes', 'libelles', 'kennzeichnung', 'kennzeichnungen', 'labels de contact', 'etichette', 'etiqueta'],
  notes: [
    'notes', 'note', 'comments', 'comment', 'remarks', 'description', 'notizen', 'bemerkungen', 'bemerkung', 'anmerkungen', 'beschreibung', 'notas',
    'comentarios', 'descripcion', 'commentaires', 'remarques', 'observacoes', 'anotacoes', 'note personali', 'opmerkingen', 'notities',
  ],
  industry: ['industry', 'branche', 'sector', 'industria', "secteur d'activite", 'secteur'],
  howWeMet: ['how we met'],
  referredBy: ['referred by', 'empfohlen von', 'recomendado por', 'recommande par'],
  zone: ['time zone', 'timezone', 'zeitzone', 'zona horaria', 'fuseau horaire'],
  leadTitle: ['deal name', 'deal', 'opportunity', 'opportunity name', 'deal-name', 'dealname', 'nombre del negocio', 'nom de la transaction', 'geschaft', 'negocio', 'transaction', 'nome do negocio', 'nome trattativa', 'trattativa', 'dealnaam'],
  leadValue: ['value', 'amount', 'deal value', 'deal amount', 'wert', 'betrag', 'valor', 'importe', 'cantidad', 'valeur', 'montant', 'quantia', 'importo', 'valore', 'bedrag', 'waarde'],
  leadCurrency: ['currency', 'currency of value', 'deal currency', 'wahrung', 'moneda', 'divisa', 'devise', 'moeda', 'valuta'],
  leadStage: ['stage', 'deal stage', 'phase', 'deal-phase', 'etapa', 'etapa del negocio', 'fase', 'etape', 'phase de la transaction', 'etapa do negocio', 'fase della trattativa', 'fase trattativa', 'dealfase'],
  leadStatus: ['status', 'deal status', 'estado', 'statut'],
  leadSource: [
    'source', 'lead source', 'source name', 'source channel', 'original source', 'quelle', 'herkunft', 'fuente', 'fuente original', 'origen', 'origine', 'source initiale',
  ],
  leadClosedOn: ['close date', 'closed on', 'deal closed on', 'won time', 'lost time', 'abschlussdatum', 'fecha de cierre', 'date de fermeture', 'date de cloture', 'data de fechamento', 'data di chiusura', 'sluitingsdatum'],
  leadClosedReason: ['lost reason', 'closed lost reason', 'closed won reason', 'verlustgrund', 'motivo de perdida', 'raison de la perte'],
  leadCreated: ['deal created', 'create date', 'created', 'creation date', 'lead created', 'erstellungsdatum', 'fecha de creacion', 'date de creation', 'data de criacao', 'data di creazione', 'aanmaakdatum'],
  leadNeeds: ['needs', 'problems'],
  link: [
    'url', 'website', 'web site', 'web page', 'website url', 'homepage', 'link', 'linkedin', 'linkedin url', 'profile url', 'webseite', 'website-url', 'sitio web', 'pagina web',
    'site web', 'page web', 'url del sitio web', 'url du site web', 'url do site', 'url sito web', 'sito web',
  ],
}

const byName = new Map(Object.entries(names).flatMap(([field, list]) => list.map((name) => [name, field as ImportField] as const)))

/** Columns in which a program keeps its own books: they say nothing of the person. */
const bookkeeping =
  /\b(id|ids|guid|sync|photo|owner|besitzer|propietario|proprietaire|proprietario|eigenaar|zustandiger mitarbeiter)\b|^(phonetic|yomi)|yomi$|(open|closed|won|lost|offene|abgeschlossene|gewonnene|verlorene) (deals|activities|aktivitaten)|(activities|activity|email messages|last modified|update time|added on|created by|directory server|sensitivity|initials|priority|billing information|mileage|hs_|recent |last activity|next activity|marketing contact|probability|weighted|archive|people$|followers|is in|short name|maiden name)/
/** Outlook's kind of an address, which is not where it belongs: SMTP or EX. */
const addressKind = /^email( \d)?:?[ -]typ|^type de messagerie|^tipo de correo/

/** The label that a column of e-mail addresses or phone numbers gives them, by a word in its header. */
const labels: readonly (readonly [RegExp, string])[] = [
  [/\bfax\b/, 'Fax'],
  [/\b(mobile|cell|mobil|mobiltelefon|mobiltelefonnummer|mobilnummer|handy|handynummer|movil|portable|celular|cellulare|mobiel)\b/, 'Mobile'],
  [/\b(work|business|office|company|geschaftlich|arbeit|buro|firma|trabajo|oficina|travail|professionnel|bureau|trabalho|lavoro|ufficio|werk|zakelijk)\b/, 'Work'],
  [/\b(home|private|personal|privat|casa|particular|domicile|personnel)\b/, 'Home'],
  [/\b(other|andere|weitere|otro|otra|autre)\b/, 'Other'],
]
const emailWord = /\b(email|emails|mail|emailadresse|emailadres|correo|courriel|messagerie)\b|posta elettronica/
const phoneWord = /\b(phone|telephone|tel|mobile|cell|telefon|telefonnummer|rufnummer|mobil|mobiltelefon|mobiltelefonnummer|mobilnummer|handy|handynummer|telefono|telefone|telefoonnummer|telefoon|movil|celular|cellulare|mobiel|portable|fax)\b/
/** What is said of an address or number, and the numbers of other people. */
const notAnAddress = /(type|\btyp\b|\btipo\b|assistant|assistent|secretar|manager|angezeigter|anzeigename|nom complet|para mostrar|visualizzato|weergave|display name|label|opt|status|bounce|domain|deleted|quarantined|sent|clicked|opened|reason)/

/** What a header means: its field, and for addresses and numbers the label in it. */
export interface Meaning {
  field: ImportField
  label: string
}

/** A header without case, accents, and the different ways to write "e-mail"; Pipedrive's group is told apart from it. */
export function plain(header: string): string {
  return header.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().replaceAll('_', ' ').replaceAll(/e-mail/g, 'email').replace(/\s+/g, ' ').trim()
}

/** The meaning of each header of a row; `note` for one that means nothing known. */
export function meaningsOf(row: readonly string[]): Meaning[] {
  const headers = row.map(plain)
  const own = ownFields(headers)
  if (own) return headers.map((header) => own(header) ?? { field: 'note', label: '' })
  const deals = isAboutDeals(headers)
  const meanings = headers.map((header) => meaningOf(header, headers, deals))
  // Of several columns for a name or a company the one with the plainest header counts; the others go into the notes.
  return meanings.map((meaning, column) => {
    const { field } = meaning
    if (!onlyOnce.has(field)) return meaning
    const best = Math.min(...headers.flatMap((header, other) => (meanings[other]?.field === field ? [placeAmong(field, header)] : [])))
    const isIt = meanings.findIndex((other, place) => other.field === field && placeAmong(field, headers[place] ?? '') === best) === column
    return isIt ? meaning : { field: 'note', label: '' }
  })
}

/** How far down a header stands among the names of its field; last when it is none of them. */
function placeAmong(field: ImportField, header: string): number {
  const list = names[field] ?? []
  const place = list.indexOf(header.replace(/^\w+ - /, ''))
  return list.includes(header) ? list.indexOf(header) : place < 0 ? list.length : place
}

const onlyOnce = new Set<ImportField>(['name', 'givenName', 'familyName', 'middleName', 'company', 'role', 'leadTitle', 'leadValue', 'leadCurrency', 'leadStage', 'leadStatus', 'referredBy', 'zone'])

function isAboutDeals(headers: readonly string[]): boolean {
  if (headers.some((header) => /^(deal|lead) - /.test(header))) return true
  return headers.some((header) => ['leadValue', 'leadStage', 'leadTitle'].includes(byName.get(header) ?? ''))
}

function meaningOf(header: string, headers: readonly string[], deals: boolean): Meaning {
  const [, group = '', rest = header] = /^(person|deal|lead|organization|organisation|organizacion|persona|negocio) - (.+)$/.exec(header) ?? []
  if (header === '') return { field: 'skip', label: '' }
  if (/^(deal|lead|negocio)$/.test(group)) {
    if (/^(title|titel|titulo|titre|name)$/.test(rest)) return { field: 'leadTitle', label: '' }
    if (rest === 'organization' || rest === 'organisation') return { field: 'company', label: '' }
  }
  if (group.startsWith('organi')) return { field: rest === 'name' ? 'company' : isBookkeeping(rest) ? 'skip' : 'note', label: '' }
  if (/^(title|titel|titulo|titre)$/.test(rest)) return { field: titleIn(headers, deals), label: '' }
  if (rest === 'status' && !deals) return { field: 'note', label: '' }
  // In a table of people a creation date is the program's own; French and Spanish, Portuguese and Italian call a whole name as a part of it.
  if (byName.get(rest) === 'leadCreated' && !deals) return { field: 'note', label: '' }
  if (rest === 'nom' && !headers.includes('prenom')) return { field: 'name', label: '' }
  if (rest === 'nombre' && !headers.some((other) => other.startsWith('apellido'))) return { field: 'name', label: '' }
  if (rest === 'nome' && !['sobrenome', 'cognome', 'apelido'].some((other) => headers.includes(other))) return { field: 'name', label: '' }
  if (isPortugueseFamilyName(rest, headers)) return { field: 'familyName', label: '' }
  const known = byName.get(rest)
  if (known) return { field: known, label: '' }
  return numbered(rest, headers) ?? addressOrNumber(rest) ?? { field: isBookkeeping(rest) ? 'skip' : 'note', label: '' }
}

/** What is a nickname in Brazil is the family name in Portugal: there it stands beside the first name. */
function isPortugueseFamilyName(header: string, headers: readonly string[]): boolean {
  const has = (...others: string[]) => others.some((other) => headers.includes(other))
  return header === 'apelido' && has('nome', 'primeiro nome') && !has('sobrenome', 'nome completo')
}

/** "Title" is what a deal is called, or a person's role; Outlook's form of address when the role has its own column. */
function titleIn(headers: readonly string[], deals: boolean): ImportField {
  if (deals) return 'leadTitle'
  return headers.some((header) => byName.get(header) === 'role') ? 'note' : 'role'
}

/** Google's numbered columns: `E-mail 1 - Value` beside `E-mail 1 - Label`, which was `E-mail 1 - Type` before. */
function numbered(header: string, headers: readonly string[]): Meaning | null {
  const match = /^(email|phone|website) (\d+) - (value|label|type)$/.exec(header)
  if (!match) return null
  if (match[3] !== 'value') return { field: headers.includes(`${match[1]} ${match[2]} - value`) ? 'label' : 'note', label: '' }
  return { field: match[1] === 'website' ? 'link' : (match[1] as 'email' | 'phone'), label: '' }
}

function addressOrNumber(header: string): Meaning | null {
  if (notAnAddress.test(header)) return null
  const field = emailWord.test(header) ? 'email' : phoneWord.test(header) ? 'phone' : null
  return field && { field, label: labels.find(([word]) => word.test(header))?.[1] ?? '' }
}

function isBookkeeping(header: string): boolean {
  return bookkeeping.test(header) || addressKind.test(header)
}

/** True when a column that is left out says something after all: other programs call an address's label its type. */
export function isTelling(header: string, cells: Iterable<string>): boolean {
  if (!addressKind.test(plain(header))) return false
  for (const cell of cells) {
    if (!/^(smtp|ex)?$/i.test(cell.trim())) return true
  }
  return false
}

/** The column that holds the labels of a numbered column's values, or null. */
export function labelColumnOf(row: readonly string[], column: number): number | null {
  const headers = row.map(plain)
  const stem = /^(.+) - value$/.exec(headers[column] ?? '')?.[1]
  if (stem === undefined) return null
  const found = headers.findIndex((header) => header === `${stem} - label` || header === `${stem} - type`)
  return found < 0 ? null : found
}

const hubspotIds = ['id de registro', "id de l'enregistrement", "id de fiche d'informations", 'id do registro', 'id record', 'record-id']

/** Which program wrote a table, as far as its headers tell. */
export function originOf(row: readonly string[]): ImportOrigin {
  const list = row.map(plain)
  const headers = new Set(list)
  const has = (...wanted: string[]) => wanted.every((header) => headers.has(header))
  if (ownFields(list)) return 'followthrough'
  if (has('first name', 'last name', 'connected on')) return 'linkedin'
  if (has('given name') && (has('group membership') || has('email 1 - type'))) return 'google-old'
  if (has('first name') && (has('labels') || has('email 1 - label'))) return 'google'
  if (has('email address', 'business phone') || has('email 2 address') || has('email-adresse', 'telefon geschaftlich')) return 'outlook'
  if (list.some((header) => /^(deal|lead) - /.test(header)) || has('currency of value') || has('title', 'lead created')) return 'pipedrive-deals'
  if (list.some((header) => header.startsWith('person - ')) || has('email - work') || has('phone - work')) return 'pipedrive-people'
  if (has('record id', 'deal name') || has('deal name', 'deal stage') || has('datensatz-id', 'deal-name')) return 'hubspot-deals'
  if (has('record id') || has('contact id', 'email') || has('datensatz-id') || hubspotIds.some((id) => has(id))) return 'hubspot-contacts'
  return 'other'
}

const shared: Record<string, ImportField> = { company: 'company', 'followthrough contact': 'contactId' }
const ownPeople: Record<string, ImportField> = {
  ...shared, name: 'name', role: 'role', links: 'link', tags: 'tags', 'time zone': 'zone', industry: 'industry', 'how we met': 'howWeMet', notes: 'notes',
  'referred by': 'skip', permission: 'permission', 'permission on': 'permissionOn', 'permission words': 'permissionWords',
  'permission channels': 'permissionChannels', 'permission until': 'permissionUntil', 'not before': 'notBefore', 'do not contact': 'doNotContact', 'keep in touch days': 'keepInTouchDays',
  'preferred channel': 'preferredChannel', created: 'contactCreated', 'followthrough referrer': 'referredById',
}
const ownLeads: Record<string, ImportField> = {
  ...shared, lead: 'leadTitle', person: 'name', email: 'email', value: 'leadValue', currency: 'leadCurrency', stage: 'leadStage', 'in stage since': 'leadStageSince',
  source: 'leadSource', inbound: 'leadInbound', needs: 'leadNeeds', links: 'leadLinks', 'closed on': 'leadClosedOn', 'closing reason': 'leadClosedReason',
  'parked until': 'leadParkedUntil', 'minimum gap': 'leadMinimumGap', 'silence limit': 'leadSilenceLimit', created: 'leadCreated', 'followthrough lead': 'leadId',
}

/** Our own exports say which record each row is; their columns mean exactly one thing. */
function ownFields(headers: readonly string[]): ((header: string) => Meaning | null) | null {
  if (!headers.includes('followthrough contact')) return null
  const fields = headers.includes('followthrough lead') ? ownLeads : ownPeople
  return (header) => {
    const field = Object.hasOwn(fields, header) ? fields[header] : undefined
    return field ? { field, label: '' } : numbered(header, headers)
  }
}
