#include "cli/terminal.hpp"

#include "render/render.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace factcheck {
namespace {

constexpr std::size_t narrowest = 40;

int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

}  // namespace

bool wants_colour(ColourChoice choice, const Environment& environment, bool is_terminal) {
    if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
    if (!environment("NO_COLOR").empty()) return false;
    for (const char* name : {"FORCE_COLOR", "CLICOLOR_FORCE"})
        if (const std::string value = environment(name); !value.empty() && value != "0") return true;
    if (environment("CLICOLOR") == "0" || environment("TERM") == "dumb") return false;
    return is_terminal;
}

std::string environment_of_process(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

bool stdout_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

std::size_t width_of_stdout(std::size_t otherwise) {
    winsize size{};
    if (!stdout_is_terminal() || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return otherwise;
    return std::max<std::size_t>(size.ws_col, narrowest);
}

void occupy_closed_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
        // The wrong way round, so that reading and writing still fail as on a closed stream. The lowest free one is this one.
        const int taken = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        if (taken != stream && taken >= 0) ::close(taken);
    }
}

Written write_stdout(std::string_view bytes) {
    const int error = write_all(STDOUT_FILENO, bytes);
    if (error == 0) return Written::all;
    if (error == EPIPE) return Written::nobody_reads;
    complain("cannot write to standard output: " + std::generic_category().message(error));
    return Written::failed;
}

void write_stderr(std::string_view bytes) { static_cast<void>(write_all(STDERR_FILENO, bytes)); }

void complain(std::string_view sentence) { write_stderr("factcheck: " + visible(sentence) + "\n"); }

}  // namespace factcheck
