/** Forenames borne by one sex nearly always, without accents, in lower case. Where a name is in neither list, its bearer's gender is open. Sources: NOTICE. */
export const femaleForenames: ReadonlySet<string> = new Set(
  `aada aadhya aarya aasha abigail ada adela adele adelita aditi adriana adrienne agatha agnes agustina aicha aikaterini aino
  aisha aisyah aitana ajda ajla alana alanoud alba alberte alejandra aleksandra alessandra alessia alexandra alexandria alice
  alicia alicja alina aline alisa alise alison aliya allison alma althea alysha alyssa amahle amaia amal amalie amanda amara
  amaris amayra ambar amber ambra ambre amelia amelija amelja amina aminata amira amy an ana anabel anahit analilia anastasia
  anastasija anastasiya andrea andreea androula ane angela angelica angeliki angelina angeline angie anika anita ann anna
  annabel anne annette annie anohito antonella antonia anzu aoife april ariana arianna ariel arlene armine arpi aruuke aruuzat
  asel asemahle ashley ashraqat asilim asiya asja asma asmita assia asta astrid asya athena audrey aumua aurora ava aviana
  avigail avril awa aya ayala ayalah ayanna ayesha aygun ayim ayla aylin ayra aysa ayse aysel ayzere azadeh azaria azariah
  azra baran barbara barbare bayarmaa beatrice beatrix beatriz becca becky belinda bella benazir benedita bernadette bertha
  bessie beth bethany betsy betty beverley beverly bianca biljana binita bintou birgit bisera bismah blanca bogdana boglarka
  bolormaa bonnie brenda bridget brigitte britney brittany brooke camila camilla camille candace carina carla carlotta carly
  carmen carol carole carolina caroline carolyn cassandra catalina catherine cathy cecilia celeste celia celine charlene
  charlotte chedeline chellie chelsea cheryl chiara chloe chrissy christa christiana christina christine cindy claire clara
  clare claudette claudia colleen concepcion condoleezza connie constance consuelo cora corazon corinne cristina crystal
  cynthia dagmar daisy dalal dalia dalila daniela danielle danna daphne daria darija darlene darta dawn deb debbie deborah
  debra defne deirdre delfina delia denise dhia diana diane dianne dilma dimitra dina djeneba doha dolly dolores dominika
  donna dora doreen doris dorothy dragana dunja eabha ecrin edith edna edwina eevi eileen eisha ekaterina elaine eleanor elena
  elene eleni elif elija elisa elisabeth elise eliska elissa eliza elizabeth elizaveta ella ellen elli ellie eloise elsa elsie
  elvira elza ema embla emelia emely emilia emilija emiliya emily emine emma erica erika erin esma esperanza estelle esther
  ethel eugenia eunice eva evangeline eve evelina evelyn evie eylul faith fajr fanta farah farida farrah farzana fatemeh
  fatemeh-zahra fatima fatin fatma fatou fatoumata faye federica felicia felicity fern fernanda fiadh fiona flora florence
  fozia frances francesca francine francisca francoise freda frederica freja freya frida frieda gabija gabriela gabriella
  gabrielle gail gamalat gamila gayane gemma genevieve georgia georgina geraldine gertrude gianna gillian gina ginevra ginger
  giorgia gisele gita giulia gladys glenda gloria gogo golda googoosh gordana grace graciela greta gretchen guadalupe gunay
  gunel gwen gwendolyn ha-eun ha-rin ha-yoon habiba hadicha hadley hala haley hana hanan hanna hannah harper harriet haruna
  hasmik hasnaa hatice hawa hazel heather heidi heikapu helen helena helene helga helma helmi henrietta hessa hilary hilda
  hillary himari hina hinano hinata hjordis hoda holly hope hosna hosniya hur hussa i-chun iben ida ilhan ilona imelda imene
  iminathi imogen inaya inci indira ines inga ingrid ioanna irati irena irene irina iris irma isabel isabella isabelle isidora
  isla islande ivaana ivalu ivana ivy izaro jacinda jacky jacqueline jacqui jade jahana jana jane janelle janet janette janice
  janine jasmine jayne jeanette jeanine jeanne jelena jenna jennifer jenny jessica ji-a ji-an ji-woo ji-yoo jill jiya jo joan
  joanna joanne jocelyn johanna joni jori josefa josephine jouri jovana joy joyce juana juanita judeline judith judy julia
  juliana julianne julie juliet julieta juliette julija june justine kabita kadiatou kaia kaitlin kamala kamile karen karima
  karin karina karine karla karolina katarina katarzyna kate katerina katharine katherine kathleen kathryn kathy katie katla
  katrina katya kay kayla keiko keira kelly khadija khadije khawla khongordzol kiara kim kimberly kimberlyn kirsten kirstin
  klea konstantina konul kora kristen kristin kristina ksenija kylie kyra kyriaki laia laila lamija lamonica lana lara
  lateefah latifa latoya laura laurel lauren laurie layla lea leah leandra leen leila leja lejla lena leni lenna leonor
  leonora lesedi leticia leyla li-hua lia lian lianne lidia liepa liesbeth lile lili lilian liliana lilien lilit lilja lillian
  lillie lilly lily lin lina linda lindsay lisa lisakhanya liv livia liz liza lizzie ljiljana lois lola lorena loretta lori
  lorraine louisa louise lovelie lovely luana lucia luciana lucija lucille lucinda lucy ludmila ludovica luisa lukne lulwa
  luna lur lusine luz lydia lyn lyna lynda lynn lynne mabel mackenzie maddi madeleine madeline madina maeva magdalena maggie
  maha maia mairead maite maja malak malala malek malen malgorzata malu mandy maneh manuela mara marcela marcia marcy mareva
  margaret margarida margarita margo marguerite mari maria mariah mariam mariami marian mariana marianne mariannette marie
  marielle marija marilyn marina marine marion marissa mariya marjorie marlene marsha marta martha martina marwa mary marya
  maryam maryja masa matilda matilde matthildur maud maureen mavis maxine maya maysoun mazie megan mehar mei mei-hui mei-ling
  melania melanie melba melina melinda melisa melissa mercedes meredith meriem merjem mersana meryem meryl mia michaela
  michele michelle mila milagrosa milana mildred milena milica millie mimi mina mindy minnie mio mira miranda mireille miriam
  mirjana mirlande mitzi moea moeata moira molly mona monica monika monique muriel myra myrlande myrtle nabila nada nadia
  nadine nahia nancy nanette naomi nare narine natalia natalie natalija natasha nathalie naura naya nazanin-zahra nehir nela
  nellie nelly nesreen neza nia nicola nicole nicolette niharika nika nikema nikol nilay nina nivi niviaq noemi noor nora
  noreen norma nouf nour nuala nur nuray nurul nutsa nydia octavia odval oisha oksana oleksandra olena olga olha olive olivia
  oliwia ona ophelia oprah oumou oyunbileg padma paige paloma pamela panagiota paneeraq paninnguaq paraskevi pari patricia
  patricija patsy patti patty paula paulina pauline pearl peggy penelope penny petra philippa phoebe phyllis pipaluk poema
  pola polina polly pramila princess priscilla priya puteri queenie rabina rachel radmila ramona rana rania raquel rashida
  raya rayana rebecca reem reema regina rei reina renata renee rethabile rhoda rhonda ria riko rin rita roberta roghayyeh
  ronja rosa rosalie rosalind rosanna rosario rose rose-merline rosemary rosie rosmery rowan roxana roxanne ruby ruoxi ruth
  saar sabina sabine sabrina safija safiya saga sahar sakeena sakineh sakura saliha sally salma salome sama samantha sandra
  sara sarah saskia savannah scarlett selena selma seo-ah seo-yun serena serife sesili sevda sevinj shahd shaikha shaimaa
  shakira shamim shams sharice sharon shayma sheila shelley sheri sherifa sherry shirin shirley shontel shristi shu-chen
  shu-chuan shu-fen shu-hua shu-hui sienna silvana silvia simona simone sinead siobhan sita siti snezana sobia sofi sofia
  sofie sofija sofiya soledad soley solja solomiya somayyeh sonia sonja sonya soo-ah sophia sophie stacey stacy stefanie
  stella stephanie sue suha sultan sumayah summer sunita susan susana susanna susanne susie suzan suzana suzanne svetlana
  sybil sydney sylvia sylvie tamar tamara tammy tania tanya tara tarana tarita tatiana tatyana teodora teresa tereza terri
  tess tessa teura thelma theresa therese tiare tiffany tina titaina titaua tomyris toni tracey tracy tricia trinidad trudy
  tuleen tulsi tzipi uiloq uma ursula uta vaea valentina valeria valerie vamika vanessa var varvara vasiliki vasilisa venla
  venus vera verona veronica veronika vesna vicki vicky victoria vida viktoria viktorie viktoriya viola violet violeta
  virginia vita vittoria vivian viviane vusala wanda wateen wendy whitney widelene wilhelmina willow wilma winifred winnie
  ximena xinyi xiomara ya-ting yara yasmin yasmine yasna yassamin yekaterina yelena yeva yihan yimo yinuo yoana yoko yolanda
  young yua yuina yulia yuliya yuna yutong yuxi yvette yvonne zaha zahra zainab zala zehra zeinab zelda zeynab zeynep zihan
  zina zoe zofia zora zsuzsa zumra zuzanna`.split(/\s+/),
)

/** See {@link femaleForenames}. */
export const maleForenames: ReadonlySet<string> = new Set(
  `aarav aariz aaron abbas abd abdallah abdel abdel-rahman abdelkader abdoulaye abdul abdulaziz abdulla abdullah abdullo
  abdulrahman abe abel abraham abu abubakr abulfazl adam adama addison adel adil adin adlai adolf adomas adrian adriano
  adrians afonso agustin ahmad ahmed ahmet aidan aiden aimar aisultan aiur akbar akira aksel al alan alben albert alberto
  aldiyar alejandro aleks aleksandar aleksander aleksandr aleksandre aleksei alessandro alex alexander alexandre alexandru
  alexei alexey alf alfie alfred alfredo ali ali-reza alikhan alinur alistair allan allen alparslan alteo alvaro alvin amar
  ami amine amir amir-abbas amir-ali amir-hossein ammar amr anar anatoly anders andre andreas andrei andrej andres andrew
  andria andrias andrii andriy andrzej andy angelo angus anil anthony antoine anton antoni antonio antony anwar ao aoi
  aputsiaq aras archie areg areni ari arjun arman armando armen arnaud arnold aron art artem arthur artiom artur arturo artyom
  asad ashot ashraf asif athanasios atlas august augustin augusto austin ayman ayoub aziz bader bakary bandar banele barack
  barnaby barry bart bashar basil bautista ben benas bence benedict benicio benito benjamin bennie bernard bernardo bernie
  berrdo bert beshoi bibek biel bilal bill billy binyamin bishal bjorn blake bob bobby bogdan bohdan boris boutros brad
  bradley brahim brandon brendan brent brett brian bruce bruno bryan burhan byron calvin cameron carl carlo carlos carlton
  cecil cedric cesar chad charbel charles charlie chester chia-hao chien-hung chih-chiang chih-hao chih-ming chih-wei
  chin-lung chip chris christian christoph christophe christopher christos chuck chuluun chun-chieh chun-hung cillian ciro
  clarence claude claudio clay clayton clement cleo cliff clifford clint clinton clive colin conor conrad constantine corey
  cory costas craig curtis cyril dale damian damien damjan damon dan danel daniel daniele daniels daniil danijel danilo danny
  dante danylo darin daris darrell darren darryl daryl dave davi david davit davud dean declan dejan demetre demetrius denis
  dennis denys derek derrick desmond devin dhruv dick diego dieter dimitar dimitri dimitrios dimitris dion dirk djamel dmitri
  dmitriy dmitry dmytro do-yun dominic dominik dominykas don donald donny doug douglas dragan duarte duncan dusan dustin dusty
  dwayne dwight dylan dyllan dzan earl ed eddie edgar edmund edoardo edouard eduard eduardo edward edwin eeli efrain egon ehud
  eino eitan eithan elbridge elchin eli elias elie elijah elliot elliott elmar elmer elnur elshan elyas eman emanuel emil
  emiliano emilio emils emir emmanuel emmerson enrico enrique eric erich erik ernest ernesto ernst erwin esteban ethan eugene
  eun-woo evan evens evgeny evo eymen ezekiel ezra fabio fadi fahad fahd faisal farid farouk fayez felipe felix ferdinand
  fernando ferndo fidel filip finlay finn flavio florian floyd fouad fran francesco francis francisco franciszek franco
  francois frank franklin franz fred freddie frederic frederick frederik friedrich fritz fuad fuma gabe gabor gabriel gabriele
  gael gagik gamal gareth garland garret garry gary gaspar gavin gene gennady geoff geoffrey george georges georgi georgios
  georgy gerald gerard gerardo gerhard geronimo gerry gevorg gianni gilbert gilles gilli giorgi giorgio giovanni giulio
  giuseppe glen glenn goktug gonzalo goran gordon graeme graham grant greg gregorio gregory grigory grover guido guillaume
  guillermo gunther gus gustav gustavo gustavs guy ha-joon habib hakan hakeem halim hamid hamza hank hannibal hans haoran
  haoyu harald haris harold harraz harris harry haru haruma harun haruto harvey hasan hashem hashim hassan hayk hector
  heinrich heinz heitor helmut henri henrik henry herbert herkus herman hermann hideo hinato hiro hiroshi hitoshi horst hosni
  hossein hovhannes howard hubert hudson hugh hugo humphrey husain huseyin huseyn hussain hussein hydar ian ibai ibrahim idris
  ignacio igor ihor iker ilgar ilham ilija ilya iman imran ingo inuk inunnguag inutsiaq ioane ioannis ion irfan isaac isaiah
  isak ismail itsuki ivan ivik ivo izz jack jackson jacob jacques jad jaime jair jake jakob jakov jakub jakup jamal james
  jameson jamie jan jared jaroslav jason javier jawaharlal jay jean jean-claude jean-luc jean-marie jean-pierre jeff jefferson
  jeffery jeffrey jekabs jens jeremiah jeremy jerome jeronimo jerrold jerry jerzy jesse jesus ji-ho jiabao jim jimmie jimmy
  jinping jintao jiri joachim joao joaquin jodey joe joel joerg joey jogvan johan johann johannes john johnny jokubas jokull
  jon jonas jonathan jonny jordan jordi jorge jose josef joseph josh joshua josiah josip jovan jozef ju-won juan jude juergen
  julen jules julian julien julio julius junichiro junior jurgen justin kabir kai kairo kajus kaloyan kamal karam kareem karel
  kari karim karl karlis karolos kathem kazi keanu keith kelvin ken kenneth kenny kent keqiang keven kevin khaled khalid
  khalil kiaan kiran kirill kirk kirollos kiwa klaus koa kofi koichi konrad konstantin konstantinos krishna kurt kwame kweisi
  kyle lan lance larry lars laurence laurent lavi lawrence lazar leano lech leevi leo leon leonard leonardo leonid leopold
  leordo leroy lester lev levente levi lewis liam lindsey lio lionel lloyd logan lorenzo lothar lou louis lourenco lovro
  lubanzi luca lucas luciano lucien ludwig luigi luis luiz luka lukas luke lwandle lyndon mael mahamadou mahammad mahathir
  mahdi mahesh mahmoud mahmud maksim maksym malachi malcolm maligiaq malik malthe mamadou manaia manfred manish manmohan manny
  manua manuel marama marc marcel marcell marcelo marco marcos marcus mario marios mark markas markel marko markos marks
  markus marlin marshall marti martim martin marty marvin masoud massimo matas mate matei matej mateo mateusz mathew mathias
  matias matija mats matt matteo matthew matthias mattia mattias matvey matyas maui maurice mauricio max maxim maximilian
  maximiliano maxwell mees mehdi mehmet mel melvin michael michail michal michalis michel mick miguel mihail mikael mikaere
  mikayel mike mikhail mikheil miki miklos mikolaj milan millard milos milton min-jun minato mingze minik mirac miroslav mitch
  mitchell mitt moammar moana modibo mohamed mohammad mohammad-reza mohammad-taha mohammed mohamud monte morgan mostafa moussa
  muammar muchen muhamad muhammad muhammadu muhammed murad murat murray mustafa muyang mykhaylo mykola nabeel nabil nagi
  nagisa naguib naim naranbaatar narek narendra nasser nathan nathaniel nawaz neal neil nelio nelson nestor newt nicholas nick
  nicolae nicolas nicolo niel nigel nik nikau nikita niko nikodem nikola nikolai nikolaos nikolas nikoloz nikos nil nils noah
  noam noel nomaan norman norsaq nouri nuka nurislam ofentse oihan oisin oleg oleh oleksandr oleksiy oliver olivier olli
  olusegun omar omer onni orlando orville osama oscar oskar osman otto oumar owen pablo panagiotis paolo pascal pat patricio
  patrick pau paul paulo pavel pavlo pedro percy pervez petar pete peter peterson petr petro phil philip philippe phillip
  pierre pieter piotr pol prakash prasert prem qasem qillaq quentin rachid rafael rafiq rahul rainer raj raja rajiv ralf ralfs
  ralph ramazan ramiro ramon ramzan rand randall randolph randy raphael rashad rashid rasmus raul ravi ray raymond recep
  refael reginald reinhard relja ren rene reuben rex reza rian ricardo riccardo rich richard rick ricky riley ritchie ro roan
  rob robert roberto roberts robin rod roderick rodney rodolfo rodrigo roel roger roko roland rolf roman ron ronald ronnie
  ronny rory ross roy ruben rudolf rudolph rudy rupert ruslan russ russell rustem rutherford ryan saad saddam sadiq saeb saeed
  said salah salik salman salud salvador salvatore sam samir samuel samvel samyar sanford sanjay santa santiago saqib saul
  schuyler scott sean sebastian sekou selim sem seo-jun sepp serge sergei sergey sergio serhii serhiy seth shahem shahid shane
  shaun shawn sheikh sheldon shimon shinzo shivansh shomari shri si-woo sid siddhartha sidney silvio simon siphosethu slobodan
  so sohail soma somboon somchai somporn somsak souleymane spencer spiro stan stanislav stanislaw stanley stavros stefan
  stefano steny stephane stephen steve steven stevenson stewart stuart suhas sven syed sylvester szymon tadhg taha taim
  takeshi tamatoa tapuarii tareq tariq taro tatsuki ted teddy tehei teiki teiva teo teodor teodoro terence terrence teva thabo
  than thaniel theo theodor theodore thiago thierry thom thomas tiago tigran tim timofey timothy tobias todd toivo tom tomas
  tomasz tommaso tommy tony travis trent trevor tristan trondur troy tunar ture turki tyler ulloriaq ulrich ulysses umar
  umberto uri usain usman uwe vaclav vadim vadym vaino valdemar valentin valeriy valter vasileios vasilije vasily vasyl vedant
  vern vernon vicente victor vikram viktor vince vincent vincenzo viraj vitali vitaliy vito vittorio vladimir vladislav
  vladyslav vojtech volodymyr vugar vuk vusal vyacheslav wade wahid waleed walid wallace walter warren wassim wayne wen-hsiung
  werner wesley wilbur wilfred wilhelm will willem william willie willy wilson winston wladimir wolfgang woodrow xavier yamato
  yaroslav yasir yasser yassin ye-jun yehuda yevgeny yichen yitzhak yize yosef yoshihiko younes yousaf yousef yousouf youssef
  yu-jun yuma yuri yuriy yury yusef yusif yusuf yuxuan yuze yves zachary zahid zahir zalan zan zbigniew zion zoran`.split(/\s+/),
)
