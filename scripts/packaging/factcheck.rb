# Homebrew: brew install --build-from-source scripts/packaging/factcheck.rb
class Factcheck < Formula
  desc "Says which numbers and dates of a text are wrong, and why"
  homepage "https://github.com/factcheck/factcheck"
  head "https://github.com/factcheck/factcheck.git", branch: "main"
  license "MIT"

  depends_on "boost" => :build
  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "ninja" => :build
  depends_on "nlohmann-json" => :build
  depends_on "pegtl" => :build
  depends_on "xxhash" => :build
  depends_on "libmd"
  depends_on "simdjson"
  depends_on "yaml-cpp"

  def install
    system "cmake", "-S", ".", "-B", "build", "-G", "Ninja", "-DFACTCHECK_TESTS=OFF", *std_cmake_args
    system "cmake", "--build", "build"
    system "cmake", "--install", "build", "--component", "program"
  end

  test do
    (testpath/"a.md").write("They met on Tuesday, 4 August 2025.\n")
    assert_match "4 August 2025 is a Monday", shell_output("#{bin}/factcheck a.md", 1)
  end
end
