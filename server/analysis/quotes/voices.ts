import type { Name } from '../names.ts'
import type { PlacedParagraph } from '../paragraph.ts'
import type { Person } from '../people.ts'
import type { Report } from '../reports.ts'
import { isSameSpeaker, type Speaker, type SpeakingAppearance, type SpeakingCast, type Stage } from './cast.ts'
import { intervieweeOf, isAnswer } from './interview.ts'
import type { Holder, SpokenBefore, Story } from './references.ts'
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
  /** The speaker of each report. */
  readonly speakers: readonly (Speaker | undefined)[]
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
  const stages = voices.map(({ stage }) => stage)
  const story: StoryHeard = {
    paragraphs,
    stages,
    names,
    people: new Map(people.map(person => [person.id, person])),
    holders: gatherHolders(voices),
    interviewee: intervieweeOf(stages),
    paragraph: 0,
    before: [],
  }
  return voices.map((voice, paragraph) => {
    story.paragraph = paragraph
    return voice.isWhole ? hear(voice, story) : ask(voice, story)
  })
}

/** The story while it is gone through. */
interface StoryHeard extends Story {
  paragraph: number
  readonly before: SpokenBefore[]
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
  return {
    appearance,
    stage,
    answers,
    isWhole: !answers.includes(undefined),
    isToldOf: reading.reports.map((_, index, reports) => isToldOf(reports, index)),
    roles: roles.map(({ person, text }) => voicedRole(cast.people[person].id, text)),
    speakers: answers.map(answer => answer?.speaker),
  }
}

/** Adds those who speak in a paragraph to those who have spoken. */
function hear(voice: Voice, { paragraph, before }: StoryHeard): Voice {
  const { reports } = voice.stage.reading
  for (let i = 0; i < reports.length; i++) {
    const speaker = voice.speakers[i]
    if (speaker && !voice.isToldOf[i]) before.push({ speaker, paragraph, token: reports[i].cue.first })
  }
  return voice
}

/** Like `hear`, where the story has to be asked who some of them are. */
function ask(voice: Voice, story: StoryHeard): Voice {
  const { stage, answers, isToldOf } = voice
  const { paragraph, before } = story
  const speakers = stage.reading.reports.map((report, i) => {
    const answer = answers[i]
    const speaker = answer ? answer.speaker : askStory(stage, report, story)
    if (speaker && !isToldOf[i]) before.push({ speaker, paragraph, token: report.cue.first })
    return speaker
  })
  return speakers.every((speaker, i) => isSameSpeaker(speaker, voice.speakers[i])) ? voice : { ...voice, speakers }
}

function askStory(stage: Stage, { source, head, cue }: Report, story: Story): Speaker | undefined {
  if (isAnswer(stage.reading, cue.first)) return story.interviewee
  return source && head && speakerInStory(stage, { source, head }, story)
}

/** Whether a report stands within the words of the one before: "the ministry said the crew reported a fault" leaves the word to the ministry. */
function isToldOf(reports: readonly Report[], index: number): boolean {
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
