/**
 * What a reporting verb says about the reporter's stance: `neutral` leaves it open, `doubting` lets the reader doubt the words,
 * `supporting` takes them as true, `judging` is about somebody or something and `thinking` about a mind: neither is a verb of speech by itself.
 */
export type VerbClass = 'neutral' | 'doubting' | 'supporting' | 'judging' | 'thinking'

/** How a form stands in its sentence: `finite` can have a subject of its own, `gerund` and `base` borrow one, `participle` also serves the passive. */
export type VerbForm = 'past' | 'present' | 'base' | 'gerund'

/**
 * What may follow a verb for it to report: `clause` a clause with or without "that", `that` only one with "that", `to` an infinitive ("urged them to go"),
 * `object` a noun phrase that says what was said ("called for an inquiry", "accused them of lying"), `words` quoted words alone.
 */
export type Frame = 'clause' | 'that' | 'to' | 'object' | 'words'

export interface ReportingVerb {
  readonly lemma: string
  readonly class: VerbClass
  readonly frames: readonly Frame[]
  /** Whether the one who is told stands between the verb and the words: "told Reuters". */
  readonly recipient: boolean
}

export interface ReportingForm {
  readonly verb: ReportingVerb
  readonly form: VerbForm
}

/** The reporting verbs by every form in lower case. Facts from an open list of verbs of speech (see NOTICE), sorted into classes and frames here. */
export const reportingForms: ReadonlyMap<string, ReportingForm> = new Map(buildForms())

/**
 * One line a group: class, frames, `recipient` or `-`, then the verbs. Irregular ones give their forms as base/present/past/gerund;
 * a `+` after a verb doubles its last letter.
 */
function verbTable(): string {
  return `
neutral clause - say/says/said/saying report state add announce explain remark reply comment declare write/writes/wrote/writing
neutral clause - read/reads/read/reading tweet post exclaim recount recall joke whisper shout yell mutter testify conclude predict estimate reiterate repeat
neutral clause recipient tell/tells/told/telling inform notify remind assure reassure brief
neutral that - mention complain lament emphasise emphasize stress underline rule find/finds/found/finding hint indicate propose recommend disclose
neutral that - respond answer underscore counter retort caution continue
neutral to recipient ask urge advise encourage implore beg+ request
neutral clause,to recipient warn
neutral clause,to - pledge promise vow threaten swear/swears/swore/swearing
neutral to - offer appeal
neutral that,to - demand
neutral words - express cite voice echo quote speak/speaks/spoke/speaking refer+
thinking words - believe think/thinks/thought/thinking feel/feels/felt/feeling fear hope expect consider reckon
doubting clause - claim allege assert contend maintain insist suggest argue
doubting that - imply speculate boast
supporting clause - note confirm reveal admit+
supporting clause - acknowledge concede confess observe
supporting that - point clarify illustrate highlight demonstrate
judging object - accuse
judging that - deny
judging words - liken describe label+ brand dub call criticise criticize condemn praise denounce hail blame welcome defend reject decry dismiss slam+ blast
judging words - laugh smile designate characterise characterize`
}

function buildForms(): [string, ReportingForm][] {
  const forms: [string, ReportingForm][] = []
  for (const line of verbTable().trim().split('\n')) {
    const [stance, frames, recipient, ...entries] = line.split(' ')
    for (const entry of entries) {
      const [base, present, past, gerund] = entry.includes('/') ? entry.split('/') : inflect(entry)
      const verb: ReportingVerb = {
        lemma: base,
        class: stance as VerbClass,
        frames: frames.split(',') as Frame[],
        recipient: recipient === 'recipient',
      }
      forms.push([gerund, { verb, form: 'gerund' }], [base, { verb, form: 'base' }], [present, { verb, form: 'present' }])
      forms.push([past, { verb, form: 'past' }])
    }
  }
  return forms
}

function inflect(entry: string): readonly [string, string, string, string] {
  const base = entry.replace('+', '')
  const last = base.at(-1) ?? ''
  if (entry.endsWith('+')) return [base, `${base}s`, `${base}${last}ed`, `${base}${last}ing`]
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`]
  if (/(?:s|x|z|ch|sh)$/.test(base)) return [base, `${base}es`, `${base}ed`, `${base}ing`]
  return [base, `${base}s`, `${base}ed`, `${base}ing`]
}
