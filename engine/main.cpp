#include "cli/main.hpp"

int main(int argc, char** argv) { return factcheck::run_program(argc, argv); }
