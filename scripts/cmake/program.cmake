# The program's own installation: itself, the packs, completions and the manual page, which it prints itself.
option(FACTCHECK_CARRY_LIBRARIES "install the shared libraries that the program needs beside it" OFF)

install(TARGETS factcheck-cli RUNTIME COMPONENT program)
if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/rules)
  install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/factcheck/rules COMPONENT program)
endif()

function(install_printed what folder name)
  install(CODE "set(folder \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${folder}\")
    file(MAKE_DIRECTORY \"\${folder}\")
    execute_process(COMMAND \"$<TARGET_FILE:factcheck-cli>\" completions ${what} OUTPUT_FILE \"\${folder}/${name}\" COMMAND_ERROR_IS_FATAL ANY)
    message(STATUS \"Installing: \${folder}/${name}\")" COMPONENT program)
endfunction()
install_printed(bash ${CMAKE_INSTALL_DATADIR}/bash-completion/completions factcheck)
install_printed(zsh ${CMAKE_INSTALL_DATADIR}/zsh/site-functions _factcheck)
install_printed(fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d factcheck.fish)
install_printed(man ${CMAKE_INSTALL_MANDIR}/man1 factcheck.1)

if(FACTCHECK_CARRY_LIBRARIES)
  # A wheel: all but what every Linux has.
  set_target_properties(factcheck-cli PROPERTIES INSTALL_RPATH "\$ORIGIN/../lib/factcheck")
  install(CODE "file(GET_RUNTIME_DEPENDENCIES EXECUTABLES \"$<TARGET_FILE:factcheck-cli>\" RESOLVED_DEPENDENCIES_VAR found
      POST_EXCLUDE_REGEXES [=[/(ld-linux[^/]*|lib(c|m|dl|rt|pthread))[.]so[.0-9]*$]=])
    foreach(library IN LISTS found)
      file(INSTALL \"\${library}\" DESTINATION \"\${CMAKE_INSTALL_PREFIX}/lib/factcheck\" FOLLOW_SYMLINK_CHAIN)
    endforeach()" COMPONENT program)
endif()

# `cpack --config build/release/CPackConfig.cmake` makes a Debian package of it.
set(CPACK_PACKAGE_NAME factcheck)
set(CPACK_PACKAGE_VENDOR factcheck)
set(CPACK_PACKAGE_CONTACT "factcheck <factcheck@example.org>")
set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
include(CPack)
