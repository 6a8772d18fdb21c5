// Agency stories of any length, of varied text: no two paragraphs are alike. The same seed gives the same story.

/** A small seeded generator of numbers in [0, 1): mulberry32, by Tommy Ettinger (public domain). */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const words = text => text.trim().split(/\s*[,\n]\s*/)
const forenames =
  words(`Ada, Bruno, Carla, Dmitri, Elena, Farid, Greta, Hassan, Ingrid, Jonas, Katya, Liam, Mariam, Nils, Olga, Pedro, Rosa, Samir, Tessa, Umar,
  Vera, Walter, Yusuf, Zoe, Amira, Boris, Chiara, Daniel, Esther, Felix, Hana, Igor, Julia, Kofi, Lena, Marco, Noor, Oscar, Paula, Stefan`)
const onsets = words('B, Br, D, Dr, F, G, Gr, H, K, Kl, L, M, N, P, R, S, St, T, V, W, Z, Sh')
const middles = words('al, ar, el, en, er, in, ol, on, or, und, and, esh, ov, it, am, ak')
const endings = words('ov, sen, mann, ski, ard, well, etti, ez, ian, enko, aki, er, son, berg, ini, ala')
const places =
  words(`Norvik, Port Ellery, Castelmora, Havenbrook, Tarsk, New Aldery, Zelmont, Karvia, Ostrava Bay, Lindmoor, East Marrow, Qasr Amin, Villa Rosal,
  Grenholm, Sandrake, Upper Thessaly, Morlaix Point, Dunmarrow, Halvia, Brastov`)
const offices = words(`Ministry, Agency, Council, Commission, Bank, Union, Institute, Authority, Court, Federation`)
const fields = words(
  `Finance, Trade, Defence, Fisheries, Energy, Health, Transport, Labour, Justice, Education, Agriculture, Housing`,
)
const roles = words(
  `finance minister, a spokesman, the head of the port authority, a taxi driver, chief executive, a union leader, the deputy governor, a historian, a surgeon, an analyst at the institute`,
)
const verbs = words('said, told reporters, added, wrote in a letter, said in a statement, told state television, argued, warned')
const subjects = words(
  `the talks, the ceasefire, a new budget, the harbour project, the strike, grain exports, the election, a pipeline, the rescue, rail traffic, the vaccine, the inquiry, fuel prices, the merger, the appeal`,
)
const things =
  words(`would take several weeks, had stalled over money, could begin on Monday, was far from over, remained the only way forward, needed broad support, had cost 14 lives, was delayed by bad weather,
  would be put to a vote, had been agreed in principle, drew thousands into the streets, left 3,400 homes without power, raised prices by 4.5%, was widely expected, came as a surprise`)
const times = words(
  'on Monday, on Tuesday, late on Wednesday, earlier this week, last month, at a news conference, in a radio interview, on Friday, two days later, in early March',
)
const links = words('as, while, after, because, although, even as, shortly before, days after')
const speech =
  words(`We will not give in, It is a good start, Nobody here believes it, There is no plan for winter, I don't expect a quick answer, The figures speak for themselves, They promised us work, This can't go on,
  Let's wait for the report, We have seen worse, The door is open, I was told nothing, People are tired of waiting, It isn't about money, You can hear it in every shop`)

/** A story of about `length` UTF-16 code units, one paragraph a line, in the manner of agency copy; `mangled` types every apostrophe as a double mark. */
export function makeStory(length, seed = 1, { mangled = false } = {}) {
  const next = random(seed)
  const one = list => list[Math.floor(next() * list.length)]
  const surname = () => one(onsets) + one(middles) + one(endings)
  const number = () => 2 + Math.floor(next() * 900)
  const cast = Array.from({ length: 12 }, () => [one(forenames), surname()])
  const office = () => `${one(fields)} ${one(offices)}`
  const clause = () => `${one(subjects)} in ${one(places)} ${one(things)}`
  const person = () => {
    if (next() < 0.02) cast[Math.floor(next() * cast.length)] = [one(forenames), surname()]
    return one(cast)
  }
  const paragraphs = {
    quoted: () => {
      const [forename, name] = person()
      return `"${one(speech)}, and ${clause()}," ${forename} ${name}, ${one(roles)}, ${one(verbs)} ${one(times)}.`
    },
    surname: () => {
      const [, name] = person()
      return `${name} ${one(verbs)} that ${clause()} ${one(links)} ${clause()}. "${one(speech)}," he said. "${one(speech)}."`
    },
    plain: () =>
      `${one(places)}'s ${office()} ${one(verbs)} ${clause()}, ${one(links)} ${number()} people waited outside the ${office()} ${one(times)}.`,
    fragment: () => {
      const [forename, name] = person()
      return `${office()} chief ${forename} ${name} called the plan "${one(things)}" and asked the ${office()} for ${number()} million euros ${one(times)}.`
    },
    unnamed: () =>
      `A source close to the ${office()} said ${clause()}, and ${clause()}. Officials in ${one(places)} declined to comment ${one(times)}.`,
    crosshead: () => `${one(subjects)} ${one(things)}`.toUpperCase(),
  }
  const [forename, name] = one(cast)
  const place = one(places)
  const lines = [
    `${place} seeks way out as ${one(subjects)} ${one(things)}`,
    `By ${forename} ${name}`,
    `${place.toUpperCase()}, Feb 4 (Meridian) - ${clause()}, officials said on Wednesday.`,
  ]
  const kinds = ['quoted', 'surname', 'plain', 'fragment', 'unnamed', 'plain', 'quoted', 'plain']
  let size = lines.join('\n').length
  for (let i = 1; size < length; i++) {
    const line = paragraphs[i % 17 === 0 ? 'crosshead' : one(kinds)]()
    lines.push(line)
    size += line.length + 1
  }
  lines.push(`(Reporting by ${forename} ${name}; Editing by ${cast[3].join(' ')})`)
  const text = lines.join('\n')
  return mangled ? text.replace(/(?<=[A-Za-z])'/g, '"') : text
}
