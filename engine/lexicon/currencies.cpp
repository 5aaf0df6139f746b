// Currencies: codes and names of ISO 4217 as its table has them, and beside it what ISO does not say.
#include "lexicon/tables.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

struct Iso {
    std::string_view code;
    std::string_view name;
};
constexpr auto iso = std::to_array<Iso>({
#include "lexicon/iso_4217.inc"
});

// What a text calls a currency: a name with its country where ISO has none, the sign a suggestion prints, other names, signs.
// Words match in any case and with a plural in -s; the case of signs counts. One behind "?" is a word of its own or one letter:
// it is money only beside a scale or four digits ("R2 billion", "5,000 won"; not "R2", "72 won").
struct Said {
    std::string_view code;
    std::string_view name;  // empty: as ISO has it
    std::string_view symbol;
    std::string_view words;
    std::string_view signs;
};

// Where a word has several meanings ("rupees", "pesos", "crowns of Norway") the row that has it gets it.
// clang-format off
constexpr auto said = std::to_array<Said>({
    {"AED", "", "", "emirati dirham|dirham|uae dirham", "Dhs|Dh"},
    {"AFN", "", "؋", "afghanis", "Afs|؋"},
    {"ALL", "Albanian lek", "", "lek", ""},
    {"AMD", "", "֏", "drams", "֏"},
    {"ANG", "", "", "antillean guilder|netherlands antilles guilder", "NAf"},
    {"AOA", "Angolan kwanza", "", "kwanza", ""},
    {"ARS", "", "", "argentinian peso", "AR$"},
    {"AUD", "", "A$", "aussie dollar", "A$|AU$|AUD$|Aus$"},
    {"AZN", "Azerbaijani manat", "₼", "manat|azeri manat", "₼"},
    {"BAM", "Bosnian convertible mark", "", "convertible mark|bosnian mark", ""},
    {"BBD", "Barbadian dollar", "", "barbados dollar", "Bds$"},
    {"BDT", "Bangladeshi taka", "৳", "taka", "Tk|৳"},
    {"BGN", "", "", "leva|lev|bulgarian leva", ""},
    {"BHD", "", "", "", "BD"},
    {"BIF", "Burundian franc", "", "", ""},
    {"BMD", "", "", "bermuda dollar", ""},
    {"BND", "", "", "", "B$"},
    {"BOB", "Bolivian boliviano", "", "boliviano", "Bs.|Bs"},
    {"BRL", "", "R$", "reais|brazilian reals|brazilian reais|?real", "R$"},
    {"BSD", "", "", "bahamas dollar", ""},
    {"BTN", "Bhutanese ngultrum", "", "ngultrum", ""},
    {"BWP", "Botswana pula", "", "pula|botswanan pula", ""},
    {"BYN", "Belarusian rouble", "", "belarusian ruble|belarusian rouble|belarus rouble|belarusian rubel", ""},
    {"BZD", "", "", "", "BZ$"},
    {"CAD", "", "C$", "", "C$|CA$|Can$|Cdn$|CDN$|CAD$"},
    {"CHF", "", "", "swiss francs", "SFr|Sfr|sfr|SwF|CHF"},
    {"CLF", "", "", "unidades de fomento", ""},
    {"CLP", "", "", "", "CLP$"},
    {"CNY", "Chinese yuan", "¥", "yuan|kuai|renminbi|chinese renminbi|yuan renminbi", "RMB|CN¥|rmb|Rmb|元|CNH"},
    {"COP", "", "", "", "COL$|Col$"},
    {"CRC", "Costa Rican colón", "₡", "colones|colón|costa rican colones", "₡"},
    {"CVE", "Cape Verdean escudo", "", "", ""},
    {"CZK", "", "Kč", "czech crown|czech korun|koruna|koruny|korun", "Kč"},
    {"DJF", "Djiboutian franc", "", "", ""},
    {"DKK", "", "", "danish kroner|danish crown", "Dkr|DKr"},
    {"DOP", "", "", "", "RD$"},
    {"EGP", "", "E£", "", "E£|LE|EGP£|L.E."},
    {"ERN", "Eritrean nakfa", "", "nakfa", ""},
    {"ETB", "", "", "birr", "Br."},
    {"EUR", "", "€", "euros|eur|euro", "€|EUR€"},
    {"FJD", "Fijian dollar", "", "", "FJ$"},
    {"GBP", "pound sterling", "£", "pounds sterling|british pound|english pound|pounds stg|stg|sterling|uk pound|u.k. pound|quid", "£|stg|UK£|GBP£|￡"},
    {"GEL", "Georgian lari", "₾", "lari", "₾"},
    {"GHS", "Ghanaian cedi", "₵", "cedi", "GH₵|GH¢|₵"},
    {"GMD", "Gambian dalasi", "", "dalasi", ""},
    {"GTQ", "Guatemalan quetzal", "", "quetzales|quetzal", ""},
    {"GYD", "Guyanese dollar", "", "", ""},
    {"HKD", "", "HK$", "hongkong dollar", "HK$|HKD$"},
    {"HNL", "Honduran lempira", "", "lempira", ""},
    {"HRK", "Croatian kuna", "", "croatian kuna", ""},
    {"HTG", "Haitian gourde", "", "gourde", ""},
    {"HUF", "Hungarian forint", "", "forint", "Ft"},
    {"IDR", "Indonesian rupiah", "Rp", "rupiah", "Rp|Rp."},
    {"ILS", "Israeli shekel", "₪", "shekel|sheqel|new shekel|israeli new shekel|israeli sheqel", "NIS|₪"},
    {"INR", "", "₹", "rupee", "Rs|Rs.|Re|INR|rs|₹|₨"},
    {"IQD", "", "", "dinar", ""},
    {"IRR", "", "", "rial", ""},
    {"ISK", "Icelandic króna", "", "icelandic crowns|icelandic kronur|icelandic krona", ""},
    {"JMD", "", "", "jamaica dollars", "J$|JA$"},
    {"JPY", "Japanese yen", "¥", "yen", "¥|JP¥|Y=|￥|円|JPY¥"},
    {"KES", "", "", "shilling", "KSh|Ksh|Kshs|Sh"},
    {"KGS", "Kyrgyz som", "", "kyrgyzstani som", ""},
    {"KHR", "Cambodian riel", "៛", "riel", "៛"},
    {"KRW", "South Korean won", "₩", "korean won|?won", "₩"},
    {"KWD", "", "", "", "KD"},
    {"KYD", "", "", "", "CI$"},
    {"KZT", "Kazakhstani tenge", "₸", "tenge|kazakh tenge", "₸"},
    {"LAK", "", "₭", "?kip", "₭"},
    {"LBP", "", "", "lebanese lira", ""},
    {"LKR", "Sri Lankan rupee", "", "", "SLRs|ரூ"},
    {"LRD", "", "", "", "L$"},
    {"LSL", "Lesotho loti", "", "maloti|loti", ""},
    {"MDL", "", "", "moldovan lei", ""},
    {"MGA", "", "", "ariary", ""},
    {"MKD", "Macedonian denar", "", "denar", ""},
    {"MMK", "Myanmar kyat", "", "kyat", ""},
    {"MNT", "Mongolian tugrik", "₮", "tugrik|mongolian togrog|togrog", "₮"},
    {"MOP", "Macanese pataca", "", "pataca", "MOP$"},
    {"MRU", "Mauritanian ouguiya", "", "ouguiya", ""},
    {"MUR", "Mauritian rupee", "", "", ""},
    {"MVR", "Maldivian rufiyaa", "", "rufiyaa", "Rf"},
    {"MWK", "Malawian kwacha", "", "", "MK"},
    {"MXN", "", "", "peso", "Mex$|MX$|MXN$"},
    {"MYR", "", "RM", "ringgit", "RM"},
    {"MZN", "Mozambican metical", "", "meticais|metical", ""},
    {"NAD", "Namibian dollar", "", "", "N$"},
    {"NGN", "Nigerian naira", "₦", "naira", "₦|?N"},
    {"NIO", "Nicaraguan córdoba", "", "cordoba|nicaraguan cordoba|córdoba", ""},
    {"NOK", "", "", "norwegian kroner|norwegian crown|kroner|krone", "NKr"},
    {"NPR", "", "", "nepali rupee|nepal rupee", "NRs"},
    {"NZD", "", "NZ$", "kiwi dollars", "NZ$|NZD$"},
    {"OMR", "Omani rial", "", "omani riyal", "RO"},
    {"PAB", "Panamanian balboa", "", "balboa", "B/."},
    {"PEN", "Peruvian sol", "", "?sol|?soles|peruvian soles|nuevo sol|nuevos soles", "S/.|S/"},
    {"PGK", "Papua New Guinean kina", "", "kina", ""},
    {"PHP", "", "₱", "philippines peso|filipino peso", "₱|Php|PhP|?P"},
    {"PKR", "Pakistani rupee", "Rs", "", "PRs|PKRs"},
    {"PLN", "Polish zloty", "", "zloty|złoty|zlotych|złotych|polish złoty", "zł"},
    {"PYG", "Paraguayan guarani", "₲", "guaranies|guarani", "₲"},
    {"QAR", "Qatari riyal", "", "qatari riyal", "QR"},
    {"RON", "", "", "lei|leu|romanian lei", ""},
    {"RUB", "Russian rouble", "₽", "rouble|ruble|russian ruble", "₽"},
    {"RWF", "Rwandan franc", "", "", ""},
    {"SAR", "", "", "riyal|saudi rial|saudi arabian riyal", "SR"},
    {"SCR", "Seychellois rupee", "", "seychelles rupees", ""},
    {"SEK", "", "", "swedish kronor|swedish crown|kronor|krona", "SKr|kr|kr."},
    {"SGD", "", "S$", "", "S$|SG$|SGD$"},
    {"SLE", "Sierra Leonean leone", "", "leone", ""},
    {"SLL", "old Sierra Leonean leone", "", "", ""},
    {"SRD", "Surinamese dollar", "", "", ""},
    {"STN", "São Tomé dobra", "", "dobra", ""},
    {"SVC", "Salvadoran colón", "", "", ""},
    {"SYP", "", "", "syrian lira", ""},
    {"SZL", "Swazi lilangeni", "", "emalangeni|lilangeni", ""},
    {"THB", "Thai baht", "฿", "baht", "฿|Bt"},
    {"TJS", "Tajikistani somoni", "", "somoni", ""},
    {"TMT", "Turkmenistani manat", "", "", ""},
    {"TOP", "Tongan paʻanga", "", "paanga", "T$"},
    {"TRY", "", "₺", "lira|turkish liras", "TL|₺"},
    {"TTD", "", "", "trinidad dollar", "TT$"},
    {"TWD", "", "NT$", "taiwan dollar|taiwanese dollar", "NT$"},
    {"TZS", "", "", "tanzania shilling", "TSh|Tsh|TZSh"},
    {"UAH", "Ukrainian hryvnia", "₴", "hryvnia|hryvnya|hryvna|hryven", "₴"},
    {"UGX", "Ugandan shilling", "", "", "USh|Ush|UGSh"},
    {"USD", "", "$", "dollar|u.s. dollar|united states dollar|american dollar|buck|greenback", "US$|U.S.$|USD$|$|＄"},
    {"UYU", "Uruguayan peso", "", "", ""},
    {"UZS", "Uzbek som", "", "uzbekistani som|uzbek sum|uzbek soum", ""},
    {"VED", "Venezuelan digital bolívar", "", "", ""},
    {"VES", "Venezuelan bolívar", "", "bolivar|bolívares|bolivares|venezuelan bolivar", ""},
    {"VND", "Vietnamese dong", "₫", "dong|vietnam dong", "₫"},
    {"VUV", "Vanuatu vatu", "", "vatu", ""},
    {"WST", "Samoan tala", "", "tala", ""},
    {"XAF", "Central African CFA franc", "", "cfa franc|central african franc", "FCFA"},
    {"XCD", "", "", "", "EC$"},
    {"XDR", "special drawing right", "SDR", "sdr", "SDR"},
    {"XOF", "West African CFA franc", "", "west african franc", "CFA"},
    {"ZAR", "South African rand", "R", "rand|south african rand", "?R"},
    {"ZMW", "", "", "kwacha", "?K"},
    {"ZWL", "", "", "", "Z$|ZW$"},
});

// Withdrawn ones that older news names, newer ones than the table's, and what is quoted like money.
constexpr auto beside_iso = std::to_array<Said>({
    {"ZWG", "Zimbabwe gold", "ZWG", "", "ZiG"},
    {"XAU", "gold ounce", "XAU", "", ""},
    {"BTC", "bitcoin", "₿", "bitcoins", "₿"},
    {"DEM", "German mark", "DM", "deutsche mark|deutschmark|deutschemark|d-mark|mark|west german mark", "DM|Dm|dm"},
    {"FRF", "French franc", "FF", "franc", "FF|FFr"},
    {"ITL", "Italian lira", "ITL", "italian lire|lire", ""},
    {"BEF", "Belgian franc", "BFr", "", "BFr"},
    {"NLG", "Dutch guilder", "Dfl", "guilder|dutch florins", "Dfl"},
    {"ESP", "Spanish peseta", "Pta", "peseta", "Ptas|Pta|ptas|pta"},
    {"ATS", "Austrian schilling", "ATS", "schilling", ""},
    {"FIM", "Finnish markka", "FIM", "markka|markkaa|finnish mark", ""},
    {"GRD", "Greek drachma", "GRD", "drachma|drachmae", ""},
    {"IEP", "Irish pound", "IR£", "irish punt|punt", "IR£|I£"},
    {"PTE", "Portuguese escudo", "PTE", "escudo", ""},
    {"SUR", "Soviet rouble", "SUR", "soviet ruble", ""},
    {"XEU", "European currency unit", "ECU", "ecu", "ECU|Ecu"},
    {"LUF", "Luxembourg franc", "LUF", "", ""},
    {"DDM", "East German mark", "DDM", "ostmark", ""},
    {"CSK", "Czechoslovak koruna", "CSK", "czechoslovak crown|czechoslovakian crown", ""},
    {"SKK", "Slovak koruna", "SKK", "slovak crown", ""},
    {"YUD", "Yugoslav dinar", "YUD", "", ""},
    {"EEK", "Estonian kroon", "EEK", "kroon", ""},
    {"LTL", "Lithuanian litas", "LTL", "?litas|litai", ""},
    {"LVL", "Latvian lats", "LVL", "?lats", ""},
    {"SIT", "Slovenian tolar", "SIT", "tolar", ""},
    {"CYP", "Cyprus pound", "CYP", "cypriot pound", "CYP£"},
    {"MTL", "Maltese lira", "MTL", "maltese pound", ""},
    {"BRC", "Brazilian cruzado", "Cz$", "cruzado", "Cz$"},
    {"BRE", "Brazilian cruzeiro", "Cr$", "cruzeiro", "Cr$"},
    {"ARA", "Argentine austral", "ARA", "austral|australes", ""},
    {"PEI", "Peruvian inti", "PEI", "inti|intis", ""},
    {"ECS", "Ecuadorean sucre", "ECS", "sucre|ecuadorian sucre", ""},
    {"ZRN", "zaire", "ZRN", "zaires", ""},
    {"TPE", "Timorese escudo", "TPE", "", ""},
});

// Hundredth parts, under the codes that markets quote them by or ones of that shape.
struct Part {
    std::string_view code;
    std::string_view name;
    std::string_view symbol;
    std::string_view words;
    std::string_view signs;
    std::string_view major;
};
constexpr auto parts = std::to_array<Part>({
    {"USX", "US cent", "¢", "cent|cts|u.s. cent|american cent", "¢|c", "USD"},
    {"GBX", "penny", "p", "pence|pennies|new pence", "p", "GBP"},
    {"EUX", "euro cent", "c", "eurocent", "", "EUR"},
    {"CAX", "Canadian cent", "", "", "", "CAD"},
    {"AUX", "Australian cent", "", "", "", "AUD"},
    {"NZX", "New Zealand cent", "", "", "", "NZD"},
    {"HKX", "Hong Kong cent", "", "", "", "HKD"},
    {"SGX", "Singapore cent", "", "", "", "SGD"},
    {"ZAC", "South African cent", "", "", "", "ZAR"},
    {"IEX", "Irish penny", "", "irish pence", "", "IEP"},
    {"INX", "Indian paisa", "p", "paise|paisa", "", "INR"},
    {"PKX", "Pakistani paisa", "", "", "", "PKR"},
    {"BDX", "Bangladeshi poisha", "", "poisha", "", "BDT"},
    {"RUX", "kopeck", "", "kopek|copeck|kopeyka", "", "RUB"},
    {"UAX", "Ukrainian kopiyka", "", "kopiyka|kopiyok", "", "UAH"},
    {"CNX", "Chinese fen", "", "fen", "", "CNY"},
    {"ILA", "Israeli agora", "", "agorot|agora", "", "ILS"},
    {"AEX", "fils", "", "", "", "AED"},
    {"SAX", "Saudi halala", "", "halala", "", "SAR"},
    {"EGX", "Egyptian piastre", "", "piastre|piaster", "", "EGP"},
    {"NGX", "Nigerian kobo", "", "kobo", "", "NGN"},
    {"GHX", "Ghanaian pesewa", "", "pesewa", "", "GHS"},
    {"MYX", "Malaysian sen", "", "sen", "", "MYR"},
    {"THX", "Thai satang", "", "satang", "", "THB"},
    {"SEO", "Swedish öre", "", "öre", "", "SEK"},
    {"DKO", "Danish øre", "", "øre", "", "DKK"},
    {"PLX", "Polish grosz", "", "groszy|grosz", "", "PLN"},
    {"CZX", "Czech haler", "", "haleru|haler", "", "CZK"},
    {"TRX", "Turkish kurus", "", "kuruş|kurus", "", "TRY"},
    {"BGX", "Bulgarian stotinka", "", "stotinki|stotinka", "", "BGN"},
    {"MXX", "Mexican centavo", "", "centavo", "", "MXN"},
    {"BRX", "Brazilian centavo", "", "", "", "BRL"},
    {"PHX", "Philippine centavo", "", "sentimo", "", "PHP"},
    {"FRX", "French centime", "", "centime", "", "FRF"},
    {"CHX", "Swiss rappen", "", "swiss centime|rappen", "", "CHF"},
    {"DEX", "German pfennig", "", "pfennig|pfennige", "", "DEM"},
    {"ZMX", "Zambian ngwee", "", "ngwee", "", "ZMW"},
    {"GEX", "Georgian tetri", "", "tetri", "", "GEL"},
});
// clang-format on

// Digits behind the point, where they are not two.
constexpr auto without_parts =
    std::to_array<std::string_view>({"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
                                     "VUV", "XAF", "XOF", "XPF", "ITL", "ESP"});
constexpr auto in_thousandths = std::to_array<std::string_view>({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"});

template <typename List>
constexpr bool has(const List& list, std::string_view code) {
    return std::find(list.begin(), list.end(), code) != list.end();
}

constexpr std::int8_t minor_digits(std::string_view code) {
    if (code == "BTC") return 8;
    if (has(without_parts, code)) return 0;
    return has(in_thousandths, code) ? 3 : 2;
}

constexpr UnitRow row_of(const Said& from, std::string_view official) {
    UnitRow row;
    row.unit = {Dimension::money, from.code};
    row.name = from.name.empty() ? official : from.name;
    row.official = official;
    row.symbol = from.symbol.empty() ? from.code : from.symbol;
    row.words = from.words;
    row.symbols = from.signs;
    row.minor_digits = minor_digits(from.code);
    return row;
}

constexpr auto table = [] {
    std::array<UnitRow, iso.size() + beside_iso.size() + parts.size()> out{};
    std::size_t at = 0;
    for (const Iso& row : iso) {
        const auto* known = std::find_if(said.begin(), said.end(), [&](const Said& one) { return one.code == row.code; });
        out[at++] = row_of(known == said.end() ? Said{row.code, {}, {}, {}, {}} : *known, row.name);
    }
    for (const Said& row : beside_iso) out[at++] = row_of(row, {});
    for (const Part& part : parts) {
        UnitRow row;
        row.unit = {Dimension::money, part.code};
        row.name = part.name;
        row.symbol = part.symbol;
        row.words = part.words;
        row.symbols = part.signs;
        row.major = part.major;
        row.minor_digits = 0;
        out[at++] = row;
    }
    return out;
}();

static_assert(std::all_of(said.begin(), said.end(), [](const Said& row) {
    return std::any_of(iso.begin(), iso.end(), [&](const Iso& one) { return one.code == row.code; });
}));

}  // namespace

std::span<const UnitRow> currency_table() { return table; }

}  // namespace factcheck
