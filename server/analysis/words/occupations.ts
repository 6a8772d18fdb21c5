/** Nouns that name what a person is or does, the last word of a role ("taxi driver", "campaign manager", "runner-up"). In lower case, singular. */
export const occupations: ReadonlySet<string> = new Set(
  `academic accountant activist actor actress adjutant administrator admiral adviser advisor advocate aide agent ally ambassador analyst anchor anchorman anchorwoman
  anthropologist appointee archaeologist archbishop architect archivist artist assassin assistant associate astronaut astronomer astrophysicist athlete attorney author auditor
  ayatollah backbencher backer baker ballerina banker baritone barrister bassist batsman biographer biologist bishop blogger bodyguard bomber boss boxer brigadier broadcaster broker builder
  businessman businesswoman businessperson butcher buyer campaigner candidate captain cardinal caretaker cartoonist celebrity ceo cfo coo cto cio chair chairman chairwoman chairperson champion chancellor
  chaplain chef chemist chief choreographer citizen claimant cleaner cleric clerk climber coach co-author co-chair co-chairman co-discoverer co-founder co-leader co-owner co-star co-worker coordinator co-ordinator colleague collector
  colonel columnist comedian comic commander commentator commissioner commodore companion competitor composer comptroller conductor congressman congresswoman conservationist
  constable constituent consultant contender contestant contractor contributor controller convert convict cook cop coroner correspondent cosmonaut cosmologist councillor councilor
  councilman councilwoman counsel counsellor counselor counterpart courier creator cricketer critic curator cyclist dancer dealer dean defector defendant defender delegate democrat
  demonstrator dentist deputy designer detective developer dictator diplomat director dissident doctor dramatist driver drummer economist editor educator electrician emperor
  emir employee employer engineer entertainer entrepreneur envoy epidemiologist executive expert explorer farmer fellow fighter figure filmmaker film-maker financier firefighter fisherman
  footballer forecaster foreman forward founder front-runner frontman frontrunner fugitive gardener general geographer geologist geneticist goalkeeper golfer governor graduate guard guerrilla guide
  guitarist gunman gymnast hacker head headmaster headteacher hero historian host hostage hunter illustrator imam immigrant incumbent independent industrialist informant inmate inspector instructor interpreter
  inventor investigator investor jockey journalist judge jurist juror justice keeper king labourer laborer landlord landowner laureate lawmaker lawyer leader lecturer legend legislator
  liaison librarian lieutenant linguist lobbyist lord magistrate magnate major manager mariner marine marksman marshal mathematician mayor mechanic mediator meteorologist
  member mentor merchant midfielder midwife militant millionaire billionaire miner minister missionary model moderator mogul monarch monk motorist mp mep mogul mullah musician mp
  nanny national native naturalist naval-officer negotiator neighbour neighbor neurologist neurosurgeon newscaster newsreader nominee novelist nun nurse observer officer official ombudsman
  operator opponent organiser organizer owner painter palaeontologist paleontologist paramedic parliamentarian participant partner passenger pastor pathologist patient patriarch patron pediatrician
  performer philanthropist philosopher photographer photojournalist physician physicist pianist pilot pioneer pitcher playwright player plumber poet policeman policewoman politician pollster
  pope porter premier presenter president priest prince princess principal prisoner producer professor programmer proponent prosecutor protester protestor provost psychiatrist psychologist
  publicist publisher pundit pupil queen quarterback rabbi racer ranger rapper realtor rebel receptionist recruit recruiter rector referee refugee registrar regulator reporter representative
  republican rescuer researcher resident retiree reverend rider rival roommate ruler runner runner-up sailor salesman salesperson saleswoman saxophonist scholar schoolboy schoolgirl schoolteacher scientist
  screenwriter scriptwriter sculptor secretary secretary-general senator seismologist sergeant servant sheriff shareholder shopkeeper singer singer-songwriter skater skier skipper socialist sociologist soldier solicitor songwriter soprano
  speaker specialist speechwriter spokesman spokesperson spokeswoman sportsman sportswoman sprinter star statesman statistician strategist striker student sultan superintendent superstar supervisor supplier supporter surgeon surveyor
  survivor suspect swimmer teacher team-mate teammate technician technologist tenor terrorist theologian therapist trader trainee trainer translator treasurer trooper trucker trustee
  tutor tycoon umpire undersecretary under-secretary under-secretary-general undersecretary-general veteran veterinarian vet vice-chairman vice-chancellor vice-president vicar victim violinist virologist vocalist volunteer waiter waitress
  warden warlord whistleblower whistle-blower widow widower winger winner witness woodworker worker wrestler writer zoologist
  man woman boy girl teenager teen person gentleman lady child baby toddler infant youth adult pensioner grandmother grandfather liberal conservative communist second-in-command number-two commander-in-chief editor-in-chief
  right-hand mastermind ringleader gangster dealer smuggler trafficker thief burglar murderer killer rapist hijacker pirate spy mercenary jihadist islamist separatist nationalist loyalist dissenter
  recipient successor predecessor replacement namesake favourite favorite underdog beneficiary applicant insider outsider newcomer hopeful god goddess deity mate `
    .trim()
    .split(/\s+/),
)

/** Endings that nearly always make a noun for a person (seismologist, spokeswoman, mountaineer). */
export const occupationEndings: readonly string[] = [
  'ologist',
  'ician',
  'woman',
  'sman',
  'person',
  'ographer',
  'eer',
  'ist',
  'maker',
  'keeper',
  'holder',
  'owner',
  'worker',
  'goer',
  'grapher',
]

/** Words for a relative or partner; the gender where the word tells it. In lower case, singular. */
export const relatives: ReadonlyMap<string, 'female' | 'male' | undefined> = new Map<string, 'female' | 'male' | undefined>([
  ...of<'female' | 'male' | undefined>(
    'father dad son brother husband uncle nephew grandfather grandson stepfather stepson stepbrother half-brother boyfriend widower father-in-law son-in-law brother-in-law godfather godson ex-husband great-grandfather',
    'male',
  ),
  ...of<'female' | 'male' | undefined>(
    'mother mom mum daughter sister wife aunt niece grandmother granddaughter stepmother stepdaughter stepsister half-sister girlfriend widow mother-in-law daughter-in-law sister-in-law godmother goddaughter ex-wife great-grandmother',
    'female',
  ),
  ...of<'female' | 'male' | undefined>(
    'parent child sibling cousin spouse twin fiance fiancé fiancee fiancée partner friend relative grandchild grandparent heir',
    undefined,
  ),
])

/** Nouns of role that tell the gender, besides those that end in -woman or -man. */
export const genderedNouns: ReadonlyMap<string, 'female' | 'male'> = new Map<string, 'female' | 'male'>([
  ...of<'male'>(
    'man boy king prince duke actor waiter priest monk gentleman lad schoolboy headmaster hero emperor frontman policeman grandad stepdad widower',
    'male',
  ),
  ...of<'female'>(
    'woman girl queen princess duchess actress waitress nun lady schoolgirl headmistress heroine empress ballerina policewoman businesswoman hostess',
    'female',
  ),
])

function* of<T>(list: string, value: T): Iterable<readonly [string, T]> {
  for (const word of list.split(' ')) yield [word, value]
}
