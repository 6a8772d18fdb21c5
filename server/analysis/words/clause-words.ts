/** The closed classes of English words that bound a phrase or a clause, in lower case; the rest of the words is open. */
export const WordClass = {
  open: 0,
  determiner: 1,
  possessive: 2,
  pronoun: 3,
  preposition: 4,
  coordinator: 5,
  subordinator: 6,
  relative: 7,
  auxiliary: 8,
  adverb: 9,
  time: 10,
  verb: 11,
  number: 12,
} as const
export type WordClass = (typeof WordClass)[keyof typeof WordClass]

const table: readonly (readonly [WordClass, string])[] = [
  [WordClass.number, 'one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion'],
  [
    WordClass.verb,
    `says need needs want wants know knows see sees go goes come comes get gets make makes take takes give gives keep keeps let lets
    look looks seem seems mean means remain remains become becomes live lives work works help helps try tries hope hopes wish wishes thank thanks
    support supports love loves hate hates agree agrees understand understands begin begins show shows run runs play plays lose loses win wins
    bring brings happen happens require requires include includes deserve deserves stand stands believe believes think thinks feel feels
    was were became began came did got gave went had held knew left lost made met paid put ran sat saw sent stood took told took thought won wrote used
    broke brought built bought caught chose drew drove fell felt fought found flew forgot grew heard hit kept laid led let lay meant rose said sold
    spent spoke struck swore taught threw understood woke wore arrive arrives died killed followed fear fears oppose opposes continue continues belong belongs
    do does`,
  ],
  [
    WordClass.time,
    `monday tuesday wednesday thursday friday saturday sunday mondays today yesterday tomorrow tonight january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec morning afternoon evening night week month year weekend noon midnight
    mon tue tues wed thu thurs fri sat sun hours days weeks months years overnight`,
  ],
  [
    WordClass.adverb,
    `also then later earlier now still again too already just only even ever never not yet once often always soon recently previously however meanwhile
    instead therefore moreover furthermore nonetheless nevertheless further simply both first finally ago there here very quite rather almost nearly perhaps
    maybe reportedly allegedly indeed though`,
  ],
  [
    WordClass.auxiliary,
    `is are was were be been being am has have had having do does did will would can could may might must shall should cannot won't wouldn't can't
    couldn't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't shouldn't mustn't needn't ain't i'm i've i'd i'll you're you've you'd
    you'll he'd he'll she'd she'll we're we've we'd we'll they're they've they'd they'll it'll it'd that'll there'll who've who'd who'll`,
  ],
  [WordClass.relative, 'who which whom whose that where'],
  [
    WordClass.subordinator,
    'if because although though while whereas when whenever after before since until till unless as than whether how why what so lest once',
  ],
  [WordClass.coordinator, 'and or but nor plus'],
  [
    WordClass.preposition,
    `of in on at to from by for with about against between into through during without under over near among across behind beyond within upon despite
    toward towards via per like amid regarding concerning throughout following outside inside off out up down around along including`,
  ],
  [
    WordClass.pronoun,
    'i you he she it we they me him us them himself herself itself themselves myself everyone everybody nobody someone somebody anyone',
  ],
  [WordClass.possessive, 'my your his her its our their'],
  [
    WordClass.determiner,
    'the a an this these those another some any each every no all many several most such few other both more',
  ],
]

/** The class of each word of the closed classes; where a word has two, the later line of the table counts. */
export const wordClasses: ReadonlyMap<string, WordClass> = new Map(
  table.flatMap(([wordClass, words]) => words.split(/\s+/).map(word => [word, wordClass] as const)),
)
