#include "lexicon/units.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace factcheck {

namespace {

// Base units: second, metre, square metre, cubic metre, kilogram, metre per second, joule, watt, pascal, bit, hertz.
// A year is 365.25 days and a month a twelfth of it. Temperatures have no factor: their scales start at different places.
// The plural in -s of each name is made below; where a word has several meanings ("rupees", "pound") the row says which it gets.
// One row a line.
// clang-format off
constexpr std::array table = std::to_array<UnitRow>({
    {{Dimension::percent, "%"}, "percent", "%", 1, 1, "per cent|percentage|percents|pct|p.c.", "%", "", 0},
    {{Dimension::points, "[pp]"}, "percentage point", "pp", 1, 1, "percent points|percentage pts|pct points|pct point|per cent points", "pp|ppt|ppts|p.p.", "", 0},
    {{Dimension::points, "[bp]"}, "basis point", "bp", 1, 100, "basis pts", "bp|bps|bp.", "", 0},
    {{Dimension::count, "1"}, "", "", 1, 1, "", "", "", 0},
    {{Dimension::time, "a"}, "year", "yr", 31557600, 1, "yrs", "yr", "", 0},
    {{Dimension::time, "mo"}, "month", "mo", 2629800, 1, "mths", "", "", 0},
    {{Dimension::time, "wk"}, "week", "wk", 604800, 1, "wks", "", "", 0},
    {{Dimension::time, "d"}, "day", "d", 86400, 1, "", "", "", 0},
    {{Dimension::time, "h"}, "hour", "h", 3600, 1, "hrs|hr", "hr|h", "", 0},
    {{Dimension::time, "min"}, "minute", "min", 60, 1, "mins", "min", "", 0},
    {{Dimension::time, "s"}, "second", "s", 1, 1, "secs|sec", "s", "", 0},
    {{Dimension::time, "ms"}, "millisecond", "ms", 1, 1000, "", "ms", "", 0},
    {{Dimension::time, "us"}, "microsecond", "µs", 1, 1000000, "", "µs|μs", "", 0},
    {{Dimension::time, "ns"}, "nanosecond", "ns", 1, 1000000000, "", "ns", "", 0},
    {{Dimension::time, "10.a"}, "decade", "", 315576000, 1, "", "", "", 0},
    {{Dimension::time, "100.a"}, "century", "", 3155760000, 1, "centuries", "", "", 0},
    {{Dimension::time, "1000.a"}, "millennium", "", 31557600000, 1, "millennia|millenniums", "", "", 0},
    {{Dimension::time, "14.d"}, "fortnight", "", 1209600, 1, "", "", "", 0},
    {{Dimension::length, "m"}, "metre", "m", 1, 1, "meters|meter", "m", "", 0},
    {{Dimension::length, "km"}, "kilometre", "km", 1000, 1, "kilometers|kilometer|kms|kilometres", "km|KM", "", 0},
    {{Dimension::length, "cm"}, "centimetre", "cm", 1, 100, "centimeters|centimeter", "cm", "", 0},
    {{Dimension::length, "mm"}, "millimetre", "mm", 1, 1000, "millimeters|millimeter", "mm", "", 0},
    {{Dimension::length, "um"}, "micrometre", "µm", 1, 1000000, "micrometers|micrometer|microns|micron", "µm|μm", "", 0},
    {{Dimension::length, "nm"}, "nanometre", "nm", 1, 1000000000, "nanometers|nanometer", "nm", "", 0},
    {{Dimension::length, "[mi_i]"}, "mile", "mi", 1609344, 1000, "mis", "mi", "", 0},
    {{Dimension::length, "[nmi_i]"}, "nautical mile", "nmi", 1852, 1, "", "nmi", "", 0},
    {{Dimension::length, "[yd_i]"}, "yard", "yd", 9144, 10000, "yds", "yd", "", 0},
    {{Dimension::length, "[ft_i]"}, "foot", "ft", 3048, 10000, "feet", "ft", "", 0},
    {{Dimension::length, "[in_i]"}, "inch", "in", 254, 10000, "inches|ins", "″", "", 0},
    {{Dimension::length, "[ly]"}, "light year", "ly", 9460730472580800, 1, "light-years|light-year|lightyears", "", "", 0},
    {{Dimension::length, "AU"}, "astronomical unit", "AU", 149597870700, 1, "", "", "", 0},
    {{Dimension::area, "m2"}, "square metre", "m²", 1, 1, "square meters|square meter|sq metres|sq meters|sq m|sq. m|sqm|sq.m", "m²|m2", "", 0},
    {{Dimension::area, "km2"}, "square kilometre", "km²", 1000000, 1, "square kilometers|square kilometer|sq kilometres|sq km|sq. km|sqkm|sq.km", "km²|km2", "", 0},
    {{Dimension::area, "cm2"}, "square centimetre", "cm²", 1, 10000, "square centimeters|square centimeter|sq cm", "cm²|cm2", "", 0},
    {{Dimension::area, "har"}, "hectare", "ha", 10000, 1, "", "ha", "", 0},
    {{Dimension::area, "[acr_us]"}, "acre", "ac", 40468564224, 10000000, "", "", "", 0},
    {{Dimension::area, "[sft_i]"}, "square foot", "sq ft", 9290304, 100000000, "square feet|sq ft|sq. ft|sq. ft.|sqft", "ft²|ft2", "", 0},
    {{Dimension::area, "[smi_us]"}, "square mile", "sq mi", 2589988110336, 1000000, "sq miles|sq mile|sq mi", "mi²", "", 0},
    {{Dimension::area, "[syd_i]"}, "square yard", "sq yd", 83612736, 100000000, "sq yards", "", "", 0},
    {{Dimension::volume, "L"}, "litre", "l", 1, 1000, "liters|liter", "l|L", "", 0},
    {{Dimension::volume, "mL"}, "millilitre", "ml", 1, 1000000, "milliliters|milliliter", "ml|mL", "", 0},
    {{Dimension::volume, "cL"}, "centilitre", "cl", 1, 100000, "centiliters|centiliter", "cl|cL", "", 0},
    {{Dimension::volume, "hL"}, "hectolitre", "hl", 1, 10, "hectoliters|hectoliter", "hl", "", 0},
    {{Dimension::volume, "m3"}, "cubic metre", "m³", 1, 1, "cubic meters|cubic meter|cu m|cu. m", "m³|m3", "", 0},
    {{Dimension::volume, "1000000000.m3"}, "billion cubic metres", "bcm", 1000000000, 1, "", "bcm", "", 0},
    {{Dimension::volume, "km3"}, "cubic kilometre", "km³", 1000000000, 1, "cubic kilometers|cubic kilometer", "km³", "", 0},
    {{Dimension::volume, "cm3"}, "cubic centimetre", "cm³", 1, 1000000, "cubic centimeters|cubic centimeter", "cm³|cc", "", 0},
    {{Dimension::volume, "[cft_i]"}, "cubic foot", "cu ft", 28316846592, 1000000000000, "cubic feet|cu ft|cu. ft", "", "", 0},
    {{Dimension::volume, "[bbl_us]"}, "barrel", "bbl", 158987294928, 1000000000000, "bbls", "bbl", "", 0},
    {{Dimension::volume, "[gal_us]"}, "gallon", "gal", 3785411784, 1000000000000, "gals", "gal", "", 0},
    {{Dimension::volume, "[qt_us]"}, "quart", "qt", 946352946, 1000000000000, "", "", "", 0},
    {{Dimension::volume, "[pt_us]"}, "pint", "pt", 473176473, 1000000000000, "", "", "", 0},
    {{Dimension::volume, "[foz_us]"}, "fluid ounce", "fl oz", 295735295625, 10000000000000000, "fl oz|fl. oz", "", "", 0},
    {{Dimension::volume, "[bu_us]"}, "bushel", "bu", 3523907016688, 100000000000000, "", "", "", 0},
    {{Dimension::volume, "[cup_us]"}, "cup", "", 2365882365, 10000000000000, "", "", "", 0},
    {{Dimension::volume, "[tbs_us]"}, "tablespoon", "tbsp", 147867647813, 10000000000000000, "", "tbsp", "", 0},
    {{Dimension::volume, "[tsp_us]"}, "teaspoon", "tsp", 49289215938, 10000000000000000, "", "tsp", "", 0},
    {{Dimension::mass, "t"}, "tonne", "t", 1000, 1, "metric tons|metric ton|metric tonnes|metric tonne", "t|mt|MT", "", 0},
    {{Dimension::mass, "Mt"}, "megatonne", "Mt", 1000000000, 1, "megatons", "Mt", "", 0},
    {{Dimension::mass, "kt"}, "kilotonne", "kt", 1000000, 1, "kilotons", "kt", "", 0},
    {{Dimension::mass, "[ston_av]"}, "ton", "ton", 90718474, 100000, "short tons|short ton", "", "", 0},
    {{Dimension::mass, "[lton_av]"}, "long ton", "long ton", 10160469088, 10000000, "", "", "", 0},
    {{Dimension::mass, "kg"}, "kilogram", "kg", 1, 1, "kilograms|kilogramme|kilogrammes|kilos|kilo|kgs", "kg", "", 0},
    {{Dimension::mass, "g"}, "gram", "g", 1, 1000, "grammes|gramme", "g", "", 0},
    {{Dimension::mass, "mg"}, "milligram", "mg", 1, 1000000, "milligrammes", "mg", "", 0},
    {{Dimension::mass, "ug"}, "microgram", "µg", 1, 1000000000, "", "µg|μg|mcg", "", 0},
    {{Dimension::mass, "[lb_av]"}, "pound-mass", "lb", 45359237, 100000000, "lbs", "lb", "", 0},
    {{Dimension::mass, "[oz_av]"}, "ounce", "oz", 28349523125, 1000000000000, "", "oz", "", 0},
    {{Dimension::mass, "[oz_tr]"}, "troy ounce", "oz t", 311034768, 10000000000, "", "", "", 0},
    {{Dimension::mass, "[car_m]"}, "carat", "ct", 2, 10000, "", "", "", 0},
    {{Dimension::mass, "[stone_av]"}, "stone", "st", 635029318, 100000000, "", "", "", 0},
    {{Dimension::speed, "km/h"}, "kilometre per hour", "km/h", 1000, 3600, "kilometers per hour|kilometer per hour|kilometres an hour|kilometers an hour|km per hour|km an hour", "km/h|kph|kmh|kmph|KPH", "", 0},
    {{Dimension::speed, "m/s"}, "metre per second", "m/s", 1, 1, "meters per second|metres a second|meters a second", "m/s", "", 0},
    {{Dimension::speed, "[mi_i]/h"}, "mile per hour", "mph", 44704, 100000, "miles an hour|miles per hour", "mph|MPH", "", 0},
    {{Dimension::speed, "[kn_i]"}, "knot", "kn", 1852, 3600, "", "kn", "", 0},
    {{Dimension::energy, "J"}, "joule", "J", 1, 1, "", "", "", 0},
    {{Dimension::energy, "kJ"}, "kilojoule", "kJ", 1000, 1, "", "kJ", "", 0},
    {{Dimension::energy, "kcal"}, "kilocalorie", "kcal", 4184, 1, "kilocalories", "kcal", "", 0},
    {{Dimension::energy, "W.h"}, "watt hour", "Wh", 3600, 1, "watt-hours|watt-hour", "Wh", "", 0},
    {{Dimension::energy, "kW.h"}, "kilowatt hour", "kWh", 3600000, 1, "kilowatt-hours|kilowatt-hour", "kWh|kwh|kWH|KWh", "", 0},
    {{Dimension::energy, "MW.h"}, "megawatt hour", "MWh", 3600000000, 1, "megawatt-hours|megawatt-hour", "MWh", "", 0},
    {{Dimension::energy, "GW.h"}, "gigawatt hour", "GWh", 3600000000000, 1, "gigawatt-hours|gigawatt-hour", "GWh", "", 0},
    {{Dimension::energy, "TW.h"}, "terawatt hour", "TWh", 3600000000000000, 1, "terawatt-hours|terawatt-hour", "TWh", "", 0},
    {{Dimension::energy, "[Btu]"}, "British thermal unit", "Btu", 1055, 1, "btus", "Btu|BTU", "", 0},
    {{Dimension::power, "W"}, "watt", "W", 1, 1, "", "W", "", 0},
    {{Dimension::power, "kW"}, "kilowatt", "kW", 1000, 1, "", "kW|kw", "", 0},
    {{Dimension::power, "MW"}, "megawatt", "MW", 1000000, 1, "", "MW", "", 0},
    {{Dimension::power, "GW"}, "gigawatt", "GW", 1000000000, 1, "", "GW", "", 0},
    {{Dimension::power, "TW"}, "terawatt", "TW", 1000000000000, 1, "", "TW", "", 0},
    {{Dimension::power, "[HP]"}, "horsepower", "hp", 7457, 10, "horse power", "hp|HP|bhp", "", 0},
    {{Dimension::temperature, "Cel"}, "degree Celsius", "°C", 0, 1, "degrees celsius|degrees centigrade|degree centigrade|celsius|deg c|degrees c", "°C|ºC|C", "", 0},
    {{Dimension::temperature, "[degF]"}, "degree Fahrenheit", "°F", 0, 1, "degrees fahrenheit|fahrenheit|deg f|degrees f", "°F|ºF|F", "", 0},
    {{Dimension::temperature, "K"}, "kelvin", "K", 0, 1, "", "", "", 0},
    {{Dimension::pressure, "Pa"}, "pascal", "Pa", 1, 1, "", "Pa", "", 0},
    {{Dimension::pressure, "hPa"}, "hectopascal", "hPa", 100, 1, "", "hPa", "", 0},
    {{Dimension::pressure, "kPa"}, "kilopascal", "kPa", 1000, 1, "", "kPa", "", 0},
    {{Dimension::pressure, "bar"}, "bar", "bar", 100000, 1, "", "", "", 0},
    {{Dimension::pressure, "mbar"}, "millibar", "mbar", 100, 1, "", "mbar", "", 0},
    {{Dimension::pressure, "[psi]"}, "pound per square inch", "psi", 689475729, 100000, "pounds per square inch", "psi|PSI", "", 0},
    {{Dimension::information, "bit"}, "bit", "bit", 1, 1, "", "b", "", 0},
    {{Dimension::information, "By"}, "byte", "B", 8, 1, "", "", "", 0},
    {{Dimension::information, "kBy"}, "kilobyte", "KB", 8000, 1, "", "KB|kB", "", 0},
    {{Dimension::information, "MBy"}, "megabyte", "MB", 8000000, 1, "", "MB", "", 0},
    {{Dimension::information, "GBy"}, "gigabyte", "GB", 8000000000, 1, "gigs", "GB", "", 0},
    {{Dimension::information, "TBy"}, "terabyte", "TB", 8000000000000, 1, "", "TB", "", 0},
    {{Dimension::information, "PBy"}, "petabyte", "PB", 8000000000000000, 1, "", "PB", "", 0},
    {{Dimension::rate, "Mbit/s"}, "megabit per second", "Mbps", 0, 1, "", "Mbps|Mbit/s|Mb/s", "", 0},
    {{Dimension::rate, "Gbit/s"}, "gigabit per second", "Gbps", 0, 1, "", "Gbps|Gb/s", "", 0},
    {{Dimension::frequency, "Hz"}, "hertz", "Hz", 1, 1, "", "Hz|HZ", "", 0},
    {{Dimension::frequency, "kHz"}, "kilohertz", "kHz", 1000, 1, "", "kHz|KHz", "", 0},
    {{Dimension::frequency, "MHz"}, "megahertz", "MHz", 1000000, 1, "", "MHz", "", 0},
    {{Dimension::frequency, "GHz"}, "gigahertz", "GHz", 1000000000, 1, "", "GHz", "", 0},
    {{Dimension::frequency, "{rev}/min"}, "revolutions per minute", "rpm", 0, 1, "revolution per minute", "rpm|RPM", "", 0},
    {{Dimension::frequency, "/min"}, "beat per minute", "bpm", 0, 1, "beats per minute", "bpm", "", 0},
    {{Dimension::rate, "[bbl_us]/d"}, "barrel per day", "bpd", 0, 1, "barrels per day|barrels a day", "bpd|b/d", "", 0},
    {{Dimension::rate, "[mi_i]/[gal_us]"}, "mile per gallon", "mpg", 0, 1, "miles per gallon|miles a gallon", "mpg|MPG", "", 0},
    {{Dimension::other, "N.m"}, "newton metre", "Nm", 0, 1, "newton meters|newton-metres|newton-metre", "Nm", "", 0},
    {{Dimension::other, "[lbf_av].[ft_i]"}, "pound-foot", "lb-ft", 0, 1, "pound-feet|pound feet|foot-pounds|lb ft", "lb-ft", "", 0},
    {{Dimension::other, "V"}, "volt", "V", 0, 1, "", "", "", 0},
    {{Dimension::other, "mV"}, "millivolt", "mV", 0, 1, "", "mV", "", 0},
    {{Dimension::other, "kV"}, "kilovolt", "kV", 0, 1, "", "kV", "", 0},
    {{Dimension::other, "A"}, "ampere", "A", 0, 1, "amps|amp", "", "", 0},
    {{Dimension::other, "mA.h"}, "milliamp hour", "mAh", 0, 1, "", "mAh", "", 0},
    {{Dimension::other, "Ohm"}, "ohm", "Ω", 0, 1, "", "Ω", "", 0},
    {{Dimension::other, "N"}, "newton", "N", 0, 1, "", "", "", 0},
    {{Dimension::other, "deg"}, "degree", "°", 0, 1, "", "°", "", 0},
    {{Dimension::other, "dB"}, "decibel", "dB", 0, 1, "", "dB", "", 0},
    {{Dimension::other, "[g]"}, "g-force", "g", 0, 1, "", "", "", 0},
    {{Dimension::other, "[MW.e]"}, "megawatt electrical", "MWe", 0, 1, "", "", "", 0},
    {{Dimension::other, "Sv"}, "sievert", "Sv", 0, 1, "", "", "", 0},
    {{Dimension::other, "mSv"}, "millisievert", "mSv", 0, 1, "", "mSv", "", 0},
    {{Dimension::other, "[ppm]"}, "part per million", "ppm", 0, 1, "parts per million", "ppm", "", 0},
    {{Dimension::other, "[ppb]"}, "part per billion", "ppb", 0, 1, "parts per billion", "ppb", "", 0},
    {{Dimension::other, "[CO2].t"}, "tonne of CO2", "tCO2", 0, 1, "", "tCO2", "", 0},
    {{Dimension::other, "{px}"}, "pixel", "px", 0, 1, "", "px", "", 0},
    {{Dimension::other, "{Mpx}"}, "megapixel", "MP", 0, 1, "megapixels", "MP", "", 0},
    {{Dimension::other, "[TEU]"}, "twenty-foot equivalent unit", "TEU", 0, 1, "teus", "TEU|TEUs", "", 0},
    {{Dimension::other, "{turn}"}, "turn", "", 0, 1, "", "", "", 0},
    // What sports pages count, as they shorten it.
    {{Dimension::other, "{ppg}"}, "point per game", "ppg", 0, 1, "", "ppg|PPG", "", 0},
    {{Dimension::other, "{rpg}"}, "rebound per game", "rpg", 0, 1, "", "rpg|RPG", "", 0},
    {{Dimension::other, "{apg}"}, "assist per game", "apg", 0, 1, "", "apg|APG", "", 0},
    {{Dimension::other, "{spg}"}, "steal per game", "spg", 0, 1, "", "spg|SPG", "", 0},
    {{Dimension::other, "{bpg}"}, "block per game", "bpg", 0, 1, "", "bpg|BPG", "", 0},
    {{Dimension::other, "{WAR}"}, "win above replacement", "WAR", 0, 1, "wins above replacement", "WAR", "", 0},
    {{Dimension::other, "{RBI}"}, "run batted in", "RBI", 0, 1, "runs batted in", "RBI|RBIs", "", 0},
    {{Dimension::other, "{TD}"}, "touchdown", "TD", 0, 1, "", "TD|TDs", "", 0},
    {{Dimension::other, "{HR}"}, "home run", "HR", 0, 1, "", "HR|HRs", "", 0},
    // ISO 4217, the withdrawn ones that older news names, and hundredth parts under the codes that markets quote them by.
    {{Dimension::money, "AED"}, "UAE dirham", "AED", 0, 1, "emirati dirhams|emirati dirham|dirhams|dirham", "Dhs|Dh", "", 2},
    {{Dimension::money, "AFN"}, "afghani", "؋", 0, 1, "afghanis", "Afs|؋", "", 2},
    {{Dimension::money, "ALL"}, "Albanian lek", "ALL", 0, 1, "leks|lek", "", "", 2},
    {{Dimension::money, "AMD"}, "Armenian dram", "֏", 0, 1, "drams", "֏", "", 2},
    {{Dimension::money, "AOA"}, "Angolan kwanza", "AOA", 0, 1, "kwanzas|kwanza", "", "", 2},
    {{Dimension::money, "ARS"}, "Argentine peso", "ARS", 0, 1, "argentinian pesos|argentinian peso", "", "", 2},
    {{Dimension::money, "AUD"}, "Australian dollar", "A$", 0, 1, "aussie dollars", "A$|AU$|AUD$|Aus$", "", 2},
    {{Dimension::money, "AWG"}, "Aruban florin", "AWG", 0, 1, "", "", "", 2},
    {{Dimension::money, "AZN"}, "Azerbaijani manat", "₼", 0, 1, "", "₼", "", 2},
    {{Dimension::money, "BAM"}, "Bosnian convertible mark", "BAM", 0, 1, "convertible marks|convertible mark", "", "", 2},
    {{Dimension::money, "BBD"}, "Barbadian dollar", "BBD", 0, 1, "barbados dollars", "Bds$", "", 2},
    {{Dimension::money, "BDT"}, "Bangladeshi taka", "৳", 0, 1, "takas|taka", "Tk|৳", "", 2},
    {{Dimension::money, "BGN"}, "Bulgarian lev", "BGN", 0, 1, "leva|lev", "", "", 2},
    {{Dimension::money, "BHD"}, "Bahraini dinar", "BHD", 0, 1, "", "", "", 3},
    {{Dimension::money, "BIF"}, "Burundian franc", "BIF", 0, 1, "", "", "", 0},
    {{Dimension::money, "BMD"}, "Bermudian dollar", "BMD", 0, 1, "bermuda dollars", "", "", 2},
    {{Dimension::money, "BND"}, "Brunei dollar", "BND", 0, 1, "", "B$", "", 2},
    {{Dimension::money, "BOB"}, "Bolivian boliviano", "BOB", 0, 1, "bolivianos|boliviano", "", "", 2},
    {{Dimension::money, "BRL"}, "Brazilian real", "R$", 0, 1, "reais|brazilian reals", "R$", "", 2},
    {{Dimension::money, "BSD"}, "Bahamian dollar", "BSD", 0, 1, "", "", "", 2},
    {{Dimension::money, "BTN"}, "Bhutanese ngultrum", "BTN", 0, 1, "ngultrums|ngultrum", "", "", 2},
    {{Dimension::money, "BWP"}, "Botswana pula", "BWP", 0, 1, "pula", "", "", 2},
    {{Dimension::money, "BYN"}, "Belarusian rouble", "BYN", 0, 1, "belarusian rubles|belarusian ruble", "", "", 2},
    {{Dimension::money, "BZD"}, "Belize dollar", "BZD", 0, 1, "", "BZ$", "", 2},
    {{Dimension::money, "CAD"}, "Canadian dollar", "C$", 0, 1, "", "C$|CA$|Can$|Cdn$|CDN$|CAD$", "", 2},
    {{Dimension::money, "CDF"}, "Congolese franc", "CDF", 0, 1, "", "", "", 2},
    {{Dimension::money, "CHF"}, "Swiss franc", "CHF", 0, 1, "swiss francs", "SFr|Sfr|SwF|CHF", "", 2},
    {{Dimension::money, "CLP"}, "Chilean peso", "CLP", 0, 1, "", "", "", 0},
    {{Dimension::money, "CNY"}, "Chinese yuan", "¥", 0, 1, "yuan|renminbi|chinese renminbi", "RMB|CN¥|rmb", "", 2},
    {{Dimension::money, "COP"}, "Colombian peso", "COP", 0, 1, "", "", "", 2},
    {{Dimension::money, "CRC"}, "Costa Rican colón", "₡", 0, 1, "colones|colón|costa rican colones", "₡", "", 2},
    {{Dimension::money, "CUP"}, "Cuban peso", "CUP", 0, 1, "", "", "", 2},
    {{Dimension::money, "CVE"}, "Cape Verdean escudo", "CVE", 0, 1, "", "", "", 2},
    {{Dimension::money, "CZK"}, "Czech koruna", "Kč", 0, 1, "czech crowns|czech crown|korunas|koruna|koruny", "Kč", "", 2},
    {{Dimension::money, "DJF"}, "Djiboutian franc", "DJF", 0, 1, "", "", "", 0},
    {{Dimension::money, "DKK"}, "Danish krone", "DKK", 0, 1, "danish kroner|danish crowns|danish crown", "Dkr|DKr", "", 2},
    {{Dimension::money, "DOP"}, "Dominican peso", "DOP", 0, 1, "", "", "", 2},
    {{Dimension::money, "DZD"}, "Algerian dinar", "DZD", 0, 1, "", "", "", 2},
    {{Dimension::money, "EGP"}, "Egyptian pound", "E£", 0, 1, "", "E£|LE", "", 2},
    {{Dimension::money, "ERN"}, "Eritrean nakfa", "ERN", 0, 1, "nakfa", "", "", 2},
    {{Dimension::money, "ETB"}, "Ethiopian birr", "ETB", 0, 1, "birr", "", "", 2},
    {{Dimension::money, "EUR"}, "euro", "€", 0, 1, "euros|eur", "€", "", 2},
    {{Dimension::money, "FJD"}, "Fijian dollar", "FJD", 0, 1, "fiji dollars", "FJ$", "", 2},
    {{Dimension::money, "FKP"}, "Falkland Islands pound", "FKP", 0, 1, "", "", "", 2},
    {{Dimension::money, "GBP"}, "pound sterling", "£", 0, 1, "pounds sterling|british pounds|british pound|stg|sterling|uk pounds|quid", "£|stg", "", 2},
    {{Dimension::money, "GEL"}, "Georgian lari", "₾", 0, 1, "lari", "₾", "", 2},
    {{Dimension::money, "GHS"}, "Ghanaian cedi", "₵", 0, 1, "cedis|cedi", "GH₵|GH¢|₵", "", 2},
    {{Dimension::money, "GIP"}, "Gibraltar pound", "GIP", 0, 1, "", "", "", 2},
    {{Dimension::money, "GMD"}, "Gambian dalasi", "GMD", 0, 1, "dalasis|dalasi", "", "", 2},
    {{Dimension::money, "GNF"}, "Guinean franc", "GNF", 0, 1, "", "", "", 0},
    {{Dimension::money, "GTQ"}, "Guatemalan quetzal", "GTQ", 0, 1, "quetzales|quetzals|quetzal", "", "", 2},
    {{Dimension::money, "GYD"}, "Guyanese dollar", "GYD", 0, 1, "guyana dollars", "", "", 2},
    {{Dimension::money, "HKD"}, "Hong Kong dollar", "HK$", 0, 1, "hong kong dlrs", "HK$", "", 2},
    {{Dimension::money, "HNL"}, "Honduran lempira", "HNL", 0, 1, "lempiras|lempira", "", "", 2},
    {{Dimension::money, "HTG"}, "Haitian gourde", "HTG", 0, 1, "gourdes|gourde", "", "", 2},
    {{Dimension::money, "HUF"}, "Hungarian forint", "HUF", 0, 1, "forints|forint", "Ft", "", 2},
    {{Dimension::money, "IDR"}, "Indonesian rupiah", "Rp", 0, 1, "rupiahs|rupiah", "Rp", "", 2},
    {{Dimension::money, "ILS"}, "Israeli shekel", "₪", 0, 1, "shekels|shekel|new shekels|israeli new shekels", "NIS|₪", "", 2},
    {{Dimension::money, "INR"}, "Indian rupee", "₹", 0, 1, "rupees|rupee", "Rs|Rs.|Re|INR|rs|₹", "", 2},
    {{Dimension::money, "IQD"}, "Iraqi dinar", "IQD", 0, 1, "", "", "", 3},
    {{Dimension::money, "IRR"}, "Iranian rial", "IRR", 0, 1, "rials|rial", "", "", 2},
    {{Dimension::money, "ISK"}, "Icelandic króna", "ISK", 0, 1, "icelandic crowns|icelandic kronur|icelandic krona", "", "", 0},
    {{Dimension::money, "JMD"}, "Jamaican dollar", "JMD", 0, 1, "jamaica dollars", "J$", "", 2},
    {{Dimension::money, "JOD"}, "Jordanian dinar", "JOD", 0, 1, "", "", "", 3},
    {{Dimension::money, "JPY"}, "Japanese yen", "¥", 0, 1, "yen", "¥|JP¥", "", 0},
    {{Dimension::money, "KES"}, "Kenyan shilling", "KES", 0, 1, "kenya shillings", "KSh|Ksh|Sh", "", 2},
    {{Dimension::money, "KGS"}, "Kyrgyz som", "KGS", 0, 1, "", "", "", 2},
    {{Dimension::money, "KHR"}, "Cambodian riel", "៛", 0, 1, "riels|riel", "៛", "", 2},
    {{Dimension::money, "KMF"}, "Comorian franc", "KMF", 0, 1, "", "", "", 0},
    {{Dimension::money, "KPW"}, "North Korean won", "KPW", 0, 1, "", "", "", 2},
    {{Dimension::money, "KRW"}, "South Korean won", "₩", 0, 1, "korean won|won", "₩", "", 0},
    {{Dimension::money, "KWD"}, "Kuwaiti dinar", "KWD", 0, 1, "", "KD", "", 3},
    {{Dimension::money, "KYD"}, "Cayman Islands dollar", "KYD", 0, 1, "", "CI$", "", 2},
    {{Dimension::money, "KZT"}, "Kazakhstani tenge", "₸", 0, 1, "tenge|kazakh tenge", "₸", "", 2},
    {{Dimension::money, "LAK"}, "Lao kip", "₭", 0, 1, "kip", "₭", "", 2},
    {{Dimension::money, "LBP"}, "Lebanese pound", "LBP", 0, 1, "lebanese lira", "", "", 2},
    {{Dimension::money, "LKR"}, "Sri Lankan rupee", "LKR", 0, 1, "sri lanka rupees", "SLRs|ரூ", "", 2},
    {{Dimension::money, "LRD"}, "Liberian dollar", "LRD", 0, 1, "", "L$", "", 2},
    {{Dimension::money, "LSL"}, "Lesotho loti", "LSL", 0, 1, "maloti|loti", "", "", 2},
    {{Dimension::money, "LYD"}, "Libyan dinar", "LYD", 0, 1, "", "", "", 3},
    {{Dimension::money, "MAD"}, "Moroccan dirham", "MAD", 0, 1, "", "", "", 2},
    {{Dimension::money, "MDL"}, "Moldovan leu", "MDL", 0, 1, "", "", "", 2},
    {{Dimension::money, "MGA"}, "Malagasy ariary", "MGA", 0, 1, "ariary", "", "", 2},
    {{Dimension::money, "MKD"}, "Macedonian denar", "MKD", 0, 1, "denars|denar", "", "", 2},
    {{Dimension::money, "MMK"}, "Myanmar kyat", "MMK", 0, 1, "kyats|kyat", "", "", 2},
    {{Dimension::money, "MNT"}, "Mongolian tugrik", "₮", 0, 1, "tugriks|tugrik", "₮", "", 2},
    {{Dimension::money, "MOP"}, "Macanese pataca", "MOP", 0, 1, "patacas|pataca", "MOP$", "", 2},
    {{Dimension::money, "MRU"}, "Mauritanian ouguiya", "MRU", 0, 1, "ouguiyas|ouguiya", "", "", 2},
    {{Dimension::money, "MUR"}, "Mauritian rupee", "MUR", 0, 1, "", "", "", 2},
    {{Dimension::money, "MVR"}, "Maldivian rufiyaa", "MVR", 0, 1, "rufiyaa", "", "", 2},
    {{Dimension::money, "MWK"}, "Malawian kwacha", "MWK", 0, 1, "", "", "", 2},
    {{Dimension::money, "MXN"}, "Mexican peso", "MXN", 0, 1, "", "Mex$|MX$", "", 2},
    {{Dimension::money, "MYR"}, "Malaysian ringgit", "RM", 0, 1, "ringgits|ringgit", "RM", "", 2},
    {{Dimension::money, "MZN"}, "Mozambican metical", "MZN", 0, 1, "meticais|metical", "", "", 2},
    {{Dimension::money, "NAD"}, "Namibian dollar", "NAD", 0, 1, "", "N$", "", 2},
    {{Dimension::money, "NGN"}, "Nigerian naira", "₦", 0, 1, "nairas|naira", "₦", "", 2},
    {{Dimension::money, "NIO"}, "Nicaraguan córdoba", "NIO", 0, 1, "cordobas|cordoba", "", "", 2},
    {{Dimension::money, "NOK"}, "Norwegian krone", "NOK", 0, 1, "norwegian kroner|norwegian crowns|norwegian crown", "NKr", "", 2},
    {{Dimension::money, "NPR"}, "Nepalese rupee", "NPR", 0, 1, "nepali rupees|nepali rupee", "NRs", "", 2},
    {{Dimension::money, "NZD"}, "New Zealand dollar", "NZ$", 0, 1, "kiwi dollars", "NZ$|NZD$", "", 2},
    {{Dimension::money, "OMR"}, "Omani rial", "OMR", 0, 1, "", "", "", 3},
    {{Dimension::money, "PAB"}, "Panamanian balboa", "PAB", 0, 1, "balboas|balboa", "", "", 2},
    {{Dimension::money, "PEN"}, "Peruvian sol", "PEN", 0, 1, "soles", "", "", 2},
    {{Dimension::money, "PGK"}, "Papua New Guinean kina", "PGK", 0, 1, "kina", "", "", 2},
    {{Dimension::money, "PHP"}, "Philippine peso", "₱", 0, 1, "philippine pesos", "₱", "", 2},
    {{Dimension::money, "PKR"}, "Pakistani rupee", "Rs", 0, 1, "pakistan rupees|pakistan rupee", "PRs|PKRs", "", 2},
    {{Dimension::money, "PLN"}, "Polish zloty", "PLN", 0, 1, "zlotys|zloty|złoty|zlotych", "zł", "", 2},
    {{Dimension::money, "PYG"}, "Paraguayan guarani", "₲", 0, 1, "guaranies|guaranis|guarani", "₲", "", 0},
    {{Dimension::money, "QAR"}, "Qatari riyal", "QAR", 0, 1, "qatari rials", "QR", "", 2},
    {{Dimension::money, "RON"}, "Romanian leu", "RON", 0, 1, "lei", "", "", 2},
    {{Dimension::money, "RSD"}, "Serbian dinar", "RSD", 0, 1, "", "", "", 2},
    {{Dimension::money, "RUB"}, "Russian rouble", "₽", 0, 1, "roubles|rouble|rubles|ruble|russian rubles|russian ruble", "₽", "", 2},
    {{Dimension::money, "RWF"}, "Rwandan franc", "RWF", 0, 1, "", "", "", 0},
    {{Dimension::money, "SAR"}, "Saudi riyal", "SAR", 0, 1, "saudi riyals|saudi rials", "SR", "", 2},
    {{Dimension::money, "SBD"}, "Solomon Islands dollar", "SBD", 0, 1, "", "", "", 2},
    {{Dimension::money, "SCR"}, "Seychellois rupee", "SCR", 0, 1, "seychelles rupees", "", "", 2},
    {{Dimension::money, "SDG"}, "Sudanese pound", "SDG", 0, 1, "", "", "", 2},
    {{Dimension::money, "SEK"}, "Swedish krona", "SEK", 0, 1, "swedish kronor|swedish crowns|swedish crown|kronor", "SKr", "", 2},
    {{Dimension::money, "SGD"}, "Singapore dollar", "S$", 0, 1, "", "S$|SG$|SGD$", "", 2},
    {{Dimension::money, "SHP"}, "Saint Helena pound", "SHP", 0, 1, "", "", "", 2},
    {{Dimension::money, "SLE"}, "Sierra Leonean leone", "SLE", 0, 1, "leones|leone", "", "", 2},
    {{Dimension::money, "SOS"}, "Somali shilling", "SOS", 0, 1, "", "", "", 2},
    {{Dimension::money, "SRD"}, "Surinamese dollar", "SRD", 0, 1, "", "", "", 2},
    {{Dimension::money, "SSP"}, "South Sudanese pound", "SSP", 0, 1, "", "", "", 2},
    {{Dimension::money, "STN"}, "São Tomé dobra", "STN", 0, 1, "dobras|dobra", "", "", 2},
    {{Dimension::money, "SVC"}, "Salvadoran colón", "SVC", 0, 1, "", "", "", 2},
    {{Dimension::money, "SYP"}, "Syrian pound", "SYP", 0, 1, "", "", "", 2},
    {{Dimension::money, "SZL"}, "Swazi lilangeni", "SZL", 0, 1, "emalangeni|lilangeni", "", "", 2},
    {{Dimension::money, "THB"}, "Thai baht", "฿", 0, 1, "baht", "฿", "", 2},
    {{Dimension::money, "TJS"}, "Tajikistani somoni", "TJS", 0, 1, "somoni", "", "", 2},
    {{Dimension::money, "TMT"}, "Turkmenistani manat", "TMT", 0, 1, "", "", "", 2},
    {{Dimension::money, "TND"}, "Tunisian dinar", "TND", 0, 1, "", "", "", 3},
    {{Dimension::money, "TOP"}, "Tongan paʻanga", "TOP", 0, 1, "paanga", "T$", "", 2},
    {{Dimension::money, "TRY"}, "Turkish lira", "₺", 0, 1, "turkish liras|liras|lira", "TL|₺", "", 2},
    {{Dimension::money, "TTD"}, "Trinidad and Tobago dollar", "TTD", 0, 1, "", "TT$", "", 2},
    {{Dimension::money, "TWD"}, "New Taiwan dollar", "NT$", 0, 1, "taiwan dollars|taiwan dollar|taiwanese dollars", "NT$", "", 2},
    {{Dimension::money, "TZS"}, "Tanzanian shilling", "TZS", 0, 1, "tanzania shillings", "TSh", "", 2},
    {{Dimension::money, "UAH"}, "Ukrainian hryvnia", "₴", 0, 1, "hryvnias|hryvnia|hryvnya", "₴", "", 2},
    {{Dimension::money, "UGX"}, "Ugandan shilling", "UGX", 0, 1, "uganda shillings", "USh", "", 0},
    {{Dimension::money, "USD"}, "US dollar", "$", 0, 1, "dollars|dollar|dlrs|dlr|u.s. dollars|u.s. dollar|u.s. dlrs|us dlrs|united states dollars|united states dollar|american " "dollars|american dollar|bucks|greenbacks", "US$|U.S.$|USD$|$", "", 2},
    {{Dimension::money, "UYU"}, "Uruguayan peso", "UYU", 0, 1, "", "", "", 2},
    {{Dimension::money, "UZS"}, "Uzbek som", "UZS", 0, 1, "uzbekistani som", "", "", 2},
    {{Dimension::money, "VES"}, "Venezuelan bolívar", "VES", 0, 1, "bolivars|bolivar|bolívares|bolivares", "", "", 2},
    {{Dimension::money, "VND"}, "Vietnamese dong", "₫", 0, 1, "dong", "₫", "", 0},
    {{Dimension::money, "VUV"}, "Vanuatu vatu", "VUV", 0, 1, "vatu", "", "", 0},
    {{Dimension::money, "WST"}, "Samoan tala", "WST", 0, 1, "tala", "", "", 2},
    {{Dimension::money, "XAF"}, "Central African CFA franc", "XAF", 0, 1, "cfa francs|cfa franc", "FCFA", "", 0},
    {{Dimension::money, "XCD"}, "East Caribbean dollar", "XCD", 0, 1, "", "EC$", "", 2},
    {{Dimension::money, "XOF"}, "West African CFA franc", "XOF", 0, 1, "", "", "", 0},
    {{Dimension::money, "XPF"}, "CFP franc", "XPF", 0, 1, "", "", "", 0},
    {{Dimension::money, "YER"}, "Yemeni rial", "YER", 0, 1, "", "", "", 2},
    {{Dimension::money, "ZAR"}, "South African rand", "R", 0, 1, "rands|rand", "", "", 2},
    {{Dimension::money, "ZMW"}, "Zambian kwacha", "ZMW", 0, 1, "kwachas|kwacha", "", "", 2},
    {{Dimension::money, "ZWG"}, "Zimbabwe gold", "ZWG", 0, 1, "", "ZiG", "", 2},
    {{Dimension::money, "XDR"}, "special drawing right", "SDR", 0, 1, "special drawing rights|sdrs", "SDR", "", 2},
    {{Dimension::money, "XAU"}, "ounce of gold", "XAU", 0, 1, "", "", "", 2},
    {{Dimension::money, "BTC"}, "bitcoin", "₿", 0, 1, "bitcoins", "₿", "", 8},
    {{Dimension::money, "DEM"}, "German mark", "DM", 0, 1, "deutsche marks|deutsche mark|deutschmarks|deutschmark|d-marks|d-mark|marks|west german marks|german marks", "DM", "", 2},
    {{Dimension::money, "FRF"}, "French franc", "FF", 0, 1, "francs|franc", "FF|FFr", "", 2},
    {{Dimension::money, "ITL"}, "Italian lira", "ITL", 0, 1, "italian lire|lire", "", "", 0},
    {{Dimension::money, "BEF"}, "Belgian franc", "BFr", 0, 1, "", "BFr", "", 2},
    {{Dimension::money, "NLG"}, "Dutch guilder", "Dfl", 0, 1, "guilders|guilder|dutch florins", "Dfl", "", 2},
    {{Dimension::money, "ESP"}, "Spanish peseta", "Pta", 0, 1, "pesetas|peseta", "Ptas|Pta", "", 0},
    {{Dimension::money, "ATS"}, "Austrian schilling", "ATS", 0, 1, "schillings|schilling", "", "", 2},
    {{Dimension::money, "FIM"}, "Finnish markka", "FIM", 0, 1, "markkaa|markka|finnish marks", "", "", 2},
    {{Dimension::money, "GRD"}, "Greek drachma", "GRD", 0, 1, "drachmas|drachma", "", "", 2},
    {{Dimension::money, "IEP"}, "Irish pound", "IR£", 0, 1, "irish punts|irish punt", "IR£|I£", "", 2},
    {{Dimension::money, "PTE"}, "Portuguese escudo", "PTE", 0, 1, "escudos|escudo", "", "", 2},
    {{Dimension::money, "SUR"}, "Soviet rouble", "SUR", 0, 1, "soviet rubles", "", "", 2},
    {{Dimension::money, "USX"}, "US cent", "¢", 0, 1, "cents|cent|cts", "¢|c", "USD", 0},
    {{Dimension::money, "GBX"}, "penny", "p", 0, 1, "pence|pennies", "p", "GBP", 0},
    {{Dimension::money, "EUX"}, "euro cent", "c", 0, 1, "eurocents|eurocent", "", "EUR", 0},
    {{Dimension::money, "INX"}, "Indian paisa", "p", 0, 1, "paise|paisa", "", "INR", 0},
    {{Dimension::money, "RUX"}, "kopeck", "", 0, 1, "kopecks|kopeks|kopek", "", "RUB", 0},
});
// clang-format on

struct Form {
    std::string words;
    std::size_t row = 0;
    bool any_case = true;
};

constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view words) {
    std::string out(words);
    std::transform(out.begin(), out.end(), out.begin(), to_lower);
    return out;
}

constexpr std::size_t first_bytes = 2;  // forms are kept by their first two bytes, in small letters

std::size_t key_of(std::string_view words) {
    std::size_t key = 0;
    for (std::size_t i = 0; i < first_bytes; ++i)
        key = key * 256 + (i < words.size() ? static_cast<unsigned char>(to_lower(words[i])) : 0U);
    return key;
}

using Index = std::unordered_map<std::size_t, std::vector<Form>>;

void add(Index& index, std::string_view words, std::size_t row, bool any_case) {
    if (words.empty()) return;
    const std::string kept = any_case ? lower(words) : std::string(words);
    index[key_of(kept)].push_back({kept, row, any_case});
}

template <typename Each>
void each_part(std::string_view list, Each each) {
    while (!list.empty()) {
        const std::size_t bar = list.find('|');
        each(list.substr(0, bar));
        list = bar == std::string_view::npos ? std::string_view{} : list.substr(bar + 1);
    }
}

// "kilometres per hour", "US dollars"; plurals of another kind ("feet") stand among the words of their row.
std::string plural_of(const UnitRow& row) {
    std::string name(row.name);
    if (name.empty()) return name;
    const std::size_t per = name.find(" per ");
    return name.insert(per == std::string::npos ? name.size() : per, "s");
}

// Codes that are words of English in capitals: never read as money.
constexpr std::array words_in_capitals =
    std::to_array<std::string_view>({"ALL", "TOP", "TRY", "CUP", "MOP", "PEN", "COP", "GEL", "SOS", "BAM", "LAK"});

bool is_money_code(const UnitRow& row) {
    return row.unit.dimension == Dimension::money && row.major.empty() &&
           std::find(words_in_capitals.begin(), words_in_capitals.end(), row.unit.code) == words_in_capitals.end();
}

void longest_first(Index& index) {
    for (auto& [key, forms] : index)
        std::stable_sort(forms.begin(), forms.end(),
                         [](const Form& a, const Form& b) { return a.words.size() > b.words.size(); });
}

// Words that may follow a number. Symbols of one letter are kept apart: "5 m" is a length, "5 C" may be anything.
Index make_index() {
    Index index;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const UnitRow& row = table[i];
        add(index, row.name, i, true);
        add(index, plural_of(row), i, true);
        each_part(row.words, [&](std::string_view words) { add(index, words, i, true); });
        each_part(row.symbols, [&](std::string_view words) { add(index, words, i, false); });
        if (is_money_code(row)) add(index, row.unit.code, i, false);
    }
    longest_first(index);
    return index;
}

// What may stand before a sum: symbols and codes.
Index make_prefix_index() {
    Index index;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const UnitRow& row = table[i];
        if (row.unit.dimension != Dimension::money || !row.major.empty()) continue;
        each_part(row.symbols, [&](std::string_view words) {
            add(index, words, i, false);
            // "US $ 5 mln", "hk $ 10": wire services part and lower them. One letter may be a word: "a $5 note".
            if (words.back() != '$' || (words.size() < 3 && words != "C$")) return;
            add(index, words, i, true);
            add(index, std::string(words.substr(0, words.size() - 1)) + " $", i, true);
        });
        if (is_money_code(row)) add(index, row.unit.code, i, false);
    }
    longest_first(index);
    return index;
}

std::size_t row_of_code(std::string_view code) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const UnitRow& row) { return row.unit.code == code; });
    return static_cast<std::size_t>(found - table.begin());
}

// One space of a form stands for one gap of the text. What stands before a sum may be joined to its figure: "USD10m", "£5".
bool begins_with(std::string_view text, const Form& form, bool before_figure) {
    if (text.size() < form.words.size()) return false;
    for (std::size_t i = 0; i < form.words.size(); ++i) {
        const char have = form.any_case ? to_lower(text[i]) : text[i];
        if (have != form.words[i] && !(form.words[i] == ' ' && have == '\n')) return false;
    }
    const char last = form.words.back();
    if (text.size() == form.words.size() || !(is_letter(last) || is_digit(last))) return true;
    const char next = text[form.words.size()];
    const char after = form.words.size() + 1 < text.size() ? text[form.words.size() + 1] : ' ';
    if (next == '-' && is_digit(after) && !form.any_case) return false;  // "24703 L-202"
    return !is_letter(next) && (before_figure || !is_digit(next));
}

UnitAt longest(const Index& index, std::string_view text, bool before_figure) {
    for (const std::size_t bytes : {first_bytes, std::size_t{1}}) {
        const auto found = index.find(key_of(text.substr(0, bytes)));
        if (found == index.end()) continue;
        for (const Form& form : found->second)
            if (begins_with(text, form, before_figure)) return {&table[form.row], form.words.size(), !form.any_case};
    }
    return {};
}

}  // namespace

std::span<const UnitRow> unit_table() { return table; }

const UnitRow* unit_row(Unit unit) {
    struct Hash {
        std::size_t operator()(Unit key) const {
            return std::hash<std::string_view>()(key.code) + static_cast<std::size_t>(key.dimension);
        }
    };
    static const auto rows = [] {
        std::unordered_map<Unit, const UnitRow*, Hash> out;
        for (const UnitRow& row : table) out.emplace(row.unit, &row);
        return out;
    }();
    const auto found = rows.find(unit);
    return found == rows.end() ? nullptr : found->second;
}

std::optional<Unit> unit_from_code(std::string_view code) {
    const std::size_t row = row_of_code(code);
    if (row == table.size()) return std::nullopt;
    return table[row].unit;
}

std::optional<Rational> conversion(Unit from, Unit to) {
    if (from.dimension != to.dimension) return std::nullopt;
    if (from == to) return Rational(1);
    const UnitRow* a = unit_row(from);
    const UnitRow* b = unit_row(to);
    if (a == nullptr || b == nullptr) return std::nullopt;
    if (!a->major.empty() && a->major == b->unit.code) return Rational(1, 100);
    if (!b->major.empty() && b->major == a->unit.code) return Rational(100);
    if (a->factor_num == 0 || b->factor_num == 0) return std::nullopt;
    return Rational(a->factor_num, a->factor_den) / Rational(b->factor_num, b->factor_den);
}

UnitAt unit_at(std::string_view text) {
    static const Index index = make_index();
    return longest(index, text, false);
}

UnitAt currency_before(std::string_view text) {
    static const Index index = make_prefix_index();
    return longest(index, text, true);
}

}  // namespace factcheck
