#include "reference/csv.hpp"

#include "model/limits.hpp"
#include "model/utf8.hpp"

#include <algorithm>

namespace factcheck {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Cursor {
    std::string_view bytes;
    std::size_t at = 0;
    std::size_t line = 1;
    std::size_t column = 1;

    [[nodiscard]] bool done() const { return at >= bytes.size(); }
    [[nodiscard]] char peek() const { return bytes[at]; }
    [[nodiscard]] bool at_line_end() const { return peek() == '\n' || peek() == '\r'; }
};

struct Fault {
    std::size_t line = 0;
    std::size_t column = 0;
    std::string message;  // empty: none
};

void note(Fault& fault, const Cursor& cursor, std::string message) {
    if (fault.message.empty()) fault = {cursor.line, cursor.column, std::move(message)};
}

void pass_line_end(Cursor& cursor) {
    const bool pair = cursor.peek() == '\r' && cursor.at + 1 < cursor.bytes.size() && cursor.bytes[cursor.at + 1] == '\n';
    cursor.at += pair ? 2 : 1;
    ++cursor.line;
    cursor.column = 1;
}

// One code point, or one line end as it stands, from the cursor into the cell.
void take(Cursor& cursor, std::string& text, Fault& fault) {
    if (cursor.at_line_end()) {
        const std::size_t from = cursor.at;
        pass_line_end(cursor);
        text.append(cursor.bytes.substr(from, cursor.at - from));
        return;
    }
    if (cursor.peek() == '\0') note(fault, cursor, "a NUL byte: this is no text (save the table as UTF-8)");
    const Decoded decoded = decode_utf8(cursor.bytes, cursor.at);
    if (!decoded.valid) note(fault, cursor, "a byte that is not UTF-8 (save the table as UTF-8)");
    if (text.size() == limits::csv_field_bytes)
        note(fault, cursor, "the field is longer than " + std::to_string(limits::csv_field_bytes) + " bytes");
    if (text.size() < limits::csv_field_bytes) text.append(cursor.bytes.substr(cursor.at, decoded.size));
    cursor.at += decoded.size;
    ++cursor.column;
}

// Bytes that stand for themselves wherever they are: printable ASCII that ends nothing.
void take_plain_run(Cursor& cursor, const CsvDialect& dialect, std::string& text) {
    std::size_t end = cursor.at;
    const auto plain = [&](char c) { return c >= ' ' && c < 0x7F && c != dialect.delimiter && c != dialect.quote; };
    while (end < cursor.bytes.size() && plain(cursor.bytes[end])) ++end;
    const std::size_t size = end - cursor.at;
    if (size == 0 || text.size() + size > limits::csv_field_bytes) return;
    text.append(cursor.bytes.substr(cursor.at, size));
    cursor.at = end;
    cursor.column += size;
}

// False where the quote is never closed.
bool read_quoted(Cursor& cursor, const CsvDialect& dialect, CsvCell& cell, Fault& fault) {
    const Cursor opening = cursor;
    ++cursor.at;
    ++cursor.column;
    while (!cursor.done()) {
        take_plain_run(cursor, dialect, cell.text);
        if (cursor.done()) break;
        if (cursor.peek() != dialect.quote) {
            take(cursor, cell.text, fault);
            continue;
        }
        ++cursor.at;
        ++cursor.column;
        if (cursor.done() || cursor.peek() != dialect.quote) return true;
        cell.text += dialect.quote;
        ++cursor.at;
        ++cursor.column;
    }
    fault = {};
    note(fault, opening, "the quote that opens here is never closed");
    return false;
}

void read_bare(Cursor& cursor, const CsvDialect& dialect, CsvCell& cell, Fault& fault) {
    take_plain_run(cursor, dialect, cell.text);
    while (!cursor.done() && !cursor.at_line_end() && cursor.peek() != dialect.delimiter) {
        if (cursor.peek() == dialect.quote)
            note(fault, cursor, "a quote inside a field that is not quoted (quote the field and write the quote twice)");
        take(cursor, cell.text, fault);
    }
}

// The rest of a field whose closing quote is followed by more: to the next delimiter.
void pass_rest(Cursor& cursor, const CsvDialect& dialect, Fault& fault) {
    if (cursor.done() || cursor.at_line_end() || cursor.peek() == dialect.delimiter) return;
    note(fault, cursor, "text after the closing quote (write a quote that belongs to the field twice)");
    CsvCell ignored;
    read_bare(cursor, dialect, ignored, fault);
}

// False at a quote that is never closed.
bool read_row(Cursor& cursor, const CsvDialect& dialect, CsvRow& row, Fault& fault) {
    row.line = cursor.line;
    std::size_t count = 0;  // cells are used again, so that their strings keep their room
    if (cursor.at_line_end()) note(fault, cursor, "an empty line (remove it)");
    while (true) {
        if (count == row.cells.size()) row.cells.emplace_back();
        CsvCell& cell = row.cells[count++];
        cell.text.clear();
        cell.line = cursor.line;
        cell.column = cursor.column;
        cell.at = cursor.at;
        const bool quoted = !cursor.done() && cursor.peek() == dialect.quote;
        if (quoted && !read_quoted(cursor, dialect, cell, fault)) return false;
        if (quoted)
            pass_rest(cursor, dialect, fault);
        else
            read_bare(cursor, dialect, cell, fault);
        if (!cursor.done() && !cursor.at_line_end()) {
            ++cursor.at;
            ++cursor.column;
            continue;
        }
        if (!cursor.done()) pass_line_end(cursor);
        row.cells.resize(count);
        return true;
    }
}

std::string ragged(const CsvRow& row, std::size_t width) {
    return "the row has " + std::to_string(row.cells.size()) + (row.cells.size() == 1 ? " field" : " fields") +
           " where the first row has " + std::to_string(width);
}

}  // namespace

void read_csv(std::string_view bytes, const CsvDialect& dialect, const std::function<void(const CsvRow&)>& on_row,
              Faults& faults) {
    if (bytes.size() > dialect.most_bytes) {
        add_fault(faults, 0, 0, "the table is larger than " + std::to_string(dialect.most_bytes) + " bytes");
        return;
    }
    Cursor cursor{bytes, bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0, dialect.first_line};
    if (cursor.done()) add_fault(faults, 1, 1, "the table is empty");
    std::size_t width = 0;
    CsvRow row;
    bool closed = true;
    for (std::size_t number = 1; closed && !cursor.done(); ++number) {
        Fault fault;
        if (dialect.pass_empty_lines && cursor.at_line_end()) {
            pass_line_end(cursor);
            continue;
        }
        closed = read_row(cursor, dialect, row, fault);
        if (width == 0 && fault.message.empty()) width = row.cells.size();
        if (fault.message.empty() && row.cells.size() != width) fault = {row.line, 1, ragged(row, width)};
        if (fault.message.empty())
            on_row(row);
        else
            add_fault(faults, fault.line, fault.column, "row " + std::to_string(number) + ": " + fault.message);
        if (number == 1 && width == 0 && dialect.header) return;  // without the header nothing below can be told
    }
}

std::string write_csv_row(const std::vector<std::string>& fields, const CsvDialect& dialect) {
    std::string out;
    for (const std::string& field : fields) {
        if (&field != &fields.front()) out += dialect.delimiter;
        const bool alone = field.empty() && fields.size() == 1;
        const bool special = field.find_first_of(std::string{'\n', '\r', dialect.delimiter, dialect.quote}) != std::string::npos;
        if (!alone && !special && !field.starts_with(byte_order_mark)) {
            out += field;
            continue;
        }
        out += dialect.quote;
        for (const char c : field) out.append(c == dialect.quote ? 2 : 1, c);
        out += dialect.quote;
    }
    return out + "\r\n";
}

}  // namespace factcheck
