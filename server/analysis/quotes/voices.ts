import { kept } from '../kept.ts'
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
  readonly stage: Stage
  /** One for each of the paragraph's reports. */
  readonly speakers: readonly (Speaker | undefined)[]
}

/**
 * Resolves the source of every report of the story, in the order of the text. What a paragraph alone tells is found out once; the rest of the story is asked
 * anew, since it may have changed.
 */
export function readVoices(
  paragraphs: readonly PlacedParagraph[],
  names: readonly Name[],
  people: readonly Person[],
  { cast, appearances }: SpeakingCast,
): readonly Voice[] {
  const scripts = appearances.map(appearance => scriptOf(appearance, cast))
  const stages = scripts.map(({ stage }) => stage)
  const story: StoryHeard = {
    paragraphs,
    stages,
    names,
    people: new Map(people.map(person => [person.id, person])),
    holders: gatherHolders(appearances, cast),
    interviewee: intervieweeOf(stages),
    paragraph: 0,
    before: [],
  }
  return scripts.map((script, paragraph) => {
    story.paragraph = paragraph
    return script.isWhole ? hear(script, story) : ask(script, story)
  })
}

/** The story while it is gone through. */
interface StoryHeard extends Story {
  paragraph: number
  readonly before: SpokenBefore[]
}

/** A paragraph before the story is heard. */
interface Script {
  readonly stage: Stage
  /** What the paragraph alone tells of the source of each report; undefined where the story has to be asked. */
  readonly answers: readonly (Answer | undefined)[]
  /** Whether each report stands within the words of the one before, which then has the word. */
  readonly isToldOf: readonly boolean[]
  /** Whether the story need not be asked at all. */
  readonly isWhole: boolean
  /** As it was heard last. */
  voice: Voice
}

const scripts = new WeakMap<SpeakingAppearance, Script>()

/** The script of an appearance, taken over as long as that is the same. */
function scriptOf(appearance: SpeakingAppearance, cast: SpeakingCast['cast']): Script {
  const before = scripts.get(appearance)
  if (before?.stage.cast === cast) return before
  const { scene, mentions } = appearance
  const stage: Stage = { reading: scene.reading, names: scene.names, mentions, cast }
  const answers = stage.reading.reports.map(({ source, head, cue }): Answer | undefined => {
    if (!source || !head) return { speaker: undefined }
    return isAnswer(stage.reading, cue.first) ? undefined : speakerAlone(stage, { source, head })
  })
  const script = {
    stage,
    answers,
    isToldOf: stage.reading.reports.map((_, index, reports) => isToldOf(reports, index)),
    isWhole: !answers.includes(undefined),
    voice: { stage, speakers: answers.map(answer => answer?.speaker) },
  }
  scripts.set(appearance, script)
  return script
}

/** Adds those who speak in a paragraph to those who have spoken. */
function hear({ stage, isToldOf, voice }: Script, { paragraph, before }: StoryHeard): Voice {
  const { reports } = stage.reading
  for (let i = 0; i < reports.length; i++) {
    const speaker = voice.speakers[i]
    if (speaker && !isToldOf[i]) before.push({ speaker, paragraph, token: reports[i].cue.first })
  }
  return voice
}

/** Like `hear`, where the story has to be asked who some of them are. */
function ask(script: Script, story: StoryHeard): Voice {
  const { stage, answers, isToldOf, voice } = script
  const { paragraph, before } = story
  const speakers = stage.reading.reports.map((report, i) => {
    const answer = answers[i]
    const speaker = answer ? answer.speaker : askStory(stage, report, story)
    if (speaker && !isToldOf[i]) before.push({ speaker, paragraph, token: report.cue.first })
    return speaker
  })
  if (!speakers.every((speaker, i) => isSameSpeaker(speaker, voice.speakers[i]))) script.voice = { stage, speakers }
  return script.voice
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
function gatherHolders(
  appearances: readonly SpeakingAppearance[],
  { people }: SpeakingCast['cast'],
): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>()
  for (const appearance of appearances)
    for (const { person, noun, words } of rolesOf(appearance)) {
      const holder = { person: people[person].id, words }
      const known = holders.get(noun)
      if (known) known.push(holder)
      else holders.set(noun, [holder])
    }
  return holders
}

const rolesOf = kept(({ roles }: SpeakingAppearance) =>
  roles.map(({ person, text }) => {
    const words = text.toLowerCase().split(/[\s,]+/)
    return { person, words, noun: roleNoun(words) }
  }),
)

/** The noun a role is about: the last word before "of", "for", "at", "to" or the end. */
function roleNoun(words: readonly string[]): string {
  const cut = words.findIndex((word, i) => i > 0 && /^(?:of|for|at|to|from|in|with|on|who)$/.test(word))
  return words[(cut < 0 ? words.length : cut) - 1] ?? ''
}
