Court stops sale of lighthouse after islanders’ plea

By Nuala Ferriter and Owen Brannigan

SKERRAY, Isle of Orran, June 3 (Atlantic Press) — A court on Tuesday stopped the sale of one of the oldest lighthouses on the western coast, ruling that the government had no right to sell a building it had “merely been lent”.

The three judges found for 212 residents of Skerray, who argued that their great-grandparents gave the land to the Lights Board in 1871 “for as long as a lamp shall burn there”. The lamp was switched off in 2019.

“A lamp that is out can be lit again,” Judge Catriona Mulhearn said in her ruling. “A tower that’s been turned into a hotel cannot.”

The decision is a blow to Finance Minister Declan Roarty, who had hoped to raise 40 million pounds from the sale of 31 lighthouses. His spokeswoman, Aoife Lennon, said he would study the ruling and had “nothing to add today”.

Brendan Kilgarry, the developer who had offered 1.3 million pounds for the tower, said he was disappointed but would not appeal.

“I wanted to save it, too,” he said. “I’d have kept the stairs, the lens, the lot. Now it’ll be kept by people who can’t afford the paint.”

‘WE’LL FIND THE PAINT’

In Skerray’s only pub, where the ruling was followed on a borrowed laptop, the news was met with a silence and then with a song. Peig Donnellan, 84, whose grandfather was the last keeper but one, said she had not slept.

“My grandfather used to say, ‘The sea doesn’t read contracts,’” she said. “Well, the judges do, thank God. We’ll find the paint.”

The islanders’ lawyer, Siobhan Tierney, took the case without a fee. She told the court that the deed of 1871, two pages in a copperplate hand, had been found in a biscuit tin during the ’90s and had been ‘used to press flowers’ ever since.

Roarty’s department had argued that the deed was void because no keeper had signed it. Mulhearn called that argument “ingenious” and dismissed it in one paragraph.

WHAT COMES NEXT

The Lights Board must now decide within six months whether to relight the lamp or give the land back. A person familiar with the board’s thinking said it would rather do neither.

The ruling may touch four other sales. In Port Rinn, 60 km to the south, residents have begun to search their attics, said the parish priest, Father Malachy Quill.

“I’ve been asked to look in the vestry,” he said. “I found a trombone and a tax demand. But it’s early days.”

(Reporting by Nuala Ferriter in Skerray and Owen Brannigan in Dunmarra; Editing by Hester Vane)
