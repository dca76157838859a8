"""Compares the verdicts of the judge with those of python-stdnum and clabe.

Both sides read the same generated and mutated inputs. A difference fails the run unless it is one of INTENDED, each
with its reason. P numbers, of which no package knows, are compared with the published weights, written down once more
here. Not compared, because there is nothing to compute in them: SE numbers, creditor numbers and bank codes without
check digit; for those there are the tables in tests/cases.
"""

import datetime
import random
import re
import subprocess
import sys
from collections import Counter

import clabe
import stdnum.bic
import stdnum.dk.cpr
import stdnum.dk.cvr
import stdnum.iban
import stdnum.luhn
import stdnum.nz.bankaccount
import stdnum.us.rtn
from stdnum.exceptions import InvalidComponent, ValidationError

SEED = 20230918
OUR_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015\u2212]")
LABELS = {"p": "P-nr.: ", "slip": "ID: ", "cpr": "CPR-nr.: ", "cvr": "CVR-nr. ", "iban": "IBAN: ", "bic": "BIC/SWIFT: ", "aba": "ABA: ", "clabe": "CLABE "}


# Valid inputs ------------------------------------------------------------------------------------------------------

def digits(rng, count):
    return "".join(rng.choices("0123456789", k=count))


def new_cpr(rng):
    day = rng.choice([rng.randint(1, 31), rng.randint(1, 28), rng.randint(0, 99)])
    month = rng.choice([rng.randint(1, 12), rng.randint(1, 12), rng.randint(0, 15)])
    return f"{day:02}{month:02}{digits(rng, 2)}{rng.choice(['', '-', ' '])}{digits(rng, 4)}"


def new_cvr(rng):
    while True:
        number = str(rng.randint(1, 9)) + digits(rng, 7)
        if stdnum.dk.cvr.checksum(number) == 0:
            return rng.choice(["", "", "DK"]) + number


def structures():
    with open(stdnum.iban.__file__.replace(".py", ".dat"), encoding="utf-8") as lines:
        return dict(re.findall(r'^([A-Z]{2}) .*bban="([^"]+)"', lines.read(), re.MULTILINE))


STRUCTURES = structures()
ALPHABETS = {"n": "0123456789", "a": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "c": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def new_iban(rng):
    country, structure = rng.choice(list(STRUCTURES.items()))
    parts = re.findall(r"(\d+)!([nac])", structure)
    bban = "".join("".join(rng.choices(ALPHABETS[kind], k=int(count))) for count, kind in parts)
    if rng.random() < 0.05:
        country = rng.choice(["US", "ZZ", "AU", "GF", "A1"])
    if rng.random() < 0.1:
        # Another kind of character at one place, and check digits that match nevertheless.
        bban = mutated(rng, bban, ["replace"])
    check = stdnum.iban.calc_check_digits(country + "00" + bban)
    if rng.random() < 0.1 and int(check) in (2, 97, 98):
        check = {2: "99", 97: "00", 98: "01"}[int(check)]
    return country + check + bban


def new_bic(rng):
    bank = "".join(rng.choices(ALPHABETS["c" if rng.random() < 0.1 else "a"], k=4))
    country = rng.choice(sorted(stdnum.bic._country_codes)) if rng.random() < 0.9 else "".join(rng.choices(ALPHABETS["a"], k=2))
    rest = "".join(rng.choices(ALPHABETS["c"], k=rng.choice([2, 5])))
    return bank + country + rest


def new_aba(rng):
    stem = digits(rng, 8)
    return stem + stdnum.us.rtn.calc_check_digit(stem)


def new_clabe(rng):
    stem = digits(rng, 17)
    return stem + clabe.compute_control_digit(stem)


def new_nz(rng):
    while True:
        bank_code = rng.choice(sorted(stdnum.nz.bankaccount._algorithms) + ["99"]) + digits(rng, 4)
        account = rng.choice(["", "099"]) + digits(rng, 7)
        number = bank_code + account[:7] + rng.choice(["", "0"]) + digits(rng, 2)
        if stdnum.nz.bankaccount._calc_checksum(stdnum.nz.bankaccount.compact(number)) == 0:
            return f"{bank_code[:2]}-{bank_code[2:]}|{number[6:13]}-{number[13:]}"


def new_slip(rng):
    stem = digits(rng, rng.randint(4, 14))
    return stem + stdnum.luhn.calc_check_digit(stem)


def new_p(rng):
    while True:
        number = rng.choice(["1", "10"]) + digits(rng, 9)
        if p_verdict(number[:10]):
            return number[:10]


def new_domestic(rng):
    return f"{digits(rng, 4)}|{digits(rng, rng.randint(4, 10))}|{rng.choice(['DK', 'FO', 'GL'])}"


# Mutations ---------------------------------------------------------------------------------------------------------

def mutated(rng, text, ways):
    at = rng.randrange(len(text))
    way = rng.choice(ways)
    if way == "replace":
        return text[:at] + rng.choice(ALPHABETS[rng.choice("nnc")]) + text[at + 1:]
    if way == "swap":
        return text[:at] + text[at:at + 2][::-1] + text[at + 2:]
    if way == "drop":
        return text[:at] + text[at + 1:]
    if way == "repeat":
        return text[:at] + text[at] + text[at:]
    if way == "separate":
        return text[:at] + rng.choice(" -") + text[at:]
    if way == "separate oddly":
        return text[:at] + rng.choice("./,:\u00a0\u2009\u2011\u2013\u2212") + text[at:]
    if way == "look-alike":
        return text.translate(str.maketrans(rng.choice([{"0": "O"}, {"O": "0"}, {"1": "I"}, {"5": "S"}, {"1": "\uff11"}])))
    return text.lower()


WAYS = ["replace"] * 3 + ["swap", "drop", "repeat", "separate", "separate", "separate oddly", "look-alike", "lower"]


def inputs(rng, kind, new, count):
    for _ in range(count):
        text = new(rng)
        for _ in range(rng.choice([0, 0, 1, 1, 2, 3])):
            # Where there are two fields, each is typed by itself.
            fields = text.split("|")
            at = rng.randrange(len(fields))
            fields[at] = mutated(rng, fields[at], WAYS)
            text = "|".join(fields)
        if kind in LABELS and rng.random() < 0.05:
            text = LABELS[kind] + text
        yield text


# The other implementations -------------------------------------------------------------------------------------------

def by(module, **options):
    def verdict(text):
        try:
            return module.validate(text, **options)
        except ValidationError:
            return None
    return verdict


def clabe_verdict(text):
    # validate_clabe would also want a bank from its list.
    matches = re.fullmatch("[0-9]{18}", text) and clabe.compute_control_digit(text[:17]) == text[17]
    return text if matches else None


def nz_verdict(text):
    number = re.sub("[- ]", "", text.replace("|", ""))
    try:
        return stdnum.nz.bankaccount.validate(number)
    except InvalidComponent:
        # The list of branches is not ours to keep; the check digits match.
        return stdnum.nz.bankaccount.compact(number)
    except ValidationError:
        return None


def slip_verdict(text):
    try:
        number = stdnum.luhn.validate(text)
    except ValidationError:
        return None
    return number.zfill(15) if len(number) <= 15 else None


def p_verdict(text):
    if not re.fullmatch("[0-9]{10}", text):
        return None
    # Danish Business Authority, "Modulus 11": numbers up to this one come from a generator with other weights.
    weights = (1, 5, 6, 7, 3, 6, 4, 8, 9, 1) if int(text) <= 1006959421 else (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
    return text if sum(weight * int(digit) for weight, digit in zip(weights, text)) % 11 == 0 else None


def domestic_verdict(text):
    """The IBAN of registration number, account number and country."""
    parts = re.fullmatch(r"([0-9]{4})\|([0-9]{1,10})\|(DK|FO|GL)", text)
    if not parts:
        return None
    registration, account, country = parts.groups()
    bban = registration + account.zfill(10)
    return country + stdnum.iban.calc_check_digits(country + "00" + bban) + bban


KINDS = {
    "slip": (new_slip, slip_verdict, 15_000),
    "p": (new_p, p_verdict, 15_000),
    "domestic": (new_domestic, domestic_verdict, 15_000),
    "cpr": (new_cpr, by(stdnum.dk.cpr), 25_000),
    "cvr": (new_cvr, by(stdnum.dk.cvr), 20_000),
    "iban": (new_iban, by(stdnum.iban, check_country=False), 60_000),
    "bic": (new_bic, by(stdnum.bic), 25_000),
    "aba": (new_aba, by(stdnum.us.rtn), 15_000),
    "clabe": (new_clabe, clabe_verdict, 15_000),
    "nz": (new_nz, nz_verdict, 20_000),
}


# Intended differences ------------------------------------------------------------------------------------------------

def plain(kind, text):
    """The input as the other implementations want it: without our labels and separators."""
    return OUR_SEPARATORS.sub("", text.removeprefix(LABELS.get(kind, " "))).upper()


def nz_products(text):
    """Whether a product of digit and weight is 18, 27, ... in an algorithm that adds up the digits of products."""
    number = stdnum.nz.bankaccount.compact(plain("nz", text).replace("|", ""))
    algorithm = stdnum.nz.bankaccount._algorithms.get(number[:2])
    weights = stdnum.nz.bankaccount._weights.get(algorithm, ())
    products = [int(digit) * weight for digit, weight in zip(number, weights)]
    return algorithm in ("E", "G") and any(product > 9 and product % 9 == 0 for product in products)


# Kinds, reason, and whether it explains that ours is what it is.
INTENDED = [
    (KINDS, "they know no labels, and fewer separators",
     lambda kind, text, ours, theirs: ours and not theirs and KINDS[kind][1](plain(kind, text)) == ours),
    (KINDS, "they take full-width digits for digits; we refuse what could deceive a reader",
     lambda kind, text, ours, theirs: theirs and not ours and "\uff11" in text),
    (["cvr"], "they take commas, slashes and colons for separators",
     lambda kind, text, ours, theirs: theirs and not ours and re.search("[,/:]", text)),
    (["iban"], "Brazilian bank codes have letters since release 103 of the registry; they have release 101",
     lambda kind, text, ours, theirs: ours and not theirs and ours.startswith("BR")),
    (["iban"], "check digits are 02 to 98 (ISO 13616); they take 00, 01, 99 and letters for what these equal",
     lambda kind, text, ours, theirs: theirs and not ours and not re.match("..(0[2-9]|[1-8][0-9]|9[0-8])", theirs)),
    (["bic"], "banks may have digits in the first four characters (ISO 20022, BICFIDec2014Identifier)",
     lambda kind, text, ours, theirs: ours and not theirs and re.search("[0-9]", ours[:4])),
    (["bic"], "no payment goes to a test BIC",
     lambda kind, text, ours, theirs: theirs and not ours and theirs[7] == "0"),
    (["nz"], "they reduce a product of 18, 27, ... to 0; the specification adds up its digits, which gives 9",
     lambda kind, text, ours, theirs: re.fullmatch("[0-9|]+", plain(kind, text)) and nz_products(text)),
    (["nz"], "bank 04 has no algorithm in the specification; we do not check it",
     lambda kind, text, ours, theirs: ours and not theirs and ours.startswith("04")),
    (["nz"], "a suffix has two or three digits; they fill up one, or none",
     lambda kind, text, ours, theirs: theirs and not ours and len(plain(kind, text)) in (14, 15)),
    (["nz"], "the fields are typed apart; they only see the sixteen digits",
     lambda kind, text, ours, theirs: theirs and not ours and plain(kind, text).find("|") != 6),
]


def reason_for(kind, text, ours, theirs):
    for kinds, reason, explains in INTENDED:
        if kind in kinds and explains(kind, text, ours, theirs):
            return reason
    return None


def main(judge):
    rng = random.Random(SEED)
    cases = [(kind, text) for kind, (new, _, count) in KINDS.items() for text in inputs(rng, kind, new, count)]
    today = datetime.date.today().isoformat()
    lines = "".join(f"{kind}\t{text}\n" for kind, text in cases)
    answer = subprocess.run([judge, today], input=lines, capture_output=True, encoding="utf-8", check=True).stdout
    verdicts = answer.split("\n")[:-1]
    assert len(verdicts) == len(cases), "the judge did not answer every line"

    compared, accepted, reasons, failures = Counter(), Counter(), Counter(), Counter()
    for (kind, text), ours in zip(cases, verdicts):
        theirs = KINDS[kind][1](text)
        compared[kind] += 1
        accepted[kind] += bool(ours)
        if kind == "nz" and ours:
            ours = stdnum.nz.bankaccount.compact(ours)
        if (ours or None) == theirs:
            continue
        reason = reason_for(kind, text, ours, theirs)
        if reason:
            reasons[kind, reason] += 1
            continue
        failures[kind] += 1
        if failures[kind] <= 10:
            print(f"unexplained: {kind} {text!r}: ours {ours or 'refused'}, theirs {theirs or 'refused'}")

    for kind, count in compared.items():
        print(f"{kind:6} {count:7,} inputs, {accepted[kind]:6,} accepted, {failures[kind]} unexplained differences")
        for (of, reason), differences in reasons.items():
            if of == kind:
                print(f"       {differences:7,} intended: {reason}")
    unused = {reason for _, reason, _ in INTENDED} - {reason for _, reason in reasons}
    for reason in unused:
        print(f"never needed any more: {reason}")
    print(f"{compared.total():,} inputs compared")
    # One test for each kind of number, and one for the list of intended differences.
    failed = len(failures) + bool(unused)
    print(f"{len(compared) + 1 - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
