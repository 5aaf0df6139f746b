// One list of fields for writing and reading. The structured bindings count the fields: a new one does not compile until it is
// named here.
#include "run/stored_report.hpp"

#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>

namespace factcheck {
namespace {

class Writer {
public:
    template <class... Fields>
    void operator()(const Fields&... fields) {
        (put(fields), ...);
    }
    std::string out;

private:
    void put_number(std::uint64_t number) {  // seven bits a byte, the smallest first
        for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
        out += static_cast<char>(number);
    }
    template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
    void put(T value) { put_number(static_cast<std::uint64_t>(value)); }
    void put(const std::string& text) {
        put_number(text.size());
        out += text;
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class T>
    void put(const std::vector<T>& list) {
        put_number(list.size());
        for (const T& each : list) put(each);
    }
    template <class A, class B>
    void put(const std::pair<A, B>& pair) {
        (*this)(pair.first, pair.second);
    }
    template <class T>
    requires std::is_class_v<T>
    void put(const T& record) { fields_of(record, *this); }
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}
    template <class... Fields>
    void operator()(Fields&... fields) {
        (get(fields), ...);
    }
    [[nodiscard]] bool good() const { return good_ && rest_.empty(); }

private:
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) break;
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) return value;
        }
        good_ = false;
        return 0;
    }
    // A count that the bytes which are left could hold.
    std::size_t count() {
        const std::uint64_t value = number();
        if (value <= rest_.size()) return static_cast<std::size_t>(value);
        good_ = false;
        return 0;
    }
    template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
    void get(T& value) { value = static_cast<T>(number()); }
    void get(std::string& text) {
        const std::size_t size = count();
        text.assign(rest_.substr(0, size));
        rest_.remove_prefix(size);
    }
    template <class T>
    void get(std::optional<T>& value) {
        bool has = false;
        get(has);
        if (has) get(value.emplace());
    }
    template <class T>
    void get(std::vector<T>& list) {
        list.resize(0);
        for (std::size_t left = count(); left > 0 && good_; --left) get(list.emplace_back());
    }
    template <class A, class B>
    void get(std::pair<A, B>& pair) {
        (*this)(pair.first, pair.second);
    }
    template <class T>
    requires std::is_class_v<T>
    void get(T& record) { fields_of(record, *this); }

    std::string_view rest_;
    bool good_ = true;
};

template <class T, class Of>
concept Is = std::is_same_v<std::remove_const_t<T>, Of>;

template <Is<ReportPeriod> T, class Visit>
void fields_of(T& record, Visit& visit) {
    auto& [start, end] = record;
    visit(start, end);
}

template <Is<ReportQuantity> T, class Visit>
void fields_of(T& record, Visit& visit) {
    auto& [low, high, unit] = record;
    visit(low, high, unit);
}

template <Is<ReportSlot> T, class Visit>
void fields_of(T& record, Visit& visit) {
    auto& [name, quantity, period, value, text, from, note, also, underline_from, underline_to] = record;
    visit(name, quantity, period, value, text, from, note, also, underline_from, underline_to);
}

template <Is<ReportEvidence> T, class Visit>
void fields_of(T& record, Visit& visit) {
    auto& [series, key, period, value, low, high, unit, claimant, as_of, published, source, url, licence, note, words] = record;
    visit(series, key, period, value, low, high, unit, claimant, as_of, published, source, url, licence, note, words);
}

template <Is<ReportPoint> T, class Visit>
void fields_of(T& record, Visit& visit) {
    auto& [start, end, low, high, label, source, cited] = record;
    visit(start, end, low, high, label, source, cited);
}

template <Is<ReportChart> T, class Visit>
void fields_of(T& record, Visit& visit) {
    auto& [title, unit, timeline, points, claimed, claimed_period] = record;
    visit(title, unit, timeline, points, claimed, claimed_period);
}

template <Is<ReportStep> T, class Visit>
void fields_of(T& record, Visit& visit) {
    auto& [what, value] = record;
    visit(what, value);
}

template <Is<ReportReading> T, class Visit>
void fields_of(T& record, Visit& visit) {
    auto& [paragraph, from, to, focus_from, focus_to] = record;
    visit(paragraph, from, to, focus_from, focus_to);
}

template <Is<ReportParagraph> T, class Visit>
void fields_of(T& record, Visit& visit) {
    auto& [text, line, headline] = record;
    visit(text, line, headline);
}

template <Is<ReportClaim> T, class Visit>
void fields_of(T& record, Visit& visit) {
    auto& [kind, verdict, reason, rule, severity, suppressed_by, suppressed_why, start, end, line, column, end_line, end_column,
           utf16_column, utf16_end_column, utf16_replace_start, utf16_replace_end, line_hash, text, modality, quoted, narrowed,
           slots, message, expected, cause, suggestion, alternative, replace_start, replace_end, settles, assumed, notes,
           evidence, reading, charts, steps, source_line, underline_from, underline_to, focus_from, focus_to] = record;
    visit(kind, verdict, reason, rule, severity, suppressed_by, suppressed_why, start, end, line, column, end_line, end_column,
          utf16_column, utf16_end_column, utf16_replace_start, utf16_replace_end, line_hash, text, modality, quoted, narrowed,
          slots, message, expected, cause, suggestion, alternative, replace_start, replace_end, settles, assumed, notes, evidence,
          reading, charts, steps, source_line, underline_from, underline_to, focus_from, focus_to);
}

template <Is<ReportDocument> T, class Visit>
void fields_of(T& record, Visit& visit) {
    auto& [path, id, date, date_from, verdict, claims, title, article, notes, mentions, claim_count, judged, partly_read] =
        record;
    static_cast<void>(path);
    static_cast<void>(id);
    visit(date, date_from, verdict, claims, title, article, notes, mentions, claim_count, judged, partly_read);
}

}  // namespace

std::string stored(const ReportDocument& document) {
    Writer writer;
    fields_of(document, writer);
    return std::move(writer.out);
}

std::optional<ReportDocument> restored(std::string_view bytes) {
    Reader reader(bytes);
    ReportDocument document;
    fields_of(document, reader);
    if (!reader.good()) return std::nullopt;
    return document;
}

}  // namespace factcheck
