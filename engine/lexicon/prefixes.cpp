// Units with SI prefixes, made of a table of prefixes and one of what they stand before, by the compiler.
#include "lexicon/tables.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

struct Prefix {
    char letter;              // as `Base::prefixes` lists it; also the UCUM prefix, but for "h", "da"
    std::string_view symbol;  // as texts write it, another spelling behind "|"
    std::string_view name;
    int power;
};
constexpr auto prefixes = std::to_array<Prefix>({{'p', "p", "pico", -12},
                                                 {'n', "n", "nano", -9},
                                                 {'u', "µ|μ", "micro", -6},
                                                 {'m', "m", "milli", -3},
                                                 {'c', "c", "centi", -2},
                                                 {'d', "d", "deci", -1},
                                                 {'h', "h", "hecto", 2},
                                                 {'k', "k", "kilo", 3},
                                                 {'M', "M", "mega", 6},
                                                 {'G', "G", "giga", 9},
                                                 {'T', "T", "tera", 12},
                                                 {'P', "P", "peta", 15},
                                                 {'E', "E", "exa", 18}});

// "*" stands for the prefix: its letter in codes and symbols, its name in names and words, "^" for its letter in words.
// The row without a prefix stands in measures.cpp where texts use it.
struct Base {
    Dimension dimension;
    std::string_view code;
    std::string_view name;
    std::string_view symbols;   // the first is printed
    std::string_view words;     // with a plural in -s
    std::string_view prefixes;  // those in use
    std::string_view more;      // spellings of one row, as "kilo=kwh,KWh": the prefix's name and more symbols
    std::int64_t num = 0;       // of the base without prefix; 0: no conversion
    std::int64_t den = 1;
    int exponent = 1;  // of the prefix: 2 for square metres
};

// One row a line.
// clang-format off
constexpr auto bases = std::to_array<Base>({
    {Dimension::length, "*m", "*metre", "*m", "*meter", "nmcdk", "kilo=KM,Km,kms", 1, 1},
    {Dimension::length, "*pc", "*parsec", "*pc", "", "kMG", "", 30856775814913673, 1},
    {Dimension::area, "*m2", "square *metre", "*m²|*m2|*m^2", "square *meter|sq *metre|sq *meter|sq. *metre|sq. *meter|sq ^m|sq. ^m|sq^m|sq.^m|*metres squared|*meters squared", "mck", "", 1, 1, 2},
    {Dimension::volume, "*m3", "cubic *metre", "*m³|*m3|*m^3", "cubic *meter|cu *metre|cu *meter|cu ^m|cu. ^m|*metres cubed|*meters cubed", "mcdk", "centi=cc,ccm", 1, 1, 3},
    {Dimension::volume, "*L", "*litre", "*l|*L", "*liter", "umcdhkMG", "micro=ul,uL", 1, 1000},
    {Dimension::mass, "*g", "*gram", "*g", "*gramme", "pnumc", "micro=mcg,ug", 1, 1000},
    {Dimension::mass, "*t", "*tonne", "*t", "*ton", "kMG", "mega=mmt,MMT", 1000, 1},
    {Dimension::energy, "*J", "*joule", "*J", "", "mkMGTPE", "", 1, 1},
    {Dimension::energy, "*cal", "*calorie", "*cal", "", "k", "", 4184, 1000},
    {Dimension::energy, "*W.h", "*watt hour", "*Wh", "*watt-hour|*watthour", "kMGT", "kilo=kwh,kWH,KWh,KWH,KwH;mega=Mwh,mWh;giga=Gwh", 3600, 1},
    {Dimension::energy, "*eV", "*electronvolt", "*eV", "*electron volt", "kMGT", "", 0, 1},
    {Dimension::power, "*W", "*watt", "*W", "", "numkMGT", "kilo=kw,KW,kWp,kWe;mega=Mw,MWp,MWe,MWt,MWth,MWac,MWdc;giga=GWp,GWe,GWdc", 1, 1},
    {Dimension::power, "*V.A", "*volt ampere", "*VA", "*volt-ampere", "kM", "", 1, 1},
    {Dimension::pressure, "*Pa", "*pascal", "*Pa", "", "mhkMG", "", 1, 1},
    {Dimension::pressure, "*bar", "*bar", "*bar", "", "mk", "milli=mb", 100000, 1},
    {Dimension::information, "*bit", "*bit", "*bit|*b", "", "kMGT", "kilo=Kb,Kbit", 1, 1},
    {Dimension::information, "*By", "*byte", "*B", "", "kMGTPE", "kilo=KB", 8, 1},
    {Dimension::rate, "*bit/s", "*bit per second", "*bps|*bit/s|*b/s|*bits/s", "*bits per second|*bits a second", "kMGT", "kilo=Kbps,Kbit/s", 0, 1},
    {Dimension::rate, "*By/s", "*byte per second", "*B/s|*Bps", "*bytes per second|*bytes a second", "kMGT", "kilo=KB/s", 0, 1},
    {Dimension::frequency, "*Hz", "*hertz", "*Hz", "", "kMGT", "kilo=KHz;mega=MHZ,Mhz;giga=Ghz,GHZ", 1, 1},
    {Dimension::other, "*V", "*volt", "*V", "", "numk", "", 0, 1},
    {Dimension::other, "*A", "*ampere", "*A", "*amp", "pnumk", "", 0, 1},
    {Dimension::other, "*A.h", "*amp hour", "*Ah", "*ampere hour|*amp-hour|*ampere-hour", "mk", "milli=mah,MAH", 0, 1},
    {Dimension::other, "*Ohm", "*ohm", "*Ω|*Ω", "", "mkMG", "", 0, 1},
    {Dimension::other, "*N", "*newton", "*N", "", "mk", "", 0, 1},
    {Dimension::other, "*N.m", "*newton metre", "*Nm", "*newton meter|*newton-metre|*newton-meter", "mkM", "", 0, 1},
    {Dimension::other, "*Sv", "*sievert", "*Sv", "", "mu", "", 0, 1},
    {Dimension::other, "*Gy", "*gray", "*Gy", "", "m", "", 0, 1},
    {Dimension::other, "*Bq", "*becquerel", "*Bq", "", "kMGT", "", 0, 1},
    {Dimension::other, "*Ci", "*curie", "*Ci", "", "pnumk", "", 0, 1},
    {Dimension::other, "*mol", "*mole", "*mol", "", "numk", "", 0, 1},
    {Dimension::other, "*mol/L", "*mole per litre", "*mol/L|*mol/l", "*moles per liter|*moles per litre", "numk", "", 0, 1},
    {Dimension::other, "*g/L", "*gram per litre", "*g/L|*g/l", "*grams per liter|*grams per litre", "num", "", 0, 1},
    {Dimension::other, "*g/m3", "*gram per cubic metre", "*g/m³|*g/m3|*g/m^3", "*grams per cubic meter|*grams per cubic metre", "numk", "micro=ug/m3,ug/m³", 0, 1},
    {Dimension::other, "*T", "*tesla", "*T", "", "num", "", 0, 1},
    {Dimension::other, "*F", "*farad", "*F", "", "pnum", "", 0, 1},
    {Dimension::other, "*H", "*henry", "*H", "", "num", "", 0, 1},
    {Dimension::other, "{*px}", "*pixel", "*px", "", "MG", "mega=MP,Mpx", 0, 1},
    {Dimension::other, "*u", "*dalton", "*Da", "", "kM", "", 0, 1},
});
// clang-format on

constexpr std::size_t row_count = [] {
    std::size_t out = 0;
    for (const Base& base : bases) out += base.prefixes.size();
    return out;
}();

constexpr const Prefix& prefix_of(char letter) {
    return *std::find_if(prefixes.begin(), prefixes.end(), [&](const Prefix& one) { return one.letter == letter; });
}

// Where a string of a made row lies in the pool.
struct Slice {
    std::size_t at = 0;
    std::size_t size = 0;
};
struct Made {
    const Base* base = nullptr;
    const Prefix* prefix = nullptr;
    Slice code, name, symbol, words, symbols;
};

template <std::size_t N>
struct Pool {
    std::array<char, N> bytes{};
    std::size_t used = 0;

    constexpr void put(std::string_view text) {
        for (const char c : text) bytes[used++] = c;
    }
    constexpr void fill(std::string_view pattern, std::string_view star, std::string_view hat) {
        for (const char c : pattern) {
            if (c == '*')
                put(star);
            else if (c == '^')
                put(hat);
            else
                bytes[used++] = c;
        }
    }
};

constexpr std::string_view first_of(std::string_view list, char mark) { return list.substr(0, list.find(mark)); }

// The spellings of `more` that belong to the prefix: "kilo=kwh,KWh;mega=Mwh" has "kwh,KWh" for kilo.
constexpr std::string_view more_of(std::string_view more, std::string_view name) {
    while (!more.empty()) {
        const std::string_view one = first_of(more, ';');
        if (first_of(one, '=') == name) return one.substr(name.size() + 1);
        more = one.size() == more.size() ? std::string_view{} : more.substr(one.size() + 1);
    }
    return {};
}

template <std::size_t N>
struct Rows {
    Pool<N> pool;
    std::array<Made, row_count> rows{};

    constexpr Slice filled(std::string_view pattern, std::string_view star, std::string_view hat) {
        const std::size_t at = pool.used;
        pool.fill(pattern, star, hat);
        return {at, pool.used - at};
    }

    constexpr Slice symbols_of(const Base& base, const Prefix& prefix) {
        const std::size_t at = pool.used;
        for (std::string_view spelling = prefix.symbol; !spelling.empty();) {
            const std::string_view one = first_of(spelling, '|');
            if (pool.used != at) pool.put("|");
            // "m^2" keeps its hat: symbols have no other use for one.
            pool.fill(base.symbols, one, "^");
            spelling = one.size() == spelling.size() ? std::string_view{} : spelling.substr(one.size() + 1);
        }
        const std::string_view more = more_of(base.more, prefix.name);
        if (!more.empty()) pool.put("|");
        for (const char c : more) pool.bytes[pool.used++] = c == ',' ? '|' : c;
        return {at, pool.used - at};
    }
};

template <std::size_t N>
constexpr Rows<N> make_rows() {
    Rows<N> out;
    std::size_t at = 0;
    for (const Base& base : bases)
        for (const char letter : base.prefixes) {
            const Prefix& prefix = prefix_of(letter);
            const std::string_view symbol = first_of(prefix.symbol, '|');
            const std::string_view ucum(&prefix.letter, 1);
            Made& made = out.rows[at++];
            made.base = &base;
            made.prefix = &prefix;
            made.code = out.filled(base.code, ucum, "^");
            made.name = out.filled(base.name, prefix.name, symbol);
            made.symbol = out.filled(first_of(base.symbols, '|'), symbol, "^");
            made.words = out.filled(base.words, prefix.name, symbol);
            made.symbols = out.symbols_of(base, prefix);
        }
    return out;
}

constexpr std::size_t pool_bytes = 32'768;
constexpr auto made = make_rows<pool_bytes>();

constexpr std::string_view text_of(Slice slice) { return {made.pool.bytes.data() + slice.at, slice.size}; }

// One unit in base units, lowered; 0 where 64 bits do not hold it.
struct Factor {
    std::int64_t num;
    std::int64_t den;
};
constexpr Factor factor_of(const Base& base, const Prefix& prefix) {
    constexpr std::int64_t most = 9'000'000'000'000'000'000 / 10;
    Factor out{base.num, base.den};
    for (int i = 0; i < base.exponent * (prefix.power < 0 ? -prefix.power : prefix.power); ++i) {
        std::int64_t& grows = prefix.power > 0 ? out.num : out.den;
        std::int64_t& falls = prefix.power > 0 ? out.den : out.num;
        if (falls % 10 == 0 && falls != 0)
            falls /= 10;
        else if (grows > most)
            return {0, 1};
        else
            grows *= 10;
    }
    return out;
}

constexpr auto table = [] {
    std::array<UnitRow, row_count> out{};
    for (std::size_t i = 0; i < row_count; ++i) {
        const Made& from = made.rows[i];
        const Factor factor = factor_of(*from.base, *from.prefix);
        UnitRow& row = out[i];
        row.unit = {from.base->dimension, text_of(from.code)};
        row.name = text_of(from.name);
        row.symbol = text_of(from.symbol);
        row.words = text_of(from.words);
        row.symbols = text_of(from.symbols);
        row.factor_num = factor.num;
        row.factor_den = factor.den;
        row.minor_digits = 0;
    }
    return out;
}();

}  // namespace

std::span<const UnitRow> prefixed_table() { return table; }

}  // namespace factcheck
