"""The words by which names and titles are told: heads of offices, bodies, places and the like.

Lower case throughout. A word that heads names of two kinds stands under the likelier one.
"""

from relgraph.extract.words import words

# What a person can be: "Minister of Trade", "the chief executive".
OFFICES = words("""
    minister secretary undersecretary under-secretary vice-minister president vice-president
    premier chancellor vice-chancellor ambassador envoy consul governor mayor commissioner
    director director-general secretary-general chairman chairwoman chairperson chair co-chair
    ceo cfo coo cto chief head leader ombudsman protector hokim akim auditor comptroller
    treasurer whip councillor councilor alderman magistrate mufti rabbi patriarch wali prefect
    superintendent taoiseach commandant king queen emir amir monarch speaker senator congressman
    congresswoman representative judge attorney general admiral colonel commander marshal
    brigadier commodore spokesman spokeswoman spokesperson adviser advisor dean rector provost
    founder co-founder owner manager coach boss editor counsellor counselor attaché attache
    chargé executive deputy aide member officer administrator coordinator rapporteur negotiator
    custodian ruler pope bishop archbishop cardinal ayatollah mp mep mos pm fm eam nsa cds dg
    president-elect minister-designate chairman-designate ambassador-designate lawmaker
    legislator economist analyst scientist professor researcher diplomat official captain
    substitute goalkeeper defender striker midfielder winger chief-of-staff commander-in-chief
    editor-in-chief moderator convener convenor treasurer auditor ombudsman prosecutor inspector
    superintendent registrar vicar nuncio plenipotentiary premier-designate prince princess
    lieutenant major sergeant presenter correspondent engineer counterpart counsel
""")
# Offices only where a capital or a complement says so: "the chief reason" is none.
WEAK_OFFICES = words("""
    head chief leader member officer representative official deputy executive chair general
    captain major boss owner manager aide speaker judge diplomat lawmaker engineer analyst
    economist scientist researcher professor director president substitute defender striker
    coach counsel
""")
# Stand before an office and belong to it.
OFFICE_MODIFIERS = words("""
    prime foreign deputy vice first second third assistant associate acting interim former ex
    then late visiting outgoing incoming new current caretaker union federal state provincial
    cabinet parliamentary permanent senior junior chief principal special executive managing
    general adjunct honorary non-executive group global regional national royal crown grand
    supreme high attorney under joint co additional political military defence defense naval
    press media public presidential ministerial personal private commercial legal technical
    scientific economic diplomatic major lieutenant air vice-chief chargé departing
    newly-appointed newly-elected country financial operating operations risk sustainability
    compliance growth longtime long-time veteran ruling opposition authorizing authorising
    resident mission programme program project team bureau board division department
    undersecretary secretary minister delegate director commissioner head lt non army navy police
    party house majority minority
""")
# The business of ministers; capitalised in their titles, and never a name by itself.
PORTFOLIOS = words("""
    affairs foreign external internal interior exterior defence defense finance finances
    treasury economy economic trade commerce commercial industry industries industrial energy
    health education agriculture agricultural fisheries food foods water resources environment
    environmental climate change transport transportation communications communication
    information technology technologies digital innovation science sciences research higher
    labour labor employment social development planning cooperation co-operation international
    regional infrastructure works public housing urban rural tourism culture cultural heritage
    arts youth sport sports women gender family children justice law parliamentary security home
    investment investments petroleum mines minerals mining natural gas oil power electricity
    renewable renewables ports shipping waterways maritime aviation civil railways railway roads
    highways post posts telecommunications telecom hydraulics sanitation communes communities
    oasis forests forestry livestock husbandry dairying animal religious islamic endowments
    awqaf diaspora expatriates integration state charge budget taxation revenue customs
    privatization immigration migration refugees population statistics antiquities lands land
    local government municipal administration reform consumer supply supplies solidarity
    protection welfare veterans steel textiles textile chemicals fertilizers pharmaceuticals
    aerospace space cyber counter-terrorism policy policies strategy relations neighbourhood
    diplomatic consular legal political military peace settlement settlements mobility human
    humanitarian action emergency management disaster trade, marine oceans ocean blue green
    sustainable sustainability transition mineral hydrocarbons atomic nuclear electronics
    railways enterprises small medium micro entrepreneurship skills vocational training
    universities school schools primary secondary holy mosques exports export imports import
    market single internal marketing operations sales personnel communications engineering
    procurement logistics technical road bridges bridge inland coastal islands borders nutrition
    pastoral pastoralism fishery aquaculture wildlife territorial cohesion equality inclusion
    religion promotion facilitation competitiveness coordination empowerment governance
    irrigation hajj umrah waqf ayush panchayati raj statistics census elections citizenship
    overseas employment pensions pension competition standards metrology quarantine biosecurity
    conservation ecology forestry hydrology meteorology geology urbanism urbanization habitat
    audit debt privatisation divestment reconstruction rehabilitation relief disarmament
    reconciliation constitutional electoral devolution decentralization decentralisation
    chieftaincy tribal ethnic minorities youths children elderly ageing disability disabilities
    borders prisons correctional cybersecurity industrialisation industrialization manufacturing
    crafts trading hospitality creative recreation medicine pharmaceutical drugs sanitary
    phytosanitary veterinary desertification hydropower fuel fuels metallurgy machinery robotics
    biotechnology startups start-ups intellectual copyright sub-regional bilateral multilateral
    monitoring evaluation literacy broadcasting handicrafts handloom jute dairy poultry
""")
# Business of an office only where one stands before: "Minister of Cities", "of Special Programmes".
PURVIEW = words("""
    cities city programmes programs projects project dialogue partnership partnerships protocol
    media aid services special building buildings census mine police prison promotion performance
    delivery property corridors assets accounts brands clients litigation expatriates hunting
    farming gaming licensing
""")
# Before a name, and no office: "H.E. Mr Omar Hejira", "Dato' Seri Anwar".
COURTESIES = words("""
    mr mrs ms miss mx dr prof professor eng engr arch adv hon hon'ble honourable honorable shri
    sri smt kumari sir dame lord lady baroness baron count excellency excellencies h.e he hrh hm
    h.h h.r.h h.m majesty highness dato dato' datuk tan seri seri haji hajj hajjah ato wro lyonpo
    dasho madam cllr atty rt pr ven supt insp cpt malam mallam alhaja hajiya woizero otunba barr
    barrister pastor comrade ustaz maulana mullah imam sayyid syed sheikh sheikha shaikh shaikha
    sheik rev reverend fr father sister brother don doña dona señor senor herr frau monsieur
    madame mme m. capt gen lt maj col brig cmdr adm cdr sgt sen rep gov amb ambassador, comrade
    the-late late retd ret'd mag ing dott lic datin puan encik tun tuan
""")
RANKS = words("""
    lt gen maj col brig adm capt cdr cmdr sgt lieutenant general major colonel brigadier admiral
    vice rear air chief marshal field commodore captain commander sergeant
""")
# Titles that make one name with the one word after them: "King Salman".
ROYAL = words("king queen prince princess emir amir sultan pope emperor empress")

COMPANY_HEADS = words("""
    ltd limited gmbh inc llc llp plc corp corporation pjsc saog saoc psc pvt pte pty sae s.a.e
    s.a sa ag nv n.v bv b.v spa s.p.a oy oyj ab asa a/s aps kg kgaa ooo oao pao jsc ojsc llc. bhd
    sdn tbk sarl s.a.r.l srl s.r.l sasu co company companies co. d.o.o doo holding holdings
    airlines airways motors industries systems technologies technology solutions partners
    consulting petroleum pharmaceuticals pharma laboratories breweries shipyard shipbuilders
    shipping steel cement telecom utilities renewables refineries enterprises ventures capital
    insurance re logistics electric electronics foods hotels properties developers constructions
    construction bank bancorp turbines travel studios software semiconductors automotive
    aerospace aviation energies petrochemicals chemicals composites devices mills mining
    resources mobility maritime lines power energy ports gold minerals metals healthcare biotech
    labs entertainment pictures refining fertilisers paints tyres beverages dairies retail
    supermarkets fintech telecommunications networks wireless cables
""")
GOVERNMENT_HEADS = words("""
    ministry ministries department embassy embassies consulate government agency authority
    cabinet parliament senate congress army navy force forces police court tribunal directorate
    bureau office administration municipality treasury commission secretariat command presidency
    guard guards knesset duma bundestag majlis diwan customs corps service services assembly
    inspectorate directorate-general legislature regulator pmo mea mod mofa prosecutor
    registry prefecture governorate-general intelligence shura representation
""")
ORGANIZATION_HEADS = words("""
    union association organization organisation fund university institute committee federation
    wire gazette league party club council chamber foundation society coalition alliance school
    college faculty academy times post herald tribune network group delegation movement front
    board centre-right confederation syndicate guild trust community secretariat-general news
    television radio tv media press brotherhood church hezbollah taliban bloc caucus mission team
    racing mechanism rovers town united city athletic wanderers consortium institution
    commonwealth cooperative co-operative collective observatory think-tank tank bank online
    establishment
""")
FACILITY_HEADS = words("""
    airport hospital port harbour harbor bridge palace museum stadium station terminal plant dam
    tower hotel bhawan bhavan building centre center hall refinery mine factory base barracks
    mosque church cathedral temple complex farm house library theatre theater arena campus clinic
    prison jail pipeline tunnel canal highway motorway expressway expressway metro railway line
    warehouse yard dockyard shipyard works mill kremlin villa gardens reactor crossing checkpoint
    gate school house mansion store depot substation laboratory statue monument memorial fort
    castle facility ward workshop headquarters dzong mahal gurdwara stupa pagoda shrine monastery
    abbey bakery cafe café restaurant market bazaar mall cinema lighthouse observatory zoo
    synagogue quay wharf jetty pier marina runway racecourse velodrome
""")
EVENT_HEADS = words("""
    summit conference forum congress cup games olympics festival expo exhibition week conclave
    fair show meeting session tournament dialogue symposium championship championships retreat
    workshop seminar exercise biennale marathon convention dialogues talks ceremony day days
    airshow roundtable hackathon gala fest triennale derby trophy plenary consultations mela
    roadshow premiere regatta round grand-prix election elections referendum war
""")
AGREEMENT_HEADS = words("""
    agreement memorandum mou treaty accord accords pact protocol convention declaration charter
    contract covenant deal mous partnership communiqué communique roadmap memoranda
""")
PROGRAM_HEADS = words("""
    programme program project initiative scheme plan mission strategy framework vision corridor
    campaign agenda route fellowship scholarship prize award
""")
PLACE_HEADS = words("""
    river sea lake gulf island islands mountain mountains mount valley province region district
    city county governorate avenue street road square desert bay strait peninsula zone reserve
    basin coast cape canyon delta oasis village town plateau highlands area territory emirate
    prefecture municipality township park heights hills falls point bank strip estate corridor
    enclave archipelago lagoon reef crater hill wetlands wetland oblast voivodeship
""")
PRODUCT_HEADS = words("""
    missile missiles rifle aircraft helicopter helicopters jet jets fighter tank drone drones
    vessel ship ferry tanker vaccine satellite frigate submarine vessel platform vehicle
    smartphone gearbox tractor car
""")

# Laws and decorations: names, and of nothing that a graph holds.
NOTHING_HEADS = words("""
    act bill law regulation regulations directive decree amendment order medal constitution
    resolution ordinance code
""")
# Stand first in a company's name.
COMPANY_FIRST = words(
    "grupo groupe gruppo studio air banque banco banca banka société compañía bank"
)
# Before "Africa" and the like: regions that are places.
COMPASS = words("""
    north south east west northern southern eastern western central middle upper lower
    north-east north-west south-east south-west northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern greater inner outer sub-saharan latin
""")
REGIONS = words("""
    africa asia europe america americas oceania antarctica caribbean balkans maghreb mashreq
    sahel levant scandinavia caucasus arctic mediterranean pacific atlantic eurasia indochina
""")

# Money, not a country, where they follow one: "700 million U.S. dollars".
MONEY = words("dollar dollars pound pounds rupee rupees shilling shillings dinar dinars peso pesos")
# Capitalised, and no name: days, months, and what begins sentences.
NEVER_NAMES = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec i we he she it they you his her its their our my your this that these those the
    a an both all such each either neither there here what who when where which while after
    before during since meanwhile however moreover earlier later following asked according also
    another other others background note notes readout media contact reference posted release
    photo file watch read more mou mous gmt utc ist est am pm q1 q2 q3 q4 ai covid-19 covid
    internet english christmas easter ramadan eid gdp hiv ceo cfo coo excellency majesty
    highness on in at by for from of to with and but or as if so no not yes one two three four
    five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty
    ninety hundred hundreds thousands dozens first second third under over upon about among
    between through with welcome delighted wonderful happy had attribution unofficial
    translation text id update breaking exclusive analysis opinion twitter instagram facebook
    linkedin flickr x whatsapp youtube honourable competitor rival newcomer local officials
    members opposition minority majority retd rtd
""")

# Never names, but for people of that name.
AMBIGUOUS = words("may april june august will jan so an yes")
# Stand before an amount: "LE 545 million".
CURRENCIES = words("le rs tk rm ksh usd eur gbp aed sar inr n gh¢ r tsh ush qr kd bd jd lyd")
# Say before a name that it is a body's: "the state broadcaster, TRT Haber".
BODY_NOUNS = words("""
    group broadcaster agency bank carrier newspaper daily magazine website portal channel station
    operator retailer developer contractor consultancy supplier rival producer distributor party
    militia organisation organization charity foundation university ministry cooperative
    co-operative team club school outfit operative
""")
# First words that tell what the rest is the name of.
FIRST_HEADS = {
    **dict.fromkeys(
        words("exercise operation hurricane typhoon cyclone"),
        "Event",
    ),
    **dict.fromkeys(
        words(
            "lake mount jebel jabal wadi río puerto sungai gunung cape cabo isla ilha île ile "
            "playa parque"
        ),
        "Place",
    ),
    **dict.fromkeys(
        words(
            "hotel qasr burj palais palacio palazzo istana wisma menara masjid camp fort hôpital "
            "château"
        ),
        "Facility",
    ),
    **dict.fromkeys(
        words(
            "universiti universidad université universität universidade instituto institut agence "
            "agencia agência cámara camara chambre radio confederación federación asociación "
            "associação"
        ),
        "Organization",
    ),
    **dict.fromkeys(
        words("ministerio ministère ministério"),
        "GovernmentBody",
    ),
}
# Peoples and faiths: part of many names, none by themselves.
PEOPLES = words("""
    islamic muslim muslims christian christians jewish jews arab arabs african africans european
    europeans asian asians latin western westerners kurdish kurd kurds sunni shiite shia hindu
    hindus islam buddhist catholic orthodox protestant democrat democrats republican republicans
    conservative conservatives liberal liberals socialist socialists social-democrat hashemite
    gulf indigenous
""")

# Particles inside people's names.
PARTICLES = words("""
    de da do dos das del della di du la le las los el al ul bin bint ibn ben abu abd van von der
    den ter ten zu zur zum y e i af av ould ag ap dela st mac es binti binte bte anak a/l a/p s/o
    d/o ní
""")
# Behind a hyphen, and no part of the name before it: "Cairo-based".
ADJECTIVAL = words("""
    based led backed born made owned funded style wide era controlled brokered sponsored built
    run trained educated speaking registered listed designed friendly affiliated aligned
    san sama
""")
# What a place is called before or behind its name: "the governorate of Diwaniya", "Bouzid region".
PLACE_NOUNS = words("""
    city town village governorate province region state district port capital area zone county
    municipality suburb island valley prefecture neighbourhood neighborhood resort
""")
# What stands between a body and the one that owns it: "a unit of".
OWNED = words("subsidiary unit arm division branch affiliate")
# What lies in a named place, and takes its name behind it: "Kim Ma street".
WAYS = words("""
    street road avenue square river lake beach hill hills desert mountains coast line
""")
# Built things that bear the name before them: "the Hellisheiði power plant".
NAMED_WORKS = words("""
    terminal plant port airport farm mine refinery dam bridge hospital museum stadium tunnel
    reactor mill works shipyard harbour harbor pipeline railway line crossing checkpoint oilfield
    gasfield smelter
""")
# What is named in honour of people: "Lady Pohamba Hospital".
HONOURING = words("""
    hospital centre center university airport museum stadium mosque library foundation road street
    award prize institute school college academy bridge port city complex memorial
""")
# Of a state, behind a word for it: "the Iraqi government".
STATE_NOUNS = words("government ministry parliament army navy embassy consulate cabinet senate")
# What is held somewhere, and called by the place or the host: "the Jeddah summit".
GATHERINGS = words(
    "summit conference forum congress exercise festival expo fair symposium conclave"
)
# Heads of names that say nothing alone: "the Council" points back to one.
BARE = (
    (GOVERNMENT_HEADS | ORGANIZATION_HEADS | EVENT_HEADS | AGREEMENT_HEADS | PROGRAM_HEADS)
    | (FACILITY_HEADS | PLACE_HEADS | PORTFOLIOS | COMPANY_HEADS)
    | words("""
    kingdom sultanate state republic emirate hemisphere schemes ministers ministries minister
    ministerial certificate royal church resolutions certificates competency seafarers investment
    nation nations side sides party parties college capital members government governments council
    gift foreign north south east west release office
""")
)
