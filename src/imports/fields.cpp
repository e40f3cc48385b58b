// The fields of each kind of file, with the headings that HR systems give them. Names and help are in texts.
#include "base/text.hpp"
#include "base/texts.hpp"
#include "db/value.hpp"
#include "imports/field.hpp"

#include <array>

namespace kunna::imports {

namespace {

using enum FieldType;

// A national identity number (personnummer) is deliberately nobody's heading: it must not become an employee number by
// a guess.
constexpr std::array people_fields{
    Field{"number", text, true, true, "1001\n1002",
          "anstnr\nanst nr\nanställningsnr\nanställnings nr\nanställningsid\nanställnings id\npersonalnr\npersonal "
          "nr\npersonalnummer\npersonal id\nmedarbetarnummer\nmedarbetarnr\nmedarbetar id\nmedarbetarid\nemployee "
          "id\nemployeeid\nemployee no\nemployee nr\nemployee number\nemployeenumber\nemp id\nempid\nemp no\nstaff "
          "id\nstaff number\nworker id\nworkerid\nperson number\npersonnel number\npersonnel no\nid\nnr"},
    Field{"given", text, false, true, "Anna\nOmar",
          "first name\nfirstname\ngiven name\ngivenname\ntilltalsnamn\nfornamn"},
    Field{"family", text, false, true, "Svensson\nAli", "last name\nlastname\nsurname\nfamily name\nfamilyname"},
    Field{"name", text, false, false, "Svensson, Anna\nOmar Ali",
          "full name\nfullname\nfullständigt namn\nför och efternamn\nförnamn efternamn\nefternamn förnamn\nförnamn "
          "och efternamn\nefternamn och förnamn\nfirst name last name\nlast name first name\nfirst last\nlast "
          "first\nmedarbetare\nanställd\nemployee\nemployee "
          "name\nvisningsnamn\ndisplay name\nperson\nworker\nmedarbetarens namn"},
    Field{
        "email", text, false, true, "anna.svensson@example.se\nomar.ali@example.se",
        "epost\ne postadress\nepostadress\nemail\ne mail\nmail\nmejl\nmejladress\nemail address\ne mail address\nwork "
        "email\nbusiness email\nworkemail\narbetsmejl\nmedarbetarens e post"},
    Field{
        "unit_code", text, false, true, "4100\n4110",
        "enhetsid\nenhets id\navdelningskod\navdelningsid\navdelningsnr\norgkod\norg kod\norganisationskod\ndepartment "
        "code\ndepartment id\norg unit id\norg unit code\norgenhetskod\nunit id\nunitcode\ncost "
        "center\nkostnadsställe"},
    Field{"unit_name", text, false, true, "Produktion\nLinje 2",
          "avdelning\nenhetsnamn\navdelningsnamn\ndepartment\ndepartment name\norganisationsenhet\norgenhet\norg "
          "unit\norganisation\norganization\nteam\narbetsplats\ngrupp\nunit name\nsektion\norganisational "
          "unit\norganizational unit"},
    Field{"unit_path", text, false, true, "Bolaget > Produktion\nBolaget > Produktion > Linje 2",
          "organisationsväg\nenhetsväg\nsökväg\norg path\norganisation path\norganization "
          "path\nhierarki\nhierarchy\ndepartment path\nunit hierarchy\norganisationsträd"},
    Field{"unit_place", text, false, true, "Västerås\nNorrköping",
          "ort\narbetsort\nplaceringsort\nstationeringsort\nplacering\nplace\nlocation\nwork location\noffice "
          "location\noffice\nsite\nstad\ncity\nwork city\nkontor"},
    Field{
        "title", text, false, true, "Produktionschef\nOperatör",
        "titel\ntjänst\njob title\njobtitle\nposition\nyrkesbenämning\ntjänstetitel\nbefattningsbenämning\nyrke\njob"},
    Field{"roles", text, false, true, "\nMaskinoperatör",
          "roll\nrole\nrollprofil\nrollprofiler\nrole profile\nrole profiles\nkompetensroll\nkompetensroller"},
    Field{
        "manager", text, false, true, "\n1001",
        "chefsnr\nchefsnummer\nchefsid\nchef id\nchef anstnr\nchef anst nr\nchefens nummer\nchef "
        "anställningsnummer\nchefens anstnr\nmanager id\nmanagerid\nmanager number\nmanager no\nmanager employee "
        "id\nmanager s employee id\nsupervisor id\nsupervisor employee id\nnärmaste chef anställningsnummer\nnärmaste "
        "chef id\nreports to id"},
    Field{"manager_email", text, false, false, "\nanna.svensson@example.se",
          "chef e post\nchef epost\nchefens epost\nmanager email\nmanager e mail\nmanageremail\nsupervisor "
          "email\nnärmaste "
          "chef e post\nchefens mejl\nmanager s email\nmanager s e mail"},
    Field{"manager_name", text, false, false, "\nSvensson, Anna",
          "närmaste chef\nchefens namn\nchefsnamn\nmanager name\nmanager s name\nsupervisor\nsupervisor name\nline "
          "manager\nreports to\nansvarig chef\növerordnad\nchef namn\nreporting manager"},
    Field{"fte", number, false, true, "1\n0.8",
          "tjänstgöringsgrad\ntjänstgöring\nsysselsättning\nanst grad\nanställningsgrad\nsyssgrad\nsyss "
          "grad\ngrad\nemployment rate\nemployment "
          "percentage\nworking "
          "time percentage\nomfattning\nheltidsekvivalent\nsysselsättningsgrad procent\narbetstidsprocent\nfull time "
          "equivalent"},
    Field{"hired", date, false, true, "2019-03-01\n2024-08-15",
          "anställd fr o m\nanställd from\nanställd from o m\nanställningsdatum\nanställningsdag\nstartdatum\nstart "
          "date\nstartdate\nhire date\nhiredate\ndate of hire\nanställd sedan\nemployed from\nemployment start "
          "date\nanställningens "
          "början\nbörjade\nfrån datum\nfr o m\noriginal hire date\nanst datum\nanst from"},
    Field{"left", date, false, true, "\n",
          "anställd t o m\nanställd tom\nanställd till och "
          "med\nslutar\nslutdag\navgångsdatum\navgångsdag\navslutsdatum\nend "
          "date\nenddate\ntermination date\nleaving date\nleft\nleft on\nemployed until\nemployment end date\nt o "
          "m\ntill "
          "datum\nanställningens slut\nlast working day\nsista dag\nsista anställningsdag"},
    Field{"birth_year", number, false, true, "1984\n",
          "födelseår\nfödd år\nbirth year\nbirthyear\nyear of birth\nfödd"},
    Field{"gender", text, false, true, "kvinna\n", "kön\njuridiskt kön\ngender\nsex\nlegal sex\nlegal gender"},
};

constexpr std::array roles_fields{
    Field{"role_key", text, false, true, "machine_operator\nmachine_operator",
          "rollkod\nrole id\nrole code\nrollid\nroll id"},
    Field{"role_sv", text, false, true, "Maskinoperatör\nMaskinoperatör",
          "roll\nrollnamn\nrollprofil\nbefattning\nroll svenska\nrole sv\nrolle"},
    Field{"role_en", text, false, true, "Machine operator\nMachine operator",
          "role\nrole name\nrole profile\njob role\nroll engelska\nrole english\noccupation\njob title"},
    Field{"skill_key", text, false, true, "\n", "kompetenskod\nskill id\nskill code\nkompetens id\nkompetensid"},
    Field{"skill", text, false, true, "Maskinsäkerhet\nFelsökning",
          "kompetensnamn\nkompetens\nskill name\ncompetence\ncompetency\nfärdighet\nskill title"},
    Field{"level", number, true, true, "3\n2",
          "krävd nivå\nkravnivå\nönskad nivå\nrequired level\ntarget level\nnivåkrav"},
    Field{"importance", number, false, true, "3\n2", "betydelse\nprioritet\npriority\nweight"},
    Field{"must", text, false, true, "Ja\nNej", "skall\nskallkrav\nmandatory\nrequired\nobligatorisk\nmåste"},
    Field{"valid_from", date, false, true, "2026-01-01\n2026-01-01",
          "gäller fr o m\ngäller från och med\ngiltig från\ngiltig fr o m\neffective date\neffective from\nfrom "
          "date\nfrån datum"},
};

constexpr std::array assessments_fields{
    Field{"number", text, false, true, "1001\n1002", people_fields[0].headings},
    Field{"email", text, false, false, "anna.svensson@example.se\nomar.ali@example.se", people_fields[4].headings},
    Field{"skill_key", text, false, true, "\n", roles_fields[3].headings},
    Field{"skill", text, false, true, "Maskinsäkerhet\nFelsökning", roles_fields[4].headings},
    Field{"level", number, true, true, "3\n2",
          "bedömd nivå\nbedömning\nrating\nscore\nbetyg\nassessed level\ncurrent level\nnuvarande nivå"},
    Field{"source", text, false, true, "chef\nsjälv",
          "bedömningstyp\nkälla typ\nassessment type\ntyp\ntype\nbedömd av typ\nsource type"},
    Field{"day", date, false, true, "2026-09-15\n2026-09-20",
          "bedömd\nbedömningsdatum\nassessed\nassessed on\nassessment date\nrated on\ndatum för bedömning\nday"},
    Field{"assessor", text, false, true, "1001\n",
          "bedömd av\nbedömare\nassessed by\nrated by\nrater\nassessor number\nbedömarens anställningsnummer"},
    Field{"note", text, false, true, "Intyg från kursen\n", "kommentar\ncomment\nanmärkning\nremark\ncomments\nnotes"},
    Field{"expires", date, false, true, "2029-09-15\n",
          "giltig till\ngiltigt till\ngiltig t o m\nutgår\ngår ut\nexpiry date\nexpiry\nexpires on\nvalid until\nvalid "
          "to\nutgångsdatum\nexpiration date"},
};

// One row may bring a raise and a session; what is about the activity stands in its first row.
constexpr std::array activities_fields{
    Field{"key", text, false, true, "\n",
          "aktivitetsnyckel\naktivitetskod\nkurskod\nkursnummer\nactivity key\nactivity "
          "code\ncourse code\ncourse id\nkurs id\nid\nkod\ncode"},
    Field{"name_sv", text, false, true, "PLC-programmering, grund\nPLC-programmering, grund",
          "aktivitetsnamn\nkurs\nkursnamn\nutbildning\nutbildningsnamn\ninsats\naktivitet svenska\nnamn\nkurstitel"},
    Field{"name_en", text, false, true, "PLC programming, basics\n",
          "activity\nactivity name\ncourse\ncourse name\ntraining\nname\ntitle\ncourse title\naktivitet engelska"},
    Field{"kind", text, false, true, "Kurs\n", "typ\nsort\nform\naktivitetstyp\ntype\nactivity type\nformat"},
    Field{"provider", text, false, true, "Teknikskolan\n",
          "leverantör\nutbildare\nutbildningsföretag\nvendor\nsupplier\narrangör\norganiser\ntraining provider"},
    Field{"language", text, false, true, "sv\n", "kursspråk\nundervisningsspråk\nlang\ncourse language"},
    Field{"online", text, false, true, "Nej\n", "distans\nonline\npå nätet\nwebb\nremote\ndigitalt"},
    Field{"place", text, false, true, "Västerås\n", "kursort\nplats\nlocation\nlokal\nvenue\ncity"},
    Field{"seat_cost", number, false, true, "12500\n",
          "pris\npris per plats\nkostnad\nkostnad per deltagare\npris per deltagare\nprice\ncost\nprice per "
          "seat\ncost per participant\nkursavgift\nfee"},
    Field{"session_cost", number, false, true, "0\n",
          "pris per tillfälle\nfast kostnad\nfast pris\nprice per session\nfixed cost\nfixed price"},
    Field{"currency", text, false, true, "SEK\n", "valutakod\ncurrency code"},
    Field{"hours", number, false, true, "24\n",
          "antal timmar\ntid\nkurstid\nlängd timmar\nduration\nduration hours\ntim"},
    Field{
        "seats", number, false, true, "12\n",
        "antal platser\nplatser per tillfälle\nmax deltagare\nmaxantal\ncapacity\nmax participants\nseats per session"},
    Field{"valid_from", date, false, true, "\n", "gäller från\nerbjuds från\noffered from"},
    Field{"valid_to", date, false, true, "\n", "gäller till\nerbjuds till\noffered until\nvalid until"},
    Field{"skill", text, false, true, "PLC-programmering\nElsäkerhet",
          "kompetens\nkompetensnamn\nhöjer kompetens\nskill name\ncompetence\nraises\nkompetensnyckel\nskill key"},
    Field{"from", number, false, true, "0\n0", "från\nnivå före\nlevel before\nstartnivå\nfrom level"},
    Field{"to", number, false, true, "2\n1", "till\nnivå efter\nlevel after\nslutnivå\nto level\nmålnivå"},
    Field{"probability", number, false, true, "0.8\n0.9", "chans\nsannolikhet att nå nivån\nchance\nsuccess rate"},
    Field{"session_starts", date, false, true, "2027-02-08\n2027-04-12",
          "startdatum\nkursstart\nstart\nfrån datum\nstart date\nsession start\ndatum"},
    Field{"session_ends", date, false, true, "2027-02-10\n2027-04-14",
          "slutdatum\nkursslut\nslut\ntill datum\nend date\nsession end"},
    Field{"session_place", text, false, true, "\nNorrköping", "tillfällets plats\nsession location\ntillfällesort"},
    Field{"session_seats", number, false, true, "\n8", "tillfällets antal platser\nsession capacity"},
    Field{"after", text, false, true, "\n",
          "förkunskaper\nkräver kurs\nförkunskapskrav\nprerequisites\nprerequisite\nrequired courses"},
    Field{"entry", text, false, true, "Digital vana 2\n",
          "kräver nivå\nförkunskapsnivå\nentry level\nentry requirements\nrequired levels"},
    Field{"description_sv", text, false, true, "Första styrprogrammet, från ritning till körning.\n",
          "innehåll\nkursbeskrivning\nbeskrivning svenska\nom kursen"},
    Field{"description_en", text, false, true, "A first control program, from drawing to run.\n",
          "description\ncontent\ncourse description\nbeskrivning engelska"},
    Field{"archived", text, false, true, "Nej\n", "arkiv\nutgången\ninaktiv\ninactive\nretired"},
};

std::vector<std::string_view> lines(std::string_view text) {
    return kunna::text::split(text, '\n');
}

std::string text_key(ImportKind kind, std::string_view key) {
    return fmt::format("import.field.{}.{}", db::enum_name(kind), key);
}

Label label(const std::string& key) {
    return {texts::say("sv", key), texts::say("en", key)};
}

} // namespace

std::span<const Field> fields(ImportKind kind) {
    switch (kind) {
    case ImportKind::people:
        return people_fields;
    case ImportKind::roles:
        return roles_fields;
    case ImportKind::assessments:
        return assessments_fields;
    case ImportKind::activities:
        return activities_fields;
    }
    return {};
}

const Field* find_field(ImportKind kind, std::string_view key) {
    for (const Field& field : fields(kind))
        if (field.key == key) return &field;
    return nullptr;
}

std::string field_name(ImportKind kind, std::string_view key, std::string_view language) {
    return texts::say(language, text_key(kind, key));
}

std::vector<std::string_view> examples(const Field& field) {
    return lines(field.sample);
}

std::vector<ShownField> shown_fields(ImportKind kind) {
    std::vector<ShownField> shown;
    for (const Field& field : fields(kind)) {
        const std::string key = text_key(kind, field.key);
        ShownField one{std::string{field.key}, label(key), field.required, label(key + ".help"), {}};
        for (const std::string_view example : examples(field))
            if (!example.empty()) one.examples.emplace_back(example);
        shown.push_back(std::move(one));
    }
    return shown;
}

} // namespace kunna::imports
