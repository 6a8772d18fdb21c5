import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { readArticle } from '../server/analysis/article.ts'
import { applyEdits, fixAll } from '../server/rules/fix.ts'
import { checkArticle } from '../server/rules/index.ts'
import type { Profile } from '../server/rules/rule.ts'

/** What a rule marks in a story under a profile. */
function marked(rule: string, text: string, profile: Profile = 'none'): readonly string[] {
  return checkArticle(readArticle(text), { profile, levels: {} })
    .filter(problem => problem.rule.id === rule)
    .map(({ start, end }) => text.slice(start, end))
}

/** A story of Wednesday, Feb 4, 2026 with one more sentence. */
const story = (sentence: string) => `HALBURG, Feb 4, 2026 (Northwire) - Envoys met in the old town hall on Wednesday. ${sentence}`

test('a weekday is held against its date only where the year is known', () => {
  const rule = 'weekday-not-of-date'
  deepEqual(marked(rule, 'HALBURG, Feb 4 (Northwire) - Envoys met in the town hall on Tuesday, Feb 3.'), [])
  deepEqual(marked(rule, story('They will meet again on Thursday, Feb 5, and on Friday, Feb 13.')), [])
  deepEqual(marked(rule, story('They will meet again on Thursday, Feb 6.')), ['Thursday'])
  deepEqual(marked(rule, story('They had met on Sunday, Dec 28.')), [])
  deepEqual(marked(rule, story('They met on a Tuesday. The fair of Friday, July 4, 1997, was the last.')), [])
  deepEqual(marked(rule, 'Envoys meet\n\nTuesday, Feb 4, 2026\n\nEnvoys met in the town hall of Halburg.'), ['Tuesday'])
})

test('a bare weekday is never wrong by itself, only beside a report in the past', () => {
  const rule = 'weekday-after-dateline'
  deepEqual(marked(rule, story('The mayor said on Thursday that they would go on.')), ['Thursday'])
  deepEqual(marked(rule, story('They will go on on Thursday, the mayor said on Wednesday.')), [])
  deepEqual(marked(rule, story('The mayor, who said on Monday that it was over, will speak on Thursday.')), [])
})

test('numbers behind a month are no dates where they count something', () => {
  deepEqual(marked('impossible-date', 'In February 30 people died. By June 31 had left.'), [])
  deepEqual(marked('impossible-date', 'It opened on April 31.'), ['April 31'])
  deepEqual(marked('impossible-date', 'It closed on Feb 29, 2000, and on Feb 29, 1900.'), ['Feb 29, 1900'])
})

test('an age of another time is no second age', () => {
  const ages = (sentence: string) => marked('two-ages', `Ana Pell, 38, won in Halburg on Monday. ${sentence}`)
  deepEqual(ages('The judges praised Ana Pell, 39, for her speed.'), ['39'])
  deepEqual(ages('In 2002 Ana Pell, 14, came last.'), [])
  deepEqual(ages('The then 14-year-old Ana Pell came last.'), [])
  deepEqual(ages('The judges praised Ana Pell, 38, for her speed.'), [])
})

test('sums are done with what the figures may have been before they were rounded', () => {
  const rule = 'change-does-not-add-up'
  deepEqual(marked(rule, 'Sales rose 6% to $1.9 billion from $1.8 billion.'), [])
  deepEqual(marked(rule, 'Sales rose 16% to $1.9 billion from $1.8 billion.'), ['16%'])
  deepEqual(marked(rule, 'Sales rose more than 20% to 150 from 120. Staff rose nearly 30% to 150 from 120.'), [])
  deepEqual(marked(rule, 'Sales grew 4% a year from 100 to 150.'), [])
  deepEqual(marked(rule, 'The trip from 100 to 150 metres cost 30% more.'), [])
  deepEqual(marked(rule, 'It nearly doubled from 200 to 380, and then doubled.'), [])
  deepEqual(marked('share-does-not-add-up', 'Three out of four, or 77%, agree. About 40 of 90 voters, or 50%, came.'), [])
  deepEqual(marked('share-does-not-add-up', 'It won 41 of the 60 seats, or 68%.'), [])
})

test('a share is that of the whole also where the whole comes first', () => {
  const rule = 'share-does-not-add-up'
  deepEqual(marked(rule, 'Of the 60 members who voted, 45, or 65%, were for it.'), ['65%'])
  deepEqual(marked(rule, 'Out of a total of 80 trees, 20 trees (25%) died.'), [])
  deepEqual(marked(rule, 'Of 60 people, only 20, or 20%, came.'), [])
})

test('parts make 100 only where the text says that they are all there is', () => {
  const rule = 'parts-do-not-add-up'
  deepEqual(marked(rule, 'It owned 60%, bought 10% on Monday and will buy the remaining 40%.'), ['40%'])
  deepEqual(marked(rule, 'Pell had 33.3%, Reyk had 33.3%, and the rest, 33.3%, went to Marsh.'), [])
  deepEqual(marked(rule, 'Pell had 52% of the votes, and Reyk 30%. Another 12% were spoiled.'), [])
  deepEqual(marked(rule, 'It bought 30%, raising its stake to 70%, and will buy the remaining 30%.'), [])
  deepEqual(marked(rule, 'It saved 30% of the boats and 20% of the nets. The remaining 40% of the nets are lost.'), [])
  deepEqual(marked(rule, 'About 50% came by train. The other 40% walked.'), [])
})

test('a question mark goes with whoever asks', () => {
  const rule = 'sign-on-wrong-side'
  deepEqual(marked(rule, '"Will they come back"? Ana Pell asked.', 'ap'), ['?'])
  deepEqual(marked(rule, '"Dune"? Nobody has read it. Did she say "Will they ever come back?"', 'ap'), [])
  deepEqual(marked(rule, 'What is "progress?" Nobody knows.', 'ap'), ['?'])
})

test('the difference of two percentages is mended to points', () => {
  const text = 'The rate fell from 5.2% to 4.8%, down 0.4%, the bank said.'
  const [{ fixes }] = checkArticle(readArticle(text))
  equal(applyEdits(text, fixes?.[0].edits ?? []), 'The rate fell from 5.2% to 4.8%, down 0.4 percentage points, the bank said.')
  deepEqual(marked('change-does-not-add-up', 'The rate rose 40% from 5% to 7%.'), [])
})

test('small figures stay in scores, ranges, measures, numbered things, names and quotations', () => {
  const right = [
    'The Reds beat the Blues 3-2 and lost 2 to 1, with 5 minutes left.',
    'It stands 4 km away, on Route 9, at No. 7, behind gate 3, 5-foot walls and a 6 gigabit line.',
    'It took 2 to 3 weeks, 2 or 3 boats, 5 men and 12 women, and $4 million of the 8% tax.',
    '"We have 4 boats," she said. She sang "My 5 sons" at 5 p.m. on Feb 3.',
    'The boy, 7, has a sister aged 4 and a 2-year-old dog.',
  ]
  for (const text of right) deepEqual(marked('small-number-in-figures', text, 'reuters'), [], text)
  deepEqual(marked('small-number-in-figures', 'They saw 4 boats. They sailed on for 9 days.', 'ap'), ['4', '9'])
})

test('large numbers in words stay at the start of a sentence, in set phrases, names and quotations', () => {
  const right = [
    'Twelve boats sank.',
    'One in ten came. Nine out of ten left. It is ten to one.',
    '"We have ten boats," she said.',
  ]
  for (const text of right) deepEqual(marked('large-number-in-words', text, 'reuters'), [], text)
})

test('years, decimals without a nought, numbered lists and units joined to the figure may open a sentence', () => {
  const texts = [
    '1953 was worse.',
    'He hit .345 in May.',
    'They ship 5G phones. 5G is new.',
    'He lives at No. 5. No. 7 is empty.',
  ]
  for (const text of texts) deepEqual(marked('figure-opens-sentence', text, 'reuters'), [], text)
})

test('initials and times keep exactly one stop at the end of a sentence', () => {
  const mend = (text: string, profile: Profile) =>
    applyEdits(text, fixAll(checkArticle(readArticle(text), { profile, levels: {} })))
  equal(
    mend('She flew to the US. He left at 5pm. They stayed.', 'reuters'),
    'She flew to the U.S. He left at 5 p.m. They stayed.',
  )
  equal(mend('She flew to the U.S. He left the U.N. in May.', 'british'), 'She flew to the US. He left the UN in May.')
  equal(mend('He left at 5 p.m. They stayed until 10:05 PM.', 'british'), 'He left at 5pm. They stayed until 10.05pm.')
  equal(mend("The US-led force and the US's fleet left.", 'ap'), "The U.S.-led force and the U.S.'s fleet left.")
})

test('US stays in a price, in speech and in the name of a company', () => {
  const text = 'US Steelworks paid US$5 million. "The US is big," she said.'
  deepEqual(marked('us-without-stops', text, 'reuters'), [])
})

test('the names of a list are parted by commas, the roles of the credits by semicolons', () => {
  const credits = (line: string) => marked('credits-form', `Envoys met.\n\nThey talk on.\n\n${line}`, 'reuters')
  deepEqual(
    credits('(Reporting by Ana Pell, Jo Marsh and Tom Reyk; Writing by Lee Orr; Editing by Ilse Brandt, Mara Ellison)'),
    [],
  )
  deepEqual(credits('(Reporting by Ana Pell; additional reporting by Jo Marsh, editing by Ilse Brandt)'), [','])
})

test('the dateline of another house is no wrong dateline of this one', () => {
  const text = 'Running March 23-25, the fair shows 12 films.'
  deepEqual(marked('dateline-form', text, 'reuters'), [])
  deepEqual(marked('dateline-form', 'HALBURG (AP) — Envoys met on Monday.', 'ap'), [])
  deepEqual(marked('dateline-month', 'HALBURG, Sept 4 (Reuters) - Envoys met on Monday.', 'reuters'), [])
  deepEqual(marked('dateline-month-without-stop', 'HALBURG, Sept. 4 (AP) — Envoys met on Monday.', 'ap'), [])
})

test('a headline may go on in the next line, or end in a word that only often begins something', () => {
  const rule = 'headline-breaks-off'
  const goesOn = 'Envoys agree on a\nplan for the bridge\n\nHALBURG, Feb 4 (Northwire) - Envoys met on Monday.'
  deepEqual(marked(rule, goesOn, 'reuters'), [])
  const text = 'What dreams are made of\n\nHALBURG, Feb 4 (Northwire) - Envoys met on Monday.'
  deepEqual(
    checkArticle(readArticle(text), { profile: 'none', levels: { [rule]: 'warning' } }).map(
      ({ rule: { id }, level }) => `${id} ${level}`,
    ),
    ['headline-breaks-off information'],
  )
})
