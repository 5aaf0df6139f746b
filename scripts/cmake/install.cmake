# What `cmake --install` puts where, so that find_package(factcheck) finds the library, its header and the packs.
include(CMakePackageConfigHelpers)

# The public header and what it includes: nothing else of engine/ is promised to anybody.
set(public_headers factcheck.hpp model/report.hpp model/verdict.hpp model/diagnostic.hpp)
foreach(header IN LISTS public_headers)
  get_filename_component(folder ${header} DIRECTORY)
  install(FILES engine/${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/factcheck/${folder})
endforeach()

install(TARGETS factcheck EXPORT factcheck-targets)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/factcheck)
install(EXPORT factcheck-targets NAMESPACE factcheck:: FILE factcheckTargets.cmake DESTINATION ${package_dir})
configure_package_config_file(scripts/cmake/factcheckConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/factcheckConfig.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/factcheckConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/factcheckConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/factcheckConfigVersion.cmake
  DESTINATION ${package_dir})
