"""Tell text in another language from English, by its letters and its smallest words."""

import re

# Shorter text gets the benefit of the doubt: a headline has too few small words to judge.
FEWEST_WORDS = 20
FEWEST_LETTERS = 10
# What is looked at: the beginning of an article tells its language.
SAMPLE = 20_000
# The share of its smallest words that running text in a language reaches. English news lies
# above 0.2, names and numbers included; see tests/test_articles_language.py.
TELLING = 0.08
# With this share of small English words it is English, whatever it quotes.
ENGLISH_ENOUGH = 0.15
# Longer text with hardly a small English word is in a language that we have no list of.
LONG_ENOUGH = 60
HARDLY_ANY = 0.04

_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile("[^\\W\\d_\u0041-\u024f\u1e00-\u1eff]")  # "Привет", not "café"
_SCRIPTS = (
    ("Cyrillic", "\u0400", "\u052f"),
    ("Greek", "\u0370", "\u03ff"),
    ("Hebrew", "\u0590", "\u05ff"),
    ("Arabic", "\u0600", "\u06ff"),
    ("Devanagari", "\u0900", "\u097f"),
    ("Bengali", "\u0980", "\u09ff"),
    ("Thai", "\u0e00", "\u0e7f"),
    ("Korean", "\uac00", "\ud7a3"),
    ("Japanese", "\u3040", "\u30ff"),
    ("Chinese", "\u4e00", "\u9fff"),
)

_ENGLISH = (
    "a about after all also an and are as at be been but by for from had has have he her his in is"
    " it its more not of on or said she that the their there they this to was we were which who"
    " will with would"
)
_OTHERS = {
    "French": "au aux avec ce cette dans de des du elle en est et il la le les leur mais ont ou par"
    " pas plus pour qu que qui sa se ses son sont sur un une",
    "Spanish": "al como con de del el en entre es esta fue ha la las lo los más no para pero por"
    " que se sin sobre su sus también un una y",
    "Portuguese": "ao aos as com como da das de do dos em entre foi mais na nas no nos não o os"
    " para pela pelo por que se sua são também um uma",
    "Italian": "al alla anche che con da dal dalla dei del della delle di e gli ha i il in la le"
    " nel nella non per più si sono su tra un una",
    "German": "als am auch auf aus bei das dass dem den der des die ein eine einem einen er es für"
    " hat im in ist mit nach nicht sich sie sind und von vor war wird zu zum zur über",
    "Dutch": "aan als bij dat de die door een en er heeft het hij in is maar met naar niet om ook"
    " op over te tot uit van voor was werd worden wordt zijn",
    "Swedish": "att av de den det efter en ett från för har i inte men med och om på sig som till"
    " var vid är över",
    "Danish or Norwegian": "af av at de den der det en er et etter for fra har i ikke med men og om"
    " på sig som til var ved å",
    "Polish": "a ale do i jak jest na nie o od oraz po przez przy się są także to w z za ze że",
    "Czech or Slovak": "a aby ale by do je jako jeho k na o od po pro s se si sú to u v ve z za že",
    "Croatian, Serbian or Bosnian": "a da do i iz je kako koja koje koji na nije od o po sa se su"
    " što u za će",
    "Romanian": "a al ale au că ce cu de din este fi în la mai nu o pe pentru prin s sau se și şi"
    " un una",
    "Turkish": "ama bir bu da daha de en gibi göre için ile ise kadar olan olarak sonra ve çok"
    " üzere",
    "Indonesian or Malay": "ada akan atau bahwa dalam dan dari dengan di ini itu juga ke kepada"
    " oleh pada para sebagai telah tidak untuk yang",
    "Hungarian": "a az egy el és hogy is ki meg mint nem volt",
    "Finnish": "ei että hän ja joka kanssa myös mukaan on oli ovat se sekä",
    "Vietnamese": "các cho của có là một này những được trong tại và về với đã để",
    "Swahili": "hiyo huo katika kuwa kwa la na ni pia ya wa wakati yake za",
    "Tagalog": "ang at ay hindi ito kay mga na ng para sa si",
}
_ENGLISH_WORDS = frozenset(_ENGLISH.split())
_OTHER_WORDS = {name: frozenset(words.split()) for name, words in _OTHERS.items()}


def foreign(text: str) -> str:
    """Name the language of *text* as well as we can, or nothing if it may be English.

    >>> foreign("Le ministre de la Défense a rencontré son homologue à Rabat, où les deux hommes"
    ...         " ont signé un accord pour la construction des blindés dans une usine.")
    'French'
    >>> foreign("Rabat: Rajnath Singh meets Ryad Mezzour")
    ''
    """
    sample = text[:SAMPLE].lower()
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    others = _NOT_LATIN.findall(sample)
    if letters >= FEWEST_LETTERS and len(others) > letters / 2:
        return _script(others)
    if len(words) < FEWEST_WORDS:
        return ""
    english = _share(words, _ENGLISH_WORDS)
    if english >= ENGLISH_ENOUGH:
        return ""
    shares = {name: _share(words, own) for name, own in _OTHER_WORDS.items()}
    likeliest = max(shares, key=lambda name: shares[name])
    if shares[likeliest] > max(english, TELLING):
        return likeliest
    return "a language we have no list of" if _has_no_english(words, english) else ""


def _has_no_english(words: list[str], english: float) -> bool:
    return len(words) >= LONG_ENOUGH and english < HARDLY_ANY


def _share(words: list[str], own: frozenset[str]) -> float:
    return sum(word in own for word in words) / len(words)


def _script(letters: list[str]) -> str:
    counts = {
        name: sum(first <= letter <= last for letter in letters) for name, first, last in _SCRIPTS
    }
    # Japanese is written with Chinese characters too; any kana decide.
    if counts["Japanese"]:
        counts["Chinese"] = 0
    likeliest = max(counts, key=lambda name: counts[name])
    if not counts[likeliest]:
        return "another script"
    spoken = {"Korean", "Japanese", "Chinese", "Thai", "Greek", "Hebrew", "Bengali"}
    return likeliest if likeliest in spoken else f"a language in {likeliest} script"
