// Ctrl-C and SIGTERM as a request: the run ends at the next document, with whole records and a sentence that says how far it got.
#pragma once

namespace factcheck {

// From now on the first SIGINT or SIGTERM only asks; a second one ends the program at once.
void watch_for_interrupts();
// The number of the signal that asked to stop; 0: none did.
[[nodiscard]] int interrupted();

}  // namespace factcheck
