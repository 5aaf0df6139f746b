// Fields that all tables share, and the tables of events, their dates and the facts about them.
#include "reference/import_record.hpp"

#include <algorithm>

namespace factcheck {

std::optional<Decimal> number_in(Reader& reader, std::string_view name) {
    const std::string_view text = reader.text(name);
    const auto value = decimal_from(text);
    if (!value) reader.fault(name, shown(text) + " is no decimal number (digits, a sign and one point, no separators)");
    return value;
}

std::optional<Period> period_in(Reader& reader, std::string_view name) {
    const std::string_view text = reader.text(name);
    const auto period = period_from(text);
    if (!period)
        reader.fault(
            name,
            shown(text) +
                " is no period (2024, 2024-05, 2024-05-10, 2024-Q1, or the first and last day or month as 2023-07/2024-06)");
    return period;
}

Published published_in(Reader& reader) {
    const std::string_view text = reader.text("published");
    const auto period = period_from(text);
    const bool one = text.find('/') == std::string_view::npos;
    if (period && one && (period->grain == Grain::day || period->grain == Grain::month || period->grain == Grain::year))
        return {period->first, period->last, std::string(text)};
    reader.fault("published", shown(text) + " is no date of publication (2025-07-23, or 2025-07 for some day of that month)");
    return {};
}

std::string url_in(Reader& reader) {
    const std::string_view text = reader.text("url");
    const bool good = text.empty() || text.starts_with("https://") || text.starts_with("http://");
    if (!good) reader.fault("url", shown(text) + " is no web address (http:// or https://)");
    return std::string(text);
}

namespace {

std::vector<std::string> list_in(const Reader& reader, std::string_view name) {
    std::vector<std::string> out;
    std::string_view rest = reader.text(name);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        std::string_view item = rest.substr(0, end);
        while (item.starts_with(' ')) item.remove_prefix(1);
        while (item.ends_with(' ')) item.remove_suffix(1);
        if (!item.empty()) out.emplace_back(item);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

std::vector<std::string> entities_in(Reader& reader, const Importing& importing, std::string_view name) {
    std::vector<std::string> ids = list_in(reader, name);
    for (const std::string& id : ids) reader.known(name, id, importing.entities, "entity");
    return ids;
}

}  // namespace

void import_event(Reader reader, Importing& importing) {
    Event event;
    event.id = reader.required("event");
    event.kind = reader.required("kind");
    event.label = reader.required("label");
    event.cues = list_in(reader, "cues");
    event.where = std::string(reader.text("place"));
    event.participants = entities_in(reader, importing, "participants");
    event.persons = entities_in(reader, importing, "persons");
    event.recurs = reader.text("recurs") == "true";
    event.place = {reader.faults.file, reader.record.row->line, 1};
    if (event.id.empty()) return;
    if (!importing.event_at.emplace(event.id, importing.events.size()).second) {
        reader.fault("event", "the event " + shown(event.id) + " stands twice");
        return;
    }
    importing.event_ids.push_back(event.id);
    importing.events.push_back(std::move(event));
}

namespace {

// Null where the id is not that of an event.
Event* event_in(Reader& reader, Importing& importing) {
    const std::string id = reader.required("event");
    const auto found = importing.event_at.find(id);
    if (found != importing.event_at.end()) return &importing.events[found->second];
    if (!id.empty()) reader.fault("event", "there is no event " + shown(id) + did_you_mean(id, importing.event_ids));
    return nullptr;
}

}  // namespace

void import_event_date(Reader reader, Importing& importing) {
    Event* event = event_in(reader, importing);
    EventDate date;
    const auto start = period_in(reader, "start");
    date.open_end = reader.text("end").empty();
    const auto end = date.open_end ? start : period_in(reader, "end");
    date.published = published_in(reader);
    date.source = reader.required("source");
    date.url = url_in(reader);
    if (start && end && (end->first < start->first || end->last < start->last))
        reader.fault("end", "the event ends before it starts");
    if (!reader.good || event == nullptr || !start || !end) return;
    date.period = *start == *end ? *start : Period{start->first, end->last, std::min(start->grain, end->grain)};
    event->dates.push_back(std::move(date));
}

void import_fact(Reader reader, Importing& importing) {
    Event* event = event_in(reader, importing);
    Fact fact;
    fact.measure = reader.known("measure", reader.required("measure"), importing.measures, "measure");
    fact.side = reader.known("side", reader.text("side"), importing.entities, "entity");
    fact.claimant = reader.required("claimant");
    if (fact.claimant != "press") reader.known("claimant", fact.claimant, importing.entities, "entity (nor \"press\")");
    if (const auto low = number_in(reader, "low")) fact.low = low->rational();
    if (!reader.text("high").empty())
        if (const auto high = number_in(reader, "high")) fact.high = high->rational();
    if (fact.high && *fact.high < fact.low) reader.fault("high", "the high count is below the low one");
    if (const auto as_of = period_in(reader, "as_of")) fact.as_of = as_of->last;
    fact.published = published_in(reader);
    fact.source = reader.required("source");
    fact.url = url_in(reader);
    if (reader.good && event != nullptr) event->facts.push_back(std::move(fact));
}

}  // namespace factcheck
