import json
from pathlib import Path

import pytest

from relgraph.articles.language import foreign

FRENCH = (
    "Le ministre de la Défense est arrivé lundi à Rabat pour une visite de deux jours. Il a été"
    " reçu par son homologue marocain, avec qui il a signé un accord sur la formation des cadres."
)
SPANISH = (
    "El ministro de Defensa llegó el lunes a Rabat para una visita de dos días. Fue recibido por su"
    " homólogo marroquí, con quien firmó un acuerdo sobre la formación de los oficiales."
)
PORTUGUESE = (
    "O ministro da Defesa chegou na segunda-feira a Rabat para uma visita de dois dias. Foi"
    " recebido pelo seu homólogo marroquino, com quem assinou um acordo sobre a formação."
)
ITALIAN = (
    "Il ministro della Difesa è arrivato lunedì a Rabat per una visita di due giorni. È stato"
    " ricevuto dal suo omologo marocchino, con il quale ha firmato un accordo sulla formazione."
)
GERMAN = (
    "Der Verteidigungsminister ist am Montag zu einem zweitägigen Besuch in Rabat eingetroffen. Er"
    " wurde von seinem Amtskollegen empfangen, mit dem er ein Abkommen unterzeichnete."
)
DUTCH = (
    "De minister van Defensie is maandag in Rabat aangekomen voor een bezoek van twee dagen. Hij"
    " werd ontvangen door zijn ambtgenoot, met wie hij een akkoord over de opleiding ondertekende."
)
SWEDISH = (
    "Försvarsministern anlände på måndagen till Rabat för ett två dagar långt besök. Han togs emot"
    " av sin kollega och de undertecknade ett avtal om utbildning av officerare i landet."
)
POLISH = (
    "Minister obrony przybył w poniedziałek do Rabatu z dwudniową wizytą. Został przyjęty przez"
    " swojego odpowiednika, z którym podpisał umowę o szkoleniu oficerów, a także spotkał się z"
    " ministrem handlu."
)
TURKISH = (
    "Savunma bakanı iki günlük bir ziyaret için pazartesi günü Rabat'a geldi. Faslı mevkidaşı"
    " tarafından karşılanan bakan, subayların eğitimi ile ilgili bir anlaşma imzaladı ve daha sonra"
    " fabrikayı gezdi."
)
INDONESIAN = (
    "Menteri pertahanan tiba di Rabat pada hari Senin untuk kunjungan dua hari. Ia diterima oleh"
    " rekannya dari Maroko, dan kedua menteri menandatangani perjanjian yang mengatur pelatihan"
    " perwira di kedua negara."
)
RUSSIAN = "Министр обороны прибыл в понедельник в Рабат с двухдневным визитом."
ARABIC = "وصل وزير الدفاع يوم الاثنين إلى الرباط في زيارة تستغرق يومين"
HINDI = "रक्षा मंत्री सोमवार को दो दिन की यात्रा पर रबात पहुंचे"
CHINESE = "国防部长星期一抵达拉巴特进行为期两天的访问"
JAPANESE = "国防大臣は月曜日に二日間の訪問のためラバトに到着した"
KOREAN = "국방부 장관이 월요일 이틀간의 방문을 위해 라바트에 도착했다"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(FRENCH, "French", id="french"),
        pytest.param(FRENCH.upper(), "French", id="capitals"),
        pytest.param(SPANISH, "Spanish", id="spanish"),
        pytest.param(PORTUGUESE, "Portuguese", id="portuguese"),
        pytest.param(ITALIAN, "Italian", id="italian"),
        pytest.param(GERMAN, "German", id="german"),
        pytest.param(DUTCH, "Dutch", id="dutch"),
        pytest.param(SWEDISH, "Swedish", id="swedish"),
        pytest.param(POLISH, "Polish", id="polish"),
        pytest.param(TURKISH, "Turkish", id="turkish"),
        pytest.param(INDONESIAN, "Indonesian or Malay", id="indonesian"),
        pytest.param(RUSSIAN, "a language in Cyrillic script", id="russian"),
        pytest.param(ARABIC, "a language in Arabic script", id="arabic"),
        pytest.param(HINDI, "a language in Devanagari script", id="hindi"),
        pytest.param(CHINESE, "Chinese", id="chinese"),
        pytest.param(JAPANESE, "Japanese", id="japanese"),
        pytest.param(KOREAN, "Korean", id="korean"),
        pytest.param("kelo " * 80, "a language we have no list of", id="made-up"),
    ],
)
def test_foreign(text: str, language: str) -> None:
    assert foreign(text) == language


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rabat: Rajnath Singh meets Ryad Mezzour", id="headline"),
        pytest.param("Le ministre est à Rabat.", id="too-short-to-tell"),
        pytest.param("10 20 30 % 40", id="numbers"),
        pytest.param("", id="nothing"),
        pytest.param(
            "RABAT - THE MINISTER OF DEFENCE MET HIS MOROCCAN COUNTERPART ON MONDAY AND THEY SIGNED"
            " AN AGREEMENT ON THE TRAINING OF OFFICERS, THE MINISTRY SAID.",
            id="capitals",
        ),
        pytest.param(
            'The minister met Jean-Luc de la Tour in Rabat on Monday. "Il a été reçu par son'
            ' homologue," the newspaper Le Monde de la Défense wrote of the visit.',
            id="french-inside",
        ),
        pytest.param(
            "Group A: Brazil 2 Serbia 0, Switzerland 1 Cameroon 0. Group B: Portugal 3 Ghana 2,"
            " Uruguay 0 Korea 0. Group C: Argentina 1 Saudi Arabia 2, Mexico 0 Poland 0.",
            id="a-table",
        ),
    ],
)
def test_benefit_of_the_doubt(text: str) -> None:
    assert foreign(text) == ""


@pytest.mark.shared
@pytest.mark.parametrize("file", ["articles.jsonl", "unannotated.jsonl"])
def test_english_news_is_english(shared: Path, file: str) -> None:
    lines = (shared / "gold" / file).read_text(encoding="utf-8").splitlines()
    found = {foreign(json.loads(line)["text"]) for line in lines}
    assert (len(lines), found) == (25, {""})
