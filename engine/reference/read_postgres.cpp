// PostgreSQL, by its module (postgres/module.hpp), which is looked for beside the program and where it is installed.
#include "model/limits.hpp"
#include "reference/postgres/module.hpp"
#include "reference/readers.hpp"

#include <dlfcn.h>

#include <filesystem>

namespace factcheck {

namespace {

constexpr const char* module_file = "libfactcheck-postgres.so";

// The URL without its password, for messages.
std::string without_password(const std::string& url) {
    const std::size_t host = url.find('@');
    const std::size_t user = url.find("://");
    if (host == std::string::npos || user == std::string::npos) return url.substr(0, url.find('?'));
    const std::size_t colon = url.find(':', user + 3);
    const std::string plain = colon == std::string::npos || colon > host ? url : url.substr(0, colon) + url.substr(host);
    return plain.substr(0, plain.find('?'));
}

ReadPostgres load_module() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (const std::filesystem::path& folder : {program, program.parent_path() / FACTCHECK_MODULES}) {
        void* module = ::dlopen((folder / module_file).c_str(), RTLD_NOW | RTLD_LOCAL);
        if (module == nullptr) continue;
        return reinterpret_cast<ReadPostgres>(::dlsym(module, read_postgres_symbol));
    }
    return nullptr;
}

}  // namespace

void read_postgres(const std::string& url, const SourceOptions& options, TableSink& sink, Diagnostics& diagnostics) {
    const std::string named = without_password(url);
    const auto fault = [&](std::string why) { diagnostics.push_back({{named, 0, 0}, Severity::error, std::move(why)}); };
    if (options.query.empty()) return fault("say with --query which SELECT the database is asked");
    if (options.query.find(';') != std::string::npos) return fault("--query takes one SELECT, without a semicolon");
    const ReadPostgres read = load_module();
    if (read == nullptr) return fault("PostgreSQL is read by a module, " + std::string(module_file) + ", that is not installed");
    sink.begin({named, options.table.empty() ? std::string("postgres") : options.table});
    CsvRow row;
    std::size_t line = 0;  // rows count from 1, the header is row 0
    const auto on_row = [&](const std::vector<std::string>& cells) {
        fill_row(row, line++, cells);
        sink.row(row);
    };
    std::string wrong;
    read({url, options.query, limits::query_milliseconds}, on_row, wrong);
    if (!wrong.empty()) add_fault(sink.faults(), 0, 0, wrong);
    sink.end();
}

}  // namespace factcheck
