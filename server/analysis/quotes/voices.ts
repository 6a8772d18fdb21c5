import type { Name } from '../names.ts'
import type { PlacedParagraph } from '../paragraph.ts'
import type { Person } from '../people.ts'
import type { Report } from '../reports.ts'
import { isSameSpeaker, type Speaker, type SpeakingAppearance, type SpeakingCast, type Stage } from './cast.ts'
import { intervieweeOf, isAnswer, isQuestion } from './interview.ts'
import type { HeardParagraph, Holder, Spoken, Story } from './references.ts'
import { type Answer, speakerAlone, speakerInStory } from './speakers.ts'

/**
 * Who speaks in a paragraph. The same object as long as the paragraph, its names, the people in it and its speakers are the same, wherever the paragraph stands.
 */
export interface Voice {
  readonly appearance: SpeakingAppearance
  readonly stage: Stage
  /** What the paragraph alone tells of the source of each of its reports; undefined where the story has to be asked. */
  readonly answers: readonly (Answer | undefined)[]
  /** Whether the story need not be asked at all. */
  readonly isWhole: boolean
  /** Whether each report stands within the words of the one before, which then has the word. */
  readonly isToldOf: readonly boolean[]
  /** What the paragraph calls the people in it. */
  readonly roles: readonly VoicedRole[]
  /** Whether it is a question of an interview, with a bare label. */
  readonly isQuestion: boolean
  /** The speaker of each report. */
  readonly speakers: readonly (Speaker | undefined)[]
  /** Those of them who have the word when it ends: not who is only reported as saying something. */
  readonly spoken: readonly Spoken[]
}

interface VoicedRole {
  readonly noun: string
  readonly holder: Holder
}

/**
 * Resolves the source of every report of the story, in the order of the text. What a paragraph alone tells is taken over from before where nothing in it has
 * changed; the rest of the story is asked anew.
 */
export function readVoices(
  paragraphs: readonly PlacedParagraph[],
  names: readonly Name[],
  people: readonly Person[],
  { cast, appearances }: SpeakingCast,
  before: readonly { readonly voice: Voice }[] = [],
): readonly Voice[] {
  const shift = before.length - appearances.length
  const voices = appearances.map((appearance, i) => {
    const known = before[i]?.voice.appearance === appearance ? before[i].voice : before[i + shift]?.voice
    return known?.appearance === appearance && known.stage.cast === cast ? known : readAlone(appearance, cast)
  })
  const story: StoryHeard = {
    paragraphs,
    voices,
    names,
    people: new Map(people.map(person => [person.id, person])),
    holders: gatherHolders(voices),
    interviewee: intervieweeOf(voices),
    paragraph: 0,
    before: [],
  }
  return voices.map((voice, paragraph) => {
    story.paragraph = paragraph
    const heard = voice.isWhole ? voice : ask(voice, story)
    if (voice.isWhole && voice.spoken.length > 0) story.before.push({ paragraph, spoken: voice.spoken })
    return heard
  })
}

/** The story while it is gone through. */
interface StoryHeard extends Story {
  paragraph: number
  readonly before: HeardParagraph[]
}

/** A paragraph before the story is asked. */
function readAlone(appearance: SpeakingAppearance, cast: SpeakingCast['cast']): Voice {
  const { scene, mentions, roles } = appearance
  const { reading, names } = scene
  const stage: Stage = { reading, names, mentions, cast }
  const answers = reading.reports.map(({ source, head, cue }): Answer | undefined => {
    if (!source || !head) return { speaker: undefined }
    return isAnswer(reading, cue.first) ? undefined : speakerAlone(stage, { source, head })
  })
  const speakers = answers.map(answer => answer?.speaker)
  const isToldOf = reading.reports.map((_, index, reports) => standsInWords(reports, index))
  return {
    appearance,
    stage,
    answers,
    isWhole: !answers.includes(undefined),
    isToldOf,
    roles: roles.map(({ person, text }) => voicedRole(cast.people[person].id, text)),
    isQuestion: isQuestion(reading),
    speakers,
    spoken: spokenBy(speakers, isToldOf, reading.reports),
  }
}

/** Asks the story who those are whom the paragraph alone does not tell. */
function ask(voice: Voice, story: StoryHeard): Voice {
  const { stage, answers, isToldOf } = voice
  const { reports } = stage.reading
  const spoken: Spoken[] = []
  const speakers = reports.map((report, i) => {
    const answer = answers[i]
    const speaker = answer ? answer.speaker : askStory(stage, report, story)
    if (!speaker || isToldOf[i]) return speaker
    if (spoken.length === 0) story.before.push({ paragraph: story.paragraph, spoken })
    spoken.push({ speaker, token: report.cue.first })
    return speaker
  })
  return speakers.every((speaker, i) => isSameSpeaker(speaker, voice.speakers[i])) ? voice : { ...voice, speakers, spoken }
}

function spokenBy(
  speakers: readonly (Speaker | undefined)[],
  isToldOf: readonly boolean[],
  reports: readonly Report[],
): readonly Spoken[] {
  return speakers.flatMap((speaker, i) => (speaker && !isToldOf[i] ? [{ speaker, token: reports[i].cue.first }] : []))
}

function askStory(stage: Stage, { source, head, cue }: Report, story: Story): Speaker | undefined {
  if (isAnswer(stage.reading, cue.first)) return story.interviewee
  return source && head && speakerInStory(stage, { source, head }, story)
}

/** Whether a report stands within the words of the one before, which then has the word: "the ministry said the crew reported a fault" leaves it to the ministry. */
function standsInWords(reports: readonly Report[], index: number): boolean {
  const { cue } = reports[index]
  const outer = reports[index - 1]
  return outer?.indirect === true && outer.words.some(({ first, end }) => first < cue.first && cue.end <= end)
}

/** Who has a role, by its noun. */
function gatherHolders(voices: readonly Voice[]): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>()
  for (const { roles } of voices)
    for (const { noun, holder } of roles) {
      const known = holders.get(noun)
      if (known) known.push(holder)
      else holders.set(noun, [holder])
    }
  return holders
}

/** The noun of a role is the last word before "of", "for", "at", "to" or the end. */
function voicedRole(person: string, role: string): VoicedRole {
  const words = role.toLowerCase().split(/[\s,]+/)
  const cut = words.findIndex((word, i) => i > 0 && behindNoun.has(word))
  return { noun: words[(cut < 0 ? words.length : cut) - 1] ?? '', holder: { person, words } }
}
const behindNoun: ReadonlySet<string> = new Set(['of', 'for', 'at', 'to', 'from', 'in', 'with', 'on', 'who'])
