import type { Article } from '../analysis/article.ts'
import { ageNotOfBirthDate } from './age-not-of-birth-date.ts'
import { ageWithoutCommas } from './age-without-commas.ts'
import { anonymityUnexplained } from './anonymity-unexplained.ts'
import { articleInDateline } from './article-in-dateline.ts'
import { bareSource } from './bare-source.ts'
import { bylineNotInCredits } from './byline-not-in-credits.ts'
import { changeDoesNotAddUp } from './change-does-not-add-up.ts'
import { findProblems } from './check.ts'
import { colouredVerb } from './coloured-verb.ts'
import { commaBeforeFullQuote } from './comma-before-full-quote.ts'
import { courtesyTitle } from './courtesy-title.ts'
import { creditsForm } from './credits-form.ts'
import { datelineForm } from './dateline-form.ts'
import { datelineMonthForm } from './dateline-month.ts'
import { datelineMonthWithoutStop } from './dateline-month-without-stop.ts'
import { doubleMarkForApostrophe } from './double-mark-for-apostrophe.ts'
import { doubleMarksInHeadline } from './double-marks-in-headline.ts'
import { ellipsisAtQuoteEdge } from './ellipsis-at-quote-edge.ts'
import { euWithStops } from './eu-with-stops.ts'
import { figureOpensSentence } from './figure-opens-sentence.ts'
import { firstMentionWithoutFullName } from './first-mention-without-full-name.ts'
import { firstMentionWithoutRole } from './first-mention-without-role.ts'
import { fullNameAgain } from './full-name-again.ts'
import { headlineBreaksOff } from './headline-breaks-off.ts'
import { headlineQuoteNotInStory } from './headline-quote-not-in-story.ts'
import { impossibleDate } from './impossible-date.ts'
import { largeNumberInWords } from './large-number-in-words.ts'
import { longHeadline } from './long-headline.ts'
import { lostMark } from './lost-mark.ts'
import { mixedMarks } from './mixed-marks.ts'
import { nameSpelledTwoWays } from './name-spelled-two-ways.ts'
import { opinionOfUnnamedSource } from './opinion-of-unnamed-source.ts'
import { ordinalInDate } from './ordinal-in-date.ts'
import { partsDoNotAddUp } from './parts-do-not-add-up.ts'
import { percentInWords } from './percent-in-words.ts'
import { pluralForOneSource } from './plural-for-one-source.ts'
import { punctuationInsideFragment } from './punctuation-inside-fragment.ts'
import { punctuationOutsideQuote } from './punctuation-outside-quote.ts'
import { quoteWithoutSpeaker } from './quote-without-speaker.ts'
import type { HeardLevel, HousePeople, Level, Problem, Profile, Rule } from './rule.ts'
import { runningQuote } from './running-quote.ts'
import { sameMarksWithinQuote } from './same-marks-within-quote.ts'
import { shareDoesNotAddUp } from './share-does-not-add-up.ts'
import { sharedSurname } from './shared-surname.ts'
import { signOnWrongSide } from './sign-on-wrong-side.ts'
import { singleSource } from './single-source.ts'
import { smallNumberInFigures } from './small-number-in-figures.ts'
import { speakerNamedLate } from './speaker-named-late.ts'
import { spellingNotOurs } from './spelling-not-ours.ts'
import { squareBracketsInQuote } from './square-brackets-in-quote.ts'
import { timeOfDay } from './time-of-day.ts'
import { timeOfDayWithStops } from './time-of-day-with-stops.ts'
import { titleCapitalisedAfterName } from './title-capitalised-after-name.ts'
import { titleNotCapitalised } from './title-not-capitalised.ts'
import { twoAges } from './two-ages.ts'
import { twoSpeakersInParagraph } from './two-speakers-in-paragraph.ts'
import { ukWithStops } from './uk-with-stops.ts'
import { unpairedMark } from './unpaired-mark.ts'
import { unspacedEllipsis } from './unspaced-ellipsis.ts'
import { usWithStops } from './us-with-stops.ts'
import { usWithoutStops } from './us-without-stops.ts'
import { verbNotOfSpeech } from './verb-not-of-speech.ts'
import { weekdayAfterDateline } from './weekday-after-dateline.ts'
import { weekdayNotOfDate } from './weekday-not-of-date.ts'
import { wrongDirectionMark } from './wrong-direction-mark.ts'

/** All rules of the desk. Where fixes overlap, that of the earlier rule is taken. */
export const rules: readonly Rule[] = [
  mixedMarks,
  doubleMarkForApostrophe,
  lostMark,
  unpairedMark,
  wrongDirectionMark,
  runningQuote,
  sameMarksWithinQuote,
  punctuationOutsideQuote,
  punctuationInsideFragment,
  signOnWrongSide,
  doubleMarksInHeadline,
  headlineQuoteNotInStory,
  quoteWithoutSpeaker,
  speakerNamedLate,
  twoSpeakersInParagraph,
  commaBeforeFullQuote,
  unspacedEllipsis,
  ellipsisAtQuoteEdge,
  squareBracketsInQuote,
  colouredVerb,
  verbNotOfSpeech,
  spellingNotOurs,
  nameSpelledTwoWays,
  sharedSurname,
  firstMentionWithoutFullName,
  firstMentionWithoutRole,
  fullNameAgain,
  courtesyTitle,
  titleNotCapitalised,
  titleCapitalisedAfterName,
  ageWithoutCommas,
  bareSource,
  pluralForOneSource,
  singleSource,
  opinionOfUnnamedSource,
  anonymityUnexplained,
  headlineBreaksOff,
  longHeadline,
  datelineForm,
  datelineMonthForm,
  datelineMonthWithoutStop,
  articleInDateline,
  bylineNotInCredits,
  creditsForm,
  weekdayNotOfDate,
  weekdayAfterDateline,
  impossibleDate,
  twoAges,
  ageNotOfBirthDate,
  shareDoesNotAddUp,
  partsDoNotAddUp,
  changeDoesNotAddUp,
  smallNumberInFigures,
  largeNumberInWords,
  figureOpensSentence,
  percentInWords,
  ordinalInDate,
  timeOfDay,
  timeOfDayWithStops,
  usWithoutStops,
  usWithStops,
  ukWithStops,
  euWithStops,
]

/** Which rules are heard, and how loud: the profile's levels, save for the rules named in `levels` by their ids. */
export interface RuleSettings {
  readonly profile: Profile
  readonly levels: Readonly<Record<string, Level>>
  readonly people?: HousePeople
}

export const defaultRuleSettings: RuleSettings = { profile: 'none', levels: {} }

/** A problem with the rule that found it and the level at which it is shown. */
export interface FoundProblem extends Problem {
  readonly rule: Rule
  readonly level: HeardLevel
}

/** The problems of an article under the settings, in the order of the text. Pure; never throws. */
export function checkArticle(article: Article, settings: RuleSettings = defaultRuleSettings): readonly FoundProblem[] {
  const heard = rules.filter(rule => levelOf(rule, settings) !== 'off')
  const found: FoundProblem[] = []
  for (const { rule, problem } of findProblems(article, heard, settings.people)) {
    const level = quieter(levelOf(rule, settings), problem.level)
    if (level !== 'off') found.push({ ...problem, rule, level })
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end || rules.indexOf(a.rule) - rules.indexOf(b.rule))
}

/** How loud a rule is under the settings. */
export function levelOf(rule: Rule, { profile, levels }: RuleSettings): Level {
  return levels[rule.id] ?? rule.levels[profile] ?? rule.levels.none
}

const loudness: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error']

function quieter(level: Level, own: Level | undefined): Level {
  return own !== undefined && loudness.indexOf(own) < loudness.indexOf(level) ? own : level
}
