// A data package in a folder of its own: what good tables become, and each fault at its place.
#include "reference/import.hpp"

#include "support/folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace factcheck;
using factcheck::testing::Folder;

namespace {

const std::vector<std::string> entities{"PK", "US", "CN", "GB", "dar"};
const std::vector<std::string> measures{"killed", "duration_days"};

std::vector<Series> some_series() {
    Series exports;
    exports.id = "exports";
    exports.dimensions = {"reporter", "partner"};
    exports.unit = {Dimension::money, "USD"};
    exports.unit_mult = 6;
    Series rate;
    rate.id = "policy_rate";
    rate.dimensions = {"reporter"};
    rate.unit = {Dimension::percent, "%"};
    return {exports, rate};
}

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> out{""};
    for (const char c : text) {
        if (c == at)
            out.emplace_back();
        else
            out.back() += c;
    }
    return out;
}

// "series,obs_value:number" -> a schema of these fields and types.
std::string fields(const std::string& names) {
    std::string out;
    for (const std::string& name : split(names, ',')) {
        const auto parts = split(name, ':');
        out += (out.empty() ? "" : ", ") +
               ("{\"name\": \"" + parts.front() + "\", \"type\": \"" + (parts.size() > 1 ? parts[1] : "string") + "\"}");
    }
    return "\"schema\": {\"fields\": [" + out + "]}";
}

const std::string observation_names =
    "series,reporter,partner,time_period,obs_value,unit_mult:integer,obs_status,published,source,url,comment";
const std::string observation_header =
    "series,reporter,partner,time_period,obs_value,unit_mult,obs_status,published,source,url,comment\n";

std::string resource(const std::string& table, const std::string& names, const std::string& more = "") {
    return "{\"name\": \"" + table + "\", \"path\": \"" + table + ".csv\", \"table\": \"" + table + "\", " + fields(names) +
           more + "}";
}

std::string package_of(const std::vector<std::string>& resources) {
    std::string out;
    for (const std::string& r : resources) out += (out.empty() ? "" : ",\n") + r;
    return "{\"name\": \"test\",\n\"resources\": [\n" + out + "]}\n";
}

struct Imported {
    ImportedData data;
    std::vector<std::string> faults;  // file:line:column: message, the file without its folder
};

Imported import_from(const Folder& folder) {
    Diagnostics diagnostics;
    Imported out;
    out.data = import_data(folder.path / "datapackage.json", some_series(), diagnostics, {&entities, &measures});
    for (const Diagnostic& d : diagnostics)
        out.faults.push_back(std::filesystem::path(d.place.file).filename().string() + ":" + std::to_string(d.place.line) + ":" +
                             std::to_string(d.place.column) + ": " + d.message);
    return out;
}

Imported import_observations(const std::string& rows, const std::string& more = "") {
    const Folder folder;
    folder.write("datapackage.json", package_of({resource("observations", observation_names, more)}));
    folder.write("observations.csv", observation_header + rows);
    return import_from(folder);
}

// The faults are those wanted, each beginning so and having the words behind " ... " in it.
void check_faults(const std::vector<std::string>& got, const std::vector<std::string>& wanted) {
    for (const std::string& fault : got) CAPTURE(fault);
    REQUIRE_MESSAGE(got.size() == wanted.size(), (got.empty() ? "no fault" : got.front()));
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const std::size_t gap = wanted[i].find(" ... ");
        const bool begins = got[i].starts_with(wanted[i].substr(0, gap));
        const bool has = gap == std::string::npos || got[i].find(wanted[i].substr(gap + 5)) != std::string::npos;
        CHECK_MESSAGE((begins && has), got[i] << " is not " << wanted[i]);
    }
}

}  // namespace

TEST_CASE("good rows of observations") {
    const Imported got = import_observations(
        "exports,PK,US,2023-07/2024-06,5444.10,6,A,2025-07,State Bank,https://example.org/a,\n"
        "exports,PK,US,2023-07-01/P12M,5432.929,,,2024-07-23,State Bank,,first print\n"
        "policy_rate,PK,,2025-06-16,11.00,0,P,2025-06-16,State Bank,,\n"
        "exports,PK,CN,2024,,,M,2025-07,State Bank,,not published\n");
    check_faults(got.faults, {});
    REQUIRE(got.data.tables.size() == 2);
    const SeriesRows& exports = got.data.tables[0];
    CHECK(exports.series == "exports");
    REQUIRE(exports.rows.size() == 2);  // a missing observation is none
    const Observation& first = exports.rows[0];
    CHECK(first.key == std::vector<std::string>{"PK", "US"});
    CHECK(to_iso(first.period.first) == "2023-07-01");
    CHECK(to_iso(first.period.last) == "2024-06-30");
    CHECK(first.value.str() == "5444.10");  // the zero was printed
    CHECK(first.base_value() == Rational(5'444'100'000));
    CHECK(first.base_place() == Rational(10'000));
    CHECK(first.status == "A");
    CHECK(first.published.text == "2025-07");
    CHECK(to_iso(first.published.first) == "2025-07-01");
    CHECK(to_iso(first.published.last) == "2025-07-31");
    CHECK(first.url == "https://example.org/a");
    CHECK(first.row == 2);
    CHECK(exports.rows[1].unit_mult == 6);  // the series' own
    CHECK(exports.rows[1].comment == "first print");
    CHECK(got.data.tables[1].rows.front().key == std::vector<std::string>{"PK"});
    CHECK(got.data.files.size() == 2);
}

TEST_CASE("each fault of an observation at its place") {
    struct Row {
        std::string what;
        std::string rows;
        std::vector<std::string> faults;
    };
    const std::vector<Row> table{
        {"unknown series",
         "export,PK,US,2024,1,6,A,2025-07,SBP,,\n",
         {"observations.csv:2:1: series: there is no series ... did you mean exports?"}},
        {"no series", ",PK,US,2024,1,6,A,2025-07,SBP,,\n", {"observations.csv:2:1: series: a value is required"}},
        {"unknown entity",
         "exports,PK,USA,2024,1,6,A,2025-07,SBP,,\n",
         {"observations.csv:2:12: partner: there is no entity \"USA\" ... US"}},
        {"dimension left empty",
         "exports,PK,,2024,1,6,A,2025-07,SBP,,\n",
         {"observations.csv:2:12: partner: the series exports has this dimension"}},
        {"dimension of another series",
         "policy_rate,PK,US,2024,1,0,A,2025-07,SBP,,\n",
         {"observations.csv:2:16: partner: the series policy_rate has no dimension partner"}},
        {"bad period",
         "exports,PK,US,2024-13,1,6,A,2025-07,SBP,,\n",
         {"observations.csv:2:15: time_period: \"2024-13\" is no period"}},
        {"period that ends first", "exports,PK,US,2024-06/2023-07,1,6,A,2025-07,SBP,,\n", {"observations.csv:2:15: time_period"}},
        {"no period", "exports,PK,US,,1,6,A,2025-07,SBP,,\n", {"observations.csv:2:15: time_period"}},
        {"separators in a number",
         "exports,PK,US,2024,\"5,444\",6,A,2025-07,SBP,,\n",
         {"observations.csv:2:20: obs_value: \"5,444\" is no decimal number"}},
        {"exponent", "exports,PK,US,2024,5.4e3,6,A,2025-07,SBP,,\n", {"observations.csv:2:20: obs_value"}},
        {"spaces round a number", "exports,PK,US,2024, 5,6,A,2025-07,SBP,,\n", {"observations.csv:2:20: obs_value"}},
        {"no value", "exports,PK,US,2024,,6,A,2025-07,SBP,,\n", {"observations.csv:2:20: obs_value"}},
        {"value of a missing observation",
         "exports,PK,US,2024,5,6,M,2025-07,SBP,,\n",
         {"observations.csv:2:20: obs_value: a missing observation"}},
        {"multiplier in words",
         "exports,PK,US,2024,5,millions,A,2025-07,SBP,,\n",
         {"observations.csv:2:22: unit_mult: \"millions\" is no integer"}},
        {"multiplier out of reach",
         "exports,PK,US,2024,5,1000000,A,2025-07,SBP,,\n",
         {"observations.csv:2:22: unit_mult: \"1000000\" is no power of ten"}},
        {"multiplier as far below", "exports,PK,US,2024,5,-16,A,2025-07,SBP,,\n", {"observations.csv:2:22: unit_mult"}},
        {"multiplier of thousandths", "exports,PK,US,2024,5,-3,A,2025-07,SBP,,\n", {}},
        {"unknown status",
         "exports,PK,US,2024,5,6,final,2025-07,SBP,,\n",
         {"observations.csv:2:24: obs_status: \"final\" is no status"}},
        {"no publication", "exports,PK,US,2024,5,6,A,,SBP,,\n", {"observations.csv:2:26: published"}},
        {"publication that never was",
         "exports,PK,US,2024,5,6,A,2025-02-30,SBP,,\n",
         {"observations.csv:2:26: published: \"2025-02-30\""}},
        {"publication over two months", "exports,PK,US,2024,5,6,A,2025-02/2025-03,SBP,,\n", {"observations.csv:2:26: published"}},
        {"no source", "exports,PK,US,2024,5,6,A,2025-07,,,\n", {"observations.csv:2:34: source: a value is required"}},
        {"not a web address", "exports,PK,US,2024,5,6,A,2025-07,SBP,javascript:x,\n", {"observations.csv:2:38: url"}},
        {"two values for one figure",
         "exports,PK,US,2024,5,6,A,2025-07,SBP,,\nexports,PK,US,2024,5.1,6,A,2025-07,SBP,,\n",
         {"observations.csv:3:1: another obs_value ... observations.csv:2"}},
        {"one figure in two multipliers",
         "exports,PK,US,2024,5,6,A,2025-07,SBP,,\nexports,PK,US,2024,5000,3,A,2025-07,SBP,,\n",
         {}},
        {"one figure from two pages",
         "exports,PK,US,2024,5,6,A,2025-07,SBP,https://a.org,\nexports,PK,US,2024,5.1,6,A,2025-07,SBP,https://b.org,\n",
         {}},
        {"a period said in two ways",
         "exports,PK,US,2024,5,6,A,2025-07,SBP,,\nexports,PK,US,2024-01/2024-12,6,6,A,2025-07,SBP,,\n",
         {"observations.csv:3:1: another obs_value"}},
        {"several faults of several rows",
         "export,PK,US,2024,x,6,A,2025-07,SBP,,\nexports,PK,US,never,5,6,A,soon,SBP,,\n",
         {"observations.csv:2:1: series", "observations.csv:2:19: obs_value", "observations.csv:3:15: time_period",
          "observations.csv:3:27: published"}},
        {"a fault below a newline in quotes",
         "exports,PK,US,2024,5,6,A,2025-07,SBP,,\"two\nlines\"\nexport,PK,US,2024,5,6,A,2025-07,SBP,,\n",
         {"observations.csv:4:1: series"}},
    };
    for (const Row& row : table) {
        CAPTURE(row.what);
        check_faults(import_observations(row.rows).faults, row.faults);
    }
}

TEST_CASE("columns are found by name and held to the schema") {
    const auto with_header = [](const std::string& csv) {
        const Folder folder;
        folder.write("datapackage.json",
                     package_of({resource("observations", "series,reporter,partner,time_period,obs_value,published,source")}));
        folder.write("observations.csv", csv);
        return import_from(folder);
    };
    const Imported moved =
        with_header("source,published,series,partner,reporter,time_period,obs_value\nSBP,2025-07,exports,US,PK,2024,7\n");
    check_faults(moved.faults, {});
    CHECK(moved.data.tables.front().rows.front().key == std::vector<std::string>{"PK", "US"});
    check_faults(with_header("series,reporter,partner,time_period,obs_valu,published,source\n").faults,
                 {"observations.csv:1:0: missing from the header: \"obs_value\"",
                  "observations.csv:1:37: the schema has no field \"obs_valu\" ... obs_value"});
    check_faults(with_header("series,reporter,partner,time_period,obs_value,published,source,source\n").faults,
                 {"observations.csv:1:64: the column \"source\" stands twice"});
    check_faults(with_header("series,reporter,partner,time_period,obs_value,published\n").faults,
                 {"observations.csv:1:0: missing from the header: \"source\""});
    check_faults(with_header("").faults, {"observations.csv:1:1: the table is empty"});
}

TEST_CASE("a declared dialect, missing values and no header") {
    const std::string more = ", \"dialect\": {\"delimiter\": \";\", \"header\": false}, \"missingValues\": [\"\", \"n/a\"]";
    const Folder folder;
    folder.write(
        "datapackage.json",
        package_of({resource("observations",
                             "series,reporter,partner,time_period,obs_value:number,published:yearmonth,source,comment", more)}));
    folder.write("observations.csv", "exports;PK;US;2024;7.50;2025-07;SBP;n/a\nexports;PK;CN;2024;n/a;2025-07;SBP;\n");
    const Imported got = import_from(folder);
    check_faults(got.faults, {"observations.csv:2:20: obs_value"});
    REQUIRE(got.data.tables.size() == 1);
    CHECK(got.data.tables.front().rows.front().value.str() == "7.50");
    CHECK(got.data.tables.front().rows.front().comment.empty());
}

TEST_CASE("types and constraints of fields are checked against the rows") {
    const std::string names = "series,reporter,partner,time_period:year,obs_value:number,published:date,source";
    const auto with = [&](const std::string& row, const std::string& schema) {
        const Folder folder;
        folder.write("datapackage.json",
                     package_of({"{\"name\": \"o\", \"path\": \"o.csv\", \"table\": \"observations\", " + schema + "}"}));
        folder.write("o.csv", "series,reporter,partner,time_period,obs_value,published,source\n" + row);
        return import_from(folder).faults;
    };
    check_faults(with("exports,PK,US,2024,1,2025-07-01,SBP\n", fields(names)), {});
    check_faults(with("exports,PK,US,2024-05,one,2025-07,SBP\n", fields(names)),
                 {"o.csv:2:15: time_period: \"2024-05\" is no year", "o.csv:2:23: obs_value: \"one\" is no number",
                  "o.csv:2:27: published: \"2025-07\" is no date"});
    const std::string limited =
        "\"schema\": {\"fields\": [{\"name\": \"series\"}, {\"name\": \"reporter\", \"constraints\": {\"enum\": [\"PK\"]}}, "
        "{\"name\": \"partner\"}, "
        "{\"name\": \"time_period\"}, {\"name\": \"obs_value\"}, {\"name\": \"published\"}, {\"name\": \"source\", "
        "\"constraints\": {\"required\": true}}]}";
    check_faults(with("exports,GB,US,2024,1,2025-07,\n", limited),
                 {"o.csv:2:9: reporter: \"GB\" is not one of the values allowed", "o.csv:2:30: source: a value is required"});
}

TEST_CASE("events with their dates and facts, whatever order their tables stand in") {
    const Folder folder;
    folder.write("datapackage.json",
                 package_of({resource("facts", "event,measure,side,claimant,low,high,as_of,published,source,url"),
                             resource("event_dates", "event,start,end,published,source,url"),
                             resource("events", "event,kind,label,cues,place,participants,persons")}));
    folder.write("events.csv",
                 "event,kind,label,cues,place,participants,persons\nclash,conflict,the clash,clash; fighting ;,\"Pass, "
                 "Valley\",PK;GB,dar\n");
    folder.write("event_dates.csv",
                 "event,start,end,published,source,url\nclash,2025-05-07,2025-05-10,2025-05-11,A,\nclash,2025-05-07,,2025-05,B,"
                 "\nclash,2025-05,2025-05,2025-06,C,\n");
    folder.write("facts.csv",
                 "event,measure,side,claimant,low,high,as_of,published,source,url\nclash,killed,PK,press,26,,2025-05-11,2025-05-"
                 "11,A,\nclash,duration_days,,GB,4,5.5,2025-05,2025-05,B,\n");
    const Imported got = import_from(folder);
    check_faults(got.faults, {});
    REQUIRE(got.data.events.size() == 1);
    const Event& event = got.data.events.front();
    CHECK(event.cues == std::vector<std::string>{"clash", "fighting"});
    CHECK(event.where == "Pass, Valley");
    CHECK(event.participants == std::vector<std::string>{"PK", "GB"});
    CHECK(event.persons == std::vector<std::string>{"dar"});
    REQUIRE(event.dates.size() == 3);
    CHECK(days_inclusive(event.dates[0].period) == 4);
    CHECK(event.dates[0].period.grain == Grain::day);
    CHECK_FALSE(event.dates[0].open_end);
    CHECK(event.dates[1].open_end);
    CHECK(event.dates[1].period == day_period(*day_from("2025-05-07")));
    CHECK(event.dates[2].period == *month_period(2025, 5));
    REQUIRE(event.facts.size() == 2);
    CHECK(event.facts[0].low == Rational(26));
    CHECK_FALSE(event.facts[0].high);
    CHECK(event.facts[1].high == Rational(11, 2));
    CHECK(to_iso(event.facts[1].as_of) == "2025-05-31");
}

TEST_CASE("each fault of an event, its dates and facts") {
    const auto with = [](const std::string& events, const std::string& dates, const std::string& facts) {
        const Folder folder;
        folder.write("datapackage.json",
                     package_of({resource("events", "event,kind,label,participants"),
                                 resource("event_dates", "event,start,end,published,source"),
                                 resource("facts", "event,measure,side,claimant,low,high,as_of,published,source")}));
        folder.write("events.csv", "event,kind,label,participants\nclash,conflict,the clash,PK\n" + events);
        folder.write("event_dates.csv", "event,start,end,published,source\n" + dates);
        folder.write("facts.csv", "event,measure,side,claimant,low,high,as_of,published,source\n" + facts);
        return import_from(folder).faults;
    };
    check_faults(with("clash,conflict,again,PK\n", "", ""), {"events.csv:3:1: event: the event \"clash\" stands twice"});
    check_faults(with("b,,,PX\n", "", ""),
                 {"events.csv:3:3: kind: a value is required", "events.csv:3:4: label: a value is required",
                  "events.csv:3:5: participants: there is no entity \"PX\""});
    check_faults(with("", "clsh,2025-05-07,,2025-05,A\n", ""),
                 {"event_dates.csv:2:1: event: there is no event \"clsh\" ... did you mean clash?"});
    check_faults(with("", "clash,2025-05-10,2025-05-07,2025-05,A\n", ""),
                 {"event_dates.csv:2:18: end: the event ends before it starts"});
    check_faults(with("", "clash,May,,2025-05,A\n", ""), {"event_dates.csv:2:7: start"});
    check_faults(with("", "", "clash,kiled,PK,press,26,,2025-05-11,2025-05,A\n"),
                 {"facts.csv:2:7: measure: there is no measure \"kiled\" ... killed"});
    check_faults(with("", "", "clash,killed,PX,pres,2,1,soon,2025-05,\n"),
                 {"facts.csv:2:14: side", "facts.csv:2:17: claimant", "facts.csv:2:24: high: the high count is below",
                  "facts.csv:2:26: as_of", "facts.csv:2:39: source"});
}

TEST_CASE("each fault of a data package at its place") {
    struct Row {
        std::string what;
        std::string package;
        std::vector<std::string> faults;
    };
    const std::string good = fields("series,reporter,partner,time_period,obs_value,published,source");
    const auto one = [](const std::string& members) { return "{\"resources\": [\n{" + members + "}]}"; };
    const std::vector<Row> table{
        {"empty", "", {"datapackage.json:1:1: the file is empty"}},
        {"no JSON", "{\"resources\": [}", {"datapackage.json:1:16: this is not JSON"}},
        {"more after the end", "{} x", {"datapackage.json:1:4: this is not JSON"}},
        {"a key twice",
         "{\"name\": 1,\n \"name\": 2, \"resources\": []}",
         {"datapackage.json:2:2: the key \"name\" stands twice"}},
        {"no resources", "{}", {"datapackage.json:1:1: a data package needs \"resources\""}},
        {"no list", "{\"resources\": 7}", {"datapackage.json:1:15: a data package needs"}},
        {"too deep",
         "{\"resources\": " + std::string(100, '[') + std::string(100, ']') + "}",
         {"datapackage.json:1:78: nested deeper than 64 levels"}},
        {"no object", "{\"resources\": [3]}", {"datapackage.json:1:16: a resource must be an object"}},
        {"no table", one("\"name\": \"o\", \"path\": \"o.csv\", " + good), {"datapackage.json:2:1: a table says what it holds"}},
        {"unknown table",
         one("\"name\": \"o\", \"path\": \"o.csv\", \"table\": \"observation\", " + good),
         {"datapackage.json:2:41: there is no kind of table ... did you mean observations?"}},
        {"no path, no name",
         one("\"table\": \"facts\""),
         {"datapackage.json:2:1: a table needs a \"name\"", "datapackage.json:2:1: a table needs a \"path\""}},
        {"path upwards",
         one("\"name\": \"o\", \"path\": \"../o.csv\", \"table\": \"observations\", " + good),
         {"datapackage.json:2:23: the path \"../o.csv\" leads out"}},
        {"path from the root",
         one("\"name\": \"o\", \"path\": \"/etc/passwd\", \"table\": \"observations\", " + good),
         {"datapackage.json:2:23: the path"}},
        {"web address",
         one("\"name\": \"o\", \"path\": \"https://a.org/o.csv\", \"table\": \"observations\", " + good),
         {"datapackage.json:2:23: the path"}},
        {"no such file",
         one("\"name\": \"o\", \"path\": \"none.csv\", \"table\": \"observations\", " + good),
         {"none.csv:0:0: there is no such file"}},
        {"a folder",
         one("\"name\": \"o\", \"path\": \".\", \"table\": \"observations\", " + good),
         {".:0:0: this is not a regular file"}},
        {"no schema",
         one("\"name\": \"o\", \"path\": \"o.csv\", \"table\": \"observations\""),
         {"datapackage.json:2:1: a table needs \"schema\""}},
        {"other encoding",
         one("\"name\": \"o\", \"path\": \"o.csv\", \"encoding\": \"latin1\", \"table\": \"observations\", " + good),
         {"datapackage.json:2:44: \"encoding\" must be \"utf-8\""}},
        {"dialect of two letters",
         one("\"name\": \"o\", \"path\": \"o.csv\", \"dialect\": {\"delimiter\": \"||\"}, \"table\": \"observations\", " + good),
         {"datapackage.json:2:57: \"delimiter\" must be one ASCII character"}},
        {"dialect misspelt",
         one("\"name\": \"o\", \"path\": \"o.csv\", \"dialect\": {\"delimeter\": \";\"}, \"table\": \"observations\", " + good),
         {"datapackage.json:2:57: the dialect property \"delimeter\" is not supported (did you mean delimiter?)"}},
        {"unknown field",
         one("\"name\": \"o\", \"path\": \"o.csv\", \"table\": \"observations\", " +
             fields("series,reporter,partner,time_period,obs_value,published,source,perid")),
         {"datapackage.json:2 ... tables of observations have no field \"perid\"",
          "o.csv:1:0: missing from the header: \"perid\""}},
        {"missing field",
         one("\"name\": \"o\", \"path\": \"o.csv\", \"table\": \"observations\", " +
             fields("series,reporter,partner,time_period,obs_value,published")),
         {"datapackage.json:2 ... the field \"source\" is missing", "o.csv:1:57: the schema has no field \"source\""}},
        {"unknown type",
         one("\"name\": \"o\", \"path\": \"o.csv\", \"table\": \"observations\", " +
             fields("series,reporter,partner,time_period,obs_value:float,published,source")),
         {"datapackage.json:2 ... fields of type \"float\" are not supported"}},
        {"one sign for two things",
         one("\"name\": \"o\", \"path\": \"o.csv\", \"table\": \"observations\", \"schema\": {\"fields\": [{\"name\": "
             "\"obs_value\", \"decimalChar\": \",\", \"groupChar\": \",\"}]}"),
         {"datapackage.json:2 ... decimalChar and groupChar are the same character", "datapackage.json:2 ... is missing",
          "datapackage.json:2 ... is missing", "datapackage.json:2 ... is missing", "datapackage.json:2 ... is missing",
          "o.csv:1:1", "o.csv:1:8", "o.csv:1:17", "o.csv:1:25", "o.csv:1:47", "o.csv:1:57"}},
    };
    for (const Row& row : table) {
        CAPTURE(row.what);
        const Folder folder;
        folder.write("datapackage.json", row.package);
        folder.write("o.csv", "series,reporter,partner,time_period,obs_value,published,source\n");
        const Imported got = import_from(folder);
        check_faults(got.faults, row.faults);
        CHECK(got.data.tables.empty());
    }
}

TEST_CASE("a link out of the folder is not followed") {
    const Folder outside;
    outside.write("secret.csv", "series,reporter,partner,time_period,obs_value,published,source\n");
    const Folder folder;
    folder.write("datapackage.json",
                 package_of({resource("observations", "series,reporter,partner,time_period,obs_value,published,source")}));
    std::filesystem::create_symlink(outside.path / "secret.csv", folder.path / "observations.csv");
    const Imported got = import_from(folder);
    REQUIRE(got.faults.size() == 1);
    CHECK(got.faults.front().find("leads out of the data package's folder") != std::string::npos);
}
