/** What a word speaks for. */
export type Topic = 'reporting' | 'time' | 'news' | 'technical' | 'legal' | 'reader' | 'writer' | 'recipe' | 'tale'

const lists: Readonly<Record<Topic, string>> = {
  reporting:
    'said says told according announced stated reported confirmed denied warned urged claimed alleged reporters spokesman spokeswoman spokesperson spokesmen statement interview correspondent journalists investigators testified quoted',
  time: 'monday tuesday wednesday thursday friday saturday sunday yesterday tonight january february march april june july august september october november december jan feb sept oct nov dec weekend',
  news: `police government minister ministers president officials official parliament senate election elections voters vote party killed injured wounded arrested charged convicted sentenced attack attacks protest protesters authorities
    military army troops soldiers forces hospital court judge prosecutors lawyer mayor governor council senator congress presidential campaign sanctions treaty talks ceasefire summit embassy ambassador country countries capital
    crash earthquake flood storm hurricane fire explosion victims deaths died suspect shooting bomb rescue residents
    shares investors profit revenue sales economy inflation analysts billion million trillion percent bank ceo executive company quarter
    coach season match league team goal goals champion championship tournament victory defeated scored player players olympics olympic medal cup
    health virus outbreak vaccine scientists researchers study climate nuclear leader leaders opposition foreign national international minister's president's`,
  technical: `npm yarn install usage api function functions file files code package packages version versions repository github license licence software module modules option options default defaults example examples config configuration
    plugin plugins browser server command commands parameter parameters param returns return string boolean array object callback javascript typescript node require import export build test tests docs documentation readme changelog
    bug bugs fix fixed fixes feature features deprecated method methods class classes type types value values argument arguments error errors debug cli html css json xml http https url dependency dependencies release patch commit
    compiler parser syntax token directory folder path runtime library framework cargo pip python linux unix windows kernel data user users input output`,
  legal:
    'warranty warranties liability hereby licensee licensor redistribute redistribution sublicense merchantability noninfringement copyright trademark infringement derivative granted permission herein thereof pursuant',
  reader: 'you your yours yourself please',
  writer: "i my me mine myself i'm i've i'd i'll we're let's",
  recipe:
    'tablespoon tablespoons tbsp teaspoon teaspoons tsp preheat oven stir simmer whisk dough ingredients chopped butter flour',
  tale: 'whispered sighed smiled laughed nodded murmured grinned shrugged eyes shoulder heart door darkness silence glanced stared muttered gazed lips',
}

/** Topics by word, in lower case. */
export const topics: ReadonlyMap<string, Topic> = new Map(
  (Object.keys(lists) as Topic[]).flatMap(topic => lists[topic].split(/\s+/).map(word => [word, topic] as const)),
)
