"""Words of news prose that restrict no figure: each list with the reason why.

Whatever stands in none of them, and in no reading, keeps a claim from being supported (`account`).
A word belongs here only if a sentence that is true with it stays true without it.
"""

from __future__ import annotations

from .stems import stem

LITTLE = """
a an the and or so as if that which who whom whose this these those there here it its it's they them their
theirs he him his she her hers we us our i me my you your one's of from by with for to in on at into onto upon
out over across through throughout around about among amongst amid between within against via than when
where while because since though although however but yet too also even still just all either each-other has
have had having do does did be been being is are was were am will that's what how why what's such amounts s re
ve d ll per-cent percent pc plus including include includes included counting together altogether overall in-all
combined total totals totalling totalled totaled respectively alone
"""
"""Words that join; negations, comparisons, "only", "first", "last", "per", "each" are not among them."""
SAYING = """
say says said saying tell tells told telling show shows showed shown showing reveal reveals revealed revealing
suggest suggests suggested indicate indicates indicated find finds found according report reports reported
reporting disclose discloses disclosed disclosing disclosure admit admits admitted confirm confirms confirmed
confirming state states stated stating note notes noted acknowledge acknowledged concede conceded declare
declared announce announced publish published publishes release released releases obtain obtained obtaining
uncover uncovered expose exposed emerge emerged emerges learn learned learnt understand understood see sees seen
know known knows response responses reply replies replied replying answer answers answered answering respond
responded request requests requested freedom information act foi foia law laws data figure figures number
numbers statistic statistics stats analysis finding findings survey surveys investigation investigations inquiry
probe study research record records recorded recording list lists listed log logs logged logging register
registers registered give gives gave given giving provide provides provided supply supplied send sent return
returns returned file files table tables tally tallies count counts counted counting sum sums document documents
newspaper press paper papers reporter reporters journalist journalists spokesman spokeswoman spokesperson
withhold withheld withholding hide hides hidden suppress suppressed redacted since because time times cell cells
row rows one ones today yesterday exclusive exclusively official officially letter letters statement breakdown
book books paperwork anyone anybody everyone everybody everything else
"""
"""Words that say where a figure comes from."""
HAVING = """
get gets got getting take takes took taken taking make makes made making see sees saw come comes came coming go
goes went gone going bring brings brought face faces faced facing deal deals dealt dealing handle handles
handled handling receive receives received receiving hold holds held holding keep keeps kept reach reaches
reached reaching hit hits stand stands stood amount amounts amounted number numbered run runs ran pile piles
piled rack racks racked clock clocks clocked chalk chalked notch notched rake raked post posts posted field
fielded attract attracted draw draws drew drawn generate generated suffer suffers suffered suffering endure
endured experience experienced account accounts accounted accounting form forms formed comprise comprised
constitute represent represents represented concern concerns concerned concerning involve involves involved
involving relate relates related relating cover covers covered be belong belongs belonged occur occurred happen
happened arise arose arisen add adds added mean means meant equal equals equalled share shares contribute
contributed spark sparks sparked prompt prompted trigger triggered responsible blame blamed attribute attributed
put work works worked working result results resulted resulting end ends ended ending finish finished lead
leads led leading cause causes caused causing due link linked linking stem stemmed behind make-up hammered
flooded swamped inundated bombarded clogged landed saddled lumbered dogged beset plagued mire mired deluged
besieged battled battle grappled grapple cope coped struggle struggled process processed open opened launch
launched begin began begun conduct conducted carry carried undergo underwent place placed leave leaves left
leaving divide divides divided split splits consist consists feature featured top tops topped
topping head heads headed fall-to boast boasts boasted sport sported offer turn turned use uses used
using look looks looked complete completes completed done lodge lodges lodged lodging submit submitted file
filed filing walk walked subject target can probed lie lies sit sits manage manages managed
managing last lasts lasted
"""
"""Verbs that only join a body with its figure. None says what became of the thing counted."""
BEARING = """
shoulder shoulders shouldered shouldering bear bears bore borne foot foots footed absorb absorbs absorbed swallow
swallowed incur incurs incurred incurring net netted weather weathered tackle tackles tackled tackling wade waded
sift sifted sifting wrestle wrestled wrestling juggle juggled log amass amassed accumulate accumulated garner
garnered gather gathered accrue accrued produce produces produced producing yield yields yielded spawn spawned
churn churned unleash unleashed inspire inspired ignite ignited provoke provoked elicit elicited pour poured
pouring roll rolled rolling stream streamed streaming trickle trickled descend descended fly flew flown hurl
hurled rain rained drag drags dragged dragging linger lingered languish languished crawl crawled stretch trouble
troubles troubled bother bothered vex vexed irk irked hurt hurts haunt haunted blight blighted rile riled rock
rocked shake shook shaken stun stunned jolt jolted bruise bruised batter battered sting stung crop cropped pop
popped surface surfaced loom looms loomed rank ranks ranked tot totted dominate dominates
dominated host hosted house housed shower showered arrive arrives arrived bag bagged pick picked weigh weighed
"""
"""Verbs by which a body bears what comes to it, or that comes in or lasts; none says what became of it."""
COLOUR = """
whopping staggering massive huge enormous eye-watering eyewatering shocking shock shocked alarming worrying
worried striking stark startling astonishing astounding damning grim bleak dire dreadful terrible appalling
shameful scandalous disgraceful surprising remarkable extraordinary notable significant considerable substantial
hefty sizeable sizable large big great mere paltry tiny small modest meagre measly handful good bad worse-off
clear simple plain vast bumper record-breaking unprecedented sheer impressive sorry sad beleaguered embattled
cash-strapped under-fire busy quiet troubled scandal scandal-hit crisis shambles mess toll outrage fury anger
angry furious mention mentions entry entries fresh latest new latest-ever real true actual exact precise
official separate individual same single lone total overall combined cumulative collective running recorded
reported logged known stated incredible incredibly unbelievable jaw-dropping hard tough long-suffering poor
unlucky hapless humble famous proud mighty rank league pack
lot lots plenty bulk load loads raft slew string spate wave flood torrent deluge tide avalanche mountain barrage
catalogue litany host number series thing things way ways fact facts case-load part truth picture story problem
problems issue issues matter question questions answer bottom-line tale context note example examples instance
blunder blunders bungle bungles debacle fiasco saga farce howler howlers failing failings
instances arrival arrivals episode episodes occasion occasions event events incident incidents queue queues
"""
"""Words that judge or colour; none restricts. "Serious", "violent", "alleged", "senior" would."""
ADVERBS = """
some staggeringly shockingly alarmingly worryingly strikingly surprisingly remarkably notably significantly
considerably substantially sharply slightly steeply steadily dramatically markedly hugely massively vastly
greatly roughly approximately exactly precisely actually really simply clearly plainly truly indeed certainly
undoubtedly frankly sadly unfortunately interestingly unsurprisingly tellingly incidentally meanwhile moreover
furthermore instead nevertheless nonetheless therefore thus hence accordingly altogether easily comfortably
narrowly marginally broadly barely somewhat quite rather very pretty fairly well already now once-more perhaps
maybe collectively cumulatively officially reportedly respectively similarly likewise equally merely purely
apiece nationwide away ahead round back forth apart ever
"""
"""Adverbs of degree and of the teller's mood; not of frequency, and not "wrongly", "formally", "initially"."""
PEOPLE = """
boss bosses chief chiefs official officials leader leaders councillor councillors resident residents local
locals taxpayer taxpayers ratepayer ratepayers driver drivers motorist motorists public community communities
people person somebody someone man men woman women folk member members team teams crew crews worker workers
staff employee employees employer employers personnel individual individuals claimant claimants patient patients
customer customers user users victim victims campaigner campaigners critic critics expert experts mp mps
minister ministers government whitehall westminster politician politicians doctor doctors nurse nurses officer
officers manager managers force forces council councils board boards trust trusts body bodies authority
authorities department departments agency agencies organisation organisations institution institutions service
services hospital hospitals school schools university universities borough boroughs district districts
constabulary constabularies police nhs ambulance ambulances road roads home homes door doors office offices room
rooms desk life lives day-job job jobs work purse passenger passengers borrower
borrowers complainant complainants applicant applicants caller callers citizen citizens punter punters watchdog
watchdogs shelf shelves streets fleet fleets coffers budget budgets premises
"""
"""Whoever acts or is spoken to. Where the survey has a category of that name, the category is read instead."""
PERIOD = """
period window span years year
"""
"""Words that stand for the window of the survey as a whole."""
TELLING = """
working works got get gets given gave give received receive receives faced face faces had have has was were been
being handed hit brought bring led lead ended end over after following during for who whom accused accuse
alleged allegedly allegation allegations case cases incident incidents matter investigation investigated
investigating investigate inquiry force board council still remain remains remained one another came come result
resulted when whether amid against former then later told hearing meeting proceedings action taken take took
sent send only reply replied opened concluded closed post posts posted posting put putting made make making
commit committed committing comment comments remark remarks sanction outcome discipline disciplined disciplinary
staff member officer officers worker employee employed employer serving based same department authority
organisation council charge accusation matter handed slapped
"""
"""Words by which an incident is told; what they say is looked at as role, act, sanction or stage."""

FORMS = """
absorbing accruing accumulating accumulation acknowledging adding added admitting alarm alarmed amassing
amounting angered announcing announcement arising arriving astonished attracting attributing battling bearing
beginning belonging blaming bothering bringing bruising carrying chalking churning clocking combining comprising
conceding confirmation consisted consisting constituting contributing coping covering declaring drawing emerging
enduring experiencing fielding figured finishing garnering gathering generating grappling hammering happening
heading involving juggling keeping launching listing looking looming meaning mentioned mentioning numbering
obtaining occurring outraged piling placing pouring prompting providing provoking publishing raking registering
releasing representing requesting researching responding seeing sending showing sparking struggling suggesting
suggestion supplying surprised surprise surveyed surveying swallowing tabled tabling tallying totting triggering
turning uncovering undergoing understanding weathering weighing worry yielding documented documenting
"""
"""Other forms of these words that are as harmless as they are. A stem would take far more for them: a "departure"
for a department, a "station" for a statement, what "failed" for a failing, and "quit" for quite."""


NEGATIONS = frozenset("not no never none nor neither without non".split())
"""Words that take the sense of others away; no stem may pass for one ("note" comes down to "not")."""


def stems_of(*texts: str) -> frozenset[str]:
    """The words of lists, and their stems."""
    words = {word for text in texts for word in text.split()}
    return frozenset(words | {stem(word) for word in words}) - NEGATIONS


def written(*texts: str) -> frozenset[str]:
    """The words of lists as they are written there."""
    return frozenset(word for text in texts for word in text.split()) - NEGATIONS


WRITTEN = written(LITTLE, SAYING, HAVING, BEARING, COLOUR, ADVERBS, PEOPLE, PERIOD, FORMS)
WORDS = stems_of(LITTLE, SAYING, HAVING, BEARING, COLOUR, ADVERBS, PEOPLE, PERIOD)
