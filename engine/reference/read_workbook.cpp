// Workbooks: .xlsx and .ods are archives of XML. libarchive unpacks, pugixml parses; which cells are dates is said by their
// styles.
#include "model/limits.hpp"
#include "reference/figure_text.hpp"
#include "reference/readers.hpp"
#include "reference/unzip.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace factcheck {

namespace {

constexpr std::size_t most_columns = 16'384;  // of a sheet, as the programs have it
constexpr std::size_t most_rows = 1'048'576;

int whole(std::string_view text) {
    int value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// A part of the archive as XML; false where it is none.
bool parsed(const std::map<std::string, std::string>& parts, const std::string& name, pugi::xml_document& out) {
    const auto found = parts.find(name);
    // Entities stay as they are and doctypes are passed, so that no document grows while it is parsed.
    return found != parts.end() &&
           out.load_buffer(found->second.data(), found->second.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
}

// Where "BC12" stands: column 54, from 0. Nothing where the name is none.
std::optional<std::size_t> column_of(std::string_view name) {
    std::size_t out = 0;
    for (const char c : name) {
        if (c >= '0' && c <= '9') break;
        if (c < 'A' || c > 'Z' || out > most_columns) return std::nullopt;
        out = out * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    return out == 0 || out > most_columns ? std::nullopt : std::optional(out - 1);
}

// A row on its way, with its place in the sheet; cells may be left out on the way.
struct SheetRow {
    std::vector<std::string> cells;

    void put(std::size_t column, std::string text) {
        if (column >= most_columns) return;
        if (cells.size() <= column) cells.resize(column + 1);
        cells[column] = std::move(text);
    }
    [[nodiscard]] bool empty() const {
        return std::all_of(cells.begin(), cells.end(), [](const std::string& c) { return c.empty(); });
    }
};

// Sheets begin with titles and notes: the header is the first row with two cells or more that is as wide as the widest near it.
struct SheetSink {
    TableSink& sink;
    std::size_t width = 0;
    CsvRow row;

    void put(SheetRow& from, std::size_t line) {
        if (from.empty()) return;
        if (width == 0) {
            std::size_t filled = 0;
            for (const std::string& cell : from.cells) filled += cell.empty() ? 0U : 1U;
            if (filled < 2) return;  // a title
            while (!from.cells.empty() && from.cells.back().empty()) from.cells.pop_back();
            width = from.cells.size();
        }
        while (from.cells.size() > width && from.cells.back().empty()) from.cells.pop_back();
        if (from.cells.size() > width) {
            add_fault(sink.faults(), line, width + 1, "the row has a cell beside the last column of the header");
            return;
        }
        from.cells.resize(width);
        fill_row(row, line, from.cells);
        sink.row(row);
    }
};

// ---- .xlsx

// Text of <si> or <is>: its <t>, or those of its runs; phonetic readings are left out.
std::string text_of_item(const pugi::xml_node& item) {
    std::string out = item.child("t").text().get();
    for (const pugi::xml_node& run : item.children("r")) out += run.child("t").text().get();
    return out;
}

// Numbers of styles whose numbers are days: built-in formats, and those whose code has a year or a day outside of quotes.
std::vector<bool> date_styles(const std::map<std::string, std::string>& parts) {
    std::vector<bool> out;
    pugi::xml_document styles;
    if (!parsed(parts, "xl/styles.xml", styles)) return out;
    std::set<int> dates{14, 15, 16, 17, 22, 27, 30, 36, 50, 57};
    const pugi::xml_node root = styles.document_element();
    for (const pugi::xml_node& format : root.child("numFmts").children("numFmt")) {
        const std::string_view code = format.attribute("formatCode").value();
        bool quoted = false, bracketed = false, date = false;
        for (const char c : code) {
            if (c == '"') quoted = !quoted;
            if (c == '[') bracketed = true;
            if (c == ']') bracketed = false;
            if (!quoted && !bracketed && (c == 'y' || c == 'Y' || c == 'd' || c == 'D')) date = true;
        }
        if (date) dates.insert(whole(format.attribute("numFmtId").value()));
    }
    for (const pugi::xml_node& style : root.child("cellXfs").children("xf"))
        out.push_back(dates.contains(whole(style.attribute("numFmtId").value())));
    return out;
}

struct Sheet {
    std::string name;
    std::string part;
};

std::vector<Sheet> xlsx_sheets(const std::map<std::string, std::string>& parts, bool& since_1904) {
    std::vector<Sheet> out;
    pugi::xml_document book, relations;
    if (!parsed(parts, "xl/workbook.xml", book) || !parsed(parts, "xl/_rels/workbook.xml.rels", relations)) return out;
    const pugi::xml_node root = book.document_element();
    since_1904 = root.child("workbookPr").attribute("date1904").as_bool();
    for (const pugi::xml_node& sheet : root.child("sheets").children("sheet")) {
        const std::string_view id = sheet.attribute("r:id").value();
        for (const pugi::xml_node& relation : relations.document_element().children("Relationship")) {
            if (relation.attribute("Id").value() != id) continue;
            std::string target = relation.attribute("Target").value();
            target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
            out.push_back({sheet.attribute("name").value(), target});
        }
    }
    return out;
}

struct Cells {
    const std::vector<std::string>& shared;
    const std::vector<bool>& dates;
    bool since_1904;
};

// A cell's text; a number whose style is a date becomes that day.
std::string xlsx_cell(const Cells& cells, const pugi::xml_node& cell) {
    const std::string_view type = cell.attribute("t").value();
    const char* value = cell.child("v").text().get();
    if (type == "inlineStr") return text_of_item(cell.child("is"));
    if (type == "s") {
        const int at = whole(value);
        return at >= 0 && static_cast<std::size_t>(at) < cells.shared.size() ? cells.shared[static_cast<std::size_t>(at)]
                                                                             : std::string{};
    }
    const int style = whole(cell.attribute("s").value());
    const bool date =
        style >= 0 && static_cast<std::size_t>(style) < cells.dates.size() && cells.dates[static_cast<std::size_t>(style)];
    if (date && type.empty())
        if (const auto day = day_of_serial(value, cells.since_1904)) return to_iso(*day);
    return value;
}

void read_xlsx_sheet(const pugi::xml_document& sheet, const Cells& cells, SheetSink& sink) {
    std::size_t line = 0;
    for (const pugi::xml_node& row : sheet.document_element().child("sheetData").children("row")) {
        const int said = whole(row.attribute("r").value());
        line = said > 0 ? static_cast<std::size_t>(said) : line + 1;
        SheetRow own;
        std::size_t next = 0;
        for (const pugi::xml_node& cell : row.children("c")) {
            const auto column = column_of(cell.attribute("r").value());
            const std::size_t at = column.value_or(next);
            own.put(at, xlsx_cell(cells, cell));
            next = at + 1;
        }
        sink.put(own, line);
    }
}

// ---- .ods

std::string ods_cell(const pugi::xml_node& cell) {
    // Numbers, shares and money have a value of their own beside the text that is shown, days have a date.
    if (const pugi::xml_attribute value = cell.attribute("office:value")) return value.value();
    if (const pugi::xml_attribute date = cell.attribute("office:date-value")) return date.value();
    std::string out;
    for (const pugi::xml_node& line : cell.children("text:p")) {
        if (!out.empty()) out += ' ';
        for (const pugi::xml_node& piece : line.children()) {
            if (piece.type() == pugi::node_pcdata) out += piece.value();
            if (std::string_view(piece.name()) == "text:s") out += ' ';
            if (std::string_view(piece.name()) == "text:span") out += piece.text().get();
        }
    }
    return out;
}

std::size_t repeated(const pugi::xml_node& node, const char* attribute) {
    const int count = whole(node.attribute(attribute).value());
    return count < 1 ? 1 : static_cast<std::size_t>(count);
}

void read_ods_rows(const pugi::xml_node& parent, SheetSink& sink, std::size_t& line) {
    for (const pugi::xml_node& node : parent.children()) {
        const std::string_view name = node.name();
        if (name == "table:table-header-rows" || name == "table:table-rows" || name == "table:table-row-group")
            read_ods_rows(node, sink, line);
        if (name != "table:table-row") continue;
        SheetRow row;
        std::size_t column = 0;
        for (const pugi::xml_node& cell : node.children()) {
            const std::size_t times = repeated(cell, "table:number-columns-repeated");
            const std::string text = ods_cell(cell);
            if (!text.empty())
                for (std::size_t i = 0; i < times && column + i < most_columns; ++i) row.put(column + i, text);
            column += std::min(times, most_columns);
        }
        // Rows to the end of the sheet are one empty row many times.
        const std::size_t times = repeated(node, "table:number-rows-repeated");
        for (std::size_t i = 0; i < times && line + i < most_rows && !row.empty(); ++i) {
            SheetRow again = row;
            sink.put(again, line + i + 1);
        }
        line += times;
    }
}

// ---- both

TableAbout about_sheet(const SourceFile& file, const std::string& sheet, bool only) {
    TableAbout about{file.path.string() + (only ? "" : "/" + sheet), only ? file.path.stem().string() : sheet};
    describe_table(file.path, about);
    return about;
}

// The sheet that was asked for, or the only one that is not empty.
bool is_wanted(const SourceFile& file, const std::string& name) {
    return file.options.table.empty() || file.options.table == name;
}

void read_xlsx(const SourceFile& file, const std::map<std::string, std::string>& parts, TableSink& sink) {
    bool since_1904 = false, any = false;
    const std::vector<Sheet> sheets = xlsx_sheets(parts, since_1904);
    std::vector<std::string> shared;
    if (pugi::xml_document strings; parsed(parts, "xl/sharedStrings.xml", strings))
        for (const pugi::xml_node& item : strings.document_element().children("si")) shared.push_back(text_of_item(item));
    const std::vector<bool> dates = date_styles(parts);
    for (const Sheet& sheet : sheets) {
        pugi::xml_document content;
        if (!is_wanted(file, sheet.name)) continue;
        if (!parsed(parts, sheet.part, content)) {
            file.diagnostics.push_back(
                {{file.path.string(), 0, 0}, Severity::error, "the sheet " + shown(sheet.name) + " is damaged"});
            continue;
        }
        if (content.document_element().child("sheetData").child("row").empty() && sheets.size() > 1) continue;
        any = true;
        sink.begin(about_sheet(file, sheet.name, sheets.size() == 1));
        SheetSink rows{sink};
        read_xlsx_sheet(content, {shared, dates, since_1904}, rows);
        sink.end();
    }
    if (!any)
        file.diagnostics.push_back(
            {{file.path.string(), 0, 0}, Severity::error, "the workbook has no such sheet, or none with rows"});
}

void read_ods(const SourceFile& file, const std::map<std::string, std::string>& parts, TableSink& sink) {
    pugi::xml_document content;
    if (!parsed(parts, "content.xml", content)) {
        file.diagnostics.push_back({{file.path.string(), 0, 0}, Severity::error, "the workbook's contents are damaged"});
        return;
    }
    const pugi::xml_node book = content.document_element().child("office:body").child("office:spreadsheet");
    const auto tables = book.children("table:table");
    const auto count = std::distance(tables.begin(), tables.end());
    bool any = false;
    for (const pugi::xml_node& table : tables) {
        const std::string name = table.attribute("table:name").value();
        if (!is_wanted(file, name)) continue;
        any = true;
        sink.begin(about_sheet(file, name, count == 1));
        SheetSink rows{sink};
        std::size_t line = 0;
        read_ods_rows(table, rows, line);
        sink.end();
    }
    if (!any) file.diagnostics.push_back({{file.path.string(), 0, 0}, Severity::error, "the workbook has no such sheet"});
}

}  // namespace

void read_workbook(const SourceFile& file, TableSink& sink) {
    std::string wrong;
    const auto parts = unzip(file.bytes, wrong);
    if (!wrong.empty()) {
        file.diagnostics.push_back({{file.path.string(), 0, 0}, Severity::error, wrong});
        return;
    }
    if (parts.contains("xl/workbook.xml")) return read_xlsx(file, parts, sink);
    if (parts.contains("content.xml")) return read_ods(file, parts, sink);
    file.diagnostics.push_back({{file.path.string(), 0, 0},
                                Severity::error,
                                "this archive is no workbook (.xlsx or .ods): unpack it and name the table"});
}

}  // namespace factcheck
