#include "reference/layout.hpp"

#include <algorithm>
#include <optional>

namespace factcheck {

std::size_t column_named(const Interpreting& table, std::string_view name) {
    const auto found = std::find(table.header.begin(), table.header.end(), name);
    return found == table.header.end() ? no_column : static_cast<std::size_t>(found - table.header.begin());
}

bool has_columns(const Interpreting& table, std::initializer_list<std::string_view> names) {
    return std::all_of(names.begin(), names.end(), [&](std::string_view n) { return column_named(table, n) != no_column; });
}

std::string_view cell_text(const CsvRow& row, std::size_t column) {
    return column < row.cells.size() ? std::string_view(row.cells[column].text) : std::string_view{};
}

void cell_fault(Interpreting& table, const CsvRow& row, std::size_t column, const std::string& why) {
    const bool there = column < row.cells.size();
    const std::string name = column < table.header.size() ? table.header[column] + ": " : std::string{};
    add_fault(table.faults, there ? row.cells[column].line : row.line, there ? row.cells[column].column : 1, name + why);
}

StoreSeries described(const Interpreting& table, std::string_view column, std::string id) {
    StoreSeries out;
    for (const auto& [name, series] : table.about.described)
        if (name == column) out = series;
    out.name = std::move(id);
    return out;
}

std::optional<std::uint32_t> declare(Interpreting& table, const StoreSeries& series, std::size_t line) {
    constexpr std::size_t most_dimensions = 16;
    if (series.dimensions.size() > most_dimensions) {
        add_fault(table.faults, line, 1, "a series has at most 16 dimensions; say with --map what the columns are");
        return std::nullopt;
    }
    const auto number = table.into.series(series);
    if (!number)
        add_fault(table.faults, line, 1,
                  "the series " + series.name + " has other dimensions in the store: give this one another id with --series");
    return number;
}

bool put(Interpreting& table, const CsvRow& row, std::size_t column, std::uint32_t series, const Period& period,
         const Provenance& origin) {
    const std::string_view text = cell_text(row, column);
    if (says_missing(text)) {
        ++table.count.missing;
        return true;
    }
    std::string why_not;
    const auto value = number_of_cell(text, table.style, why_not);
    if (!value) {
        cell_fault(table, row, column, why_not);
        return false;
    }
    table.into.add(series, table.key, period, *value, origin, row.line);
    ++table.count.figures;
    return true;
}

const std::vector<const Layout*>& layouts() {
    // The first that fits counts.
    static const std::vector<const Layout*> all{&tidy_layout(), &sdmx_layout(), &world_bank_layout(), &owid_long_layout(),
                                                &owid_wide_layout()};
    return all;
}

namespace {

class Interpreter final : public TableSink {
public:
    Interpreter(const SourceOptions& options, StoreBuilder& into, SourceCount& count, Diagnostics& diagnostics)
        : options_(options), into_(into), count_(count), diagnostics_(diagnostics) {}

    void begin(const TableAbout& about) override {
        faults_ = {};
        faults_.file = about.file;
        into_.begin_file(about.file);
        table_.emplace(Interpreting{options_, into_, count_, faults_, about});
        table_->style = {options_.decimal, options_.group, about.floats};
        table_->codes = about.codes;
        layout_ = nullptr;
        state_ = State::header;
    }

    void row(const CsvRow& row) override {
        if (state_ == State::header) {
            state_ = start(row) ? State::rows : State::refused;
            return;
        }
        if (state_ == State::refused) return;
        ++count_.rows;
        const std::size_t before = faults_.found.size() + faults_.more;
        layout_->row(*table_, row);
        if (faults_.found.size() + faults_.more != before) ++count_.bad_rows;
    }

    void end() override {
        if (state_ == State::header && faults_.found.empty()) add_fault(faults_, 1, 1, "the table is empty");
        hand_over(std::move(faults_), diagnostics_);
        table_.reset();
    }

    Faults& faults() override { return faults_; }

private:
    bool start(const CsvRow& row) {
        Interpreting& t = *table_;
        for (const CsvCell& cell : row.cells) t.header.push_back(renamed(cell.text));
        for (const Layout* layout : layouts()) {
            const bool asked = options_.from == layout->name || t.about.layout == layout->name;
            const bool any = asked || (t.about.layout.empty() && !is_layout(options_.from) && layout->fits(t));
            if (!any || (is_layout(options_.from) && options_.from != layout->name)) continue;
            layout_ = layout;
            break;
        }
        if (layout_ == nullptr) {
            add_fault(
                faults_, row.line, 1,
                "the header is none that is known: say with --map COLUMN=NAME which columns are time_period, obs_value and the "
                "dimensions, and with --series what the figures are");
            return false;
        }
        count_.told = std::string(layout_->name);
        if (!layout_->start(t)) return false;
        return default_origin(t, row);
    }

    // What the rows do not say must come from the source or from the user.
    bool default_origin(Interpreting& t, const CsvRow& row) {
        const std::string& day = t.about.published.empty() ? options_.published : t.about.published;
        if (t.published == no_column || !day.empty()) {
            const auto published = published_of_cell(day);
            if (!published) {
                add_fault(faults_, row.line, 1,
                          day.empty() ? "the source does not say when it was published: say it with --published 2025-07-23"
                                      : shown(day) + " is no day of publication: say it with --published 2025-07-23");
                return false;
            }
            t.origin.published = *published;
        }
        source_ = options_.source.empty() ? t.about.source : options_.source;
        if (t.source == no_column && source_.empty()) {
            add_fault(faults_, row.line, 1,
                      "the source does not say who publishes the figures: say it with --source \"World Bank\"");
            return false;
        }
        t.origin.source = source_;
        t.origin.url = options_.url;
        return true;
    }

    std::string renamed(const std::string& name) const {
        for (const auto& [column, is] : options_.columns)
            if (column == name) return is;
        return name;
    }

    static bool is_layout(std::string_view name) {
        return std::any_of(layouts().begin(), layouts().end(), [&](const Layout* l) { return l->name == name; });
    }

    const SourceOptions& options_;
    StoreBuilder& into_;
    SourceCount& count_;
    Diagnostics& diagnostics_;
    Faults faults_;
    std::optional<Interpreting> table_;
    const Layout* layout_ = nullptr;
    std::string source_;
    enum class State { header, rows, refused } state_ = State::header;
};

}  // namespace

std::unique_ptr<TableSink> make_interpreter(const SourceOptions& options, StoreBuilder& into, SourceCount& count,
                                            Diagnostics& diagnostics) {
    return std::make_unique<Interpreter>(options, into, count, diagnostics);
}

}  // namespace factcheck
