# SPDX-License-Identifier: Apache-2.0
#
# How a folder becomes a target. Folders without sources are passed over, so a floor may be
# listed before its first file is written.

# All modules that have code, in the order of the floors.
set_property(GLOBAL PROPERTY NEMAWASHI_MODULES "")

# engine/base -> engine_base
function(nemawashi_target_name folder out)
  string(REPLACE "/" "_" name "${folder}")
  set(${out} "${name}" PARENT_SCOPE)
endfunction()

# One executable from the given sources; each of its tests becomes a test of ctest.
# Tests find the program in $NEMA and the root of the project in the macro NEMAWASHI_ROOT.
function(nemawashi_test_program name)
  if(NOT GTest_FOUND)
    return()
  endif()
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK} GTest::gtest GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE "NEMAWASHI_ROOT=\"${PROJECT_SOURCE_DIR}\"")
  gtest_discover_tests(${name}
    TEST_PREFIX "${name}."
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    DISCOVERY_TIMEOUT 60
    PROPERTIES TIMEOUT 300 ENVIRONMENT "NEMA=${PROJECT_BINARY_DIR}/nema")
endfunction()

# nemawashi_module(FOLDER [DEPENDS folder..] [LINK library..])
# *.cpp of the folder become a library, *_test.cpp one test program.
function(nemawashi_module folder)
  cmake_parse_arguments(arg "" "" "DEPENDS;LINK" ${ARGN})
  nemawashi_target_name("${folder}" name)
  file(GLOB headers CONFIGURE_DEPENDS "${folder}/*.h")
  file(GLOB sources CONFIGURE_DEPENDS "${folder}/*.cpp")
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  if(NOT headers AND NOT sources)
    return()
  endif()

  if(sources)
    add_library(${name} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${name} ${scope} "${PROJECT_SOURCE_DIR}")
  foreach(lower IN LISTS arg_DEPENDS)
    nemawashi_target_name("${lower}" lower_name)
    if(TARGET ${lower_name})
      target_link_libraries(${name} ${scope} ${lower_name})
    endif()
  endforeach()
  target_link_libraries(${name} ${scope} ${arg_LINK})
  set_property(GLOBAL APPEND PROPERTY NEMAWASHI_MODULES ${name})

  if(tests)
    nemawashi_test_program(${name}_test SOURCES ${tests} LINK ${name})
  endif()
endfunction()

# nemawashi_page(FOLDER WEB): the page built from the folder WEB (tools/web.sh), as a library.
function(nemawashi_page folder web)
  nemawashi_target_name("${folder}" name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${web}/src/*" "schema/*.json")
  file(GLOB settings CONFIGURE_DEPENDS "${web}/*.json" "${web}/*.ts" "${web}/*.js" "${web}/*.html")
  set(page "${PROJECT_BINARY_DIR}/page.cpp")
  add_custom_command(OUTPUT "${page}"
    COMMAND "${PROJECT_SOURCE_DIR}/tools/web.sh" "${page}"
    DEPENDS ${sources} ${settings} "${PROJECT_SOURCE_DIR}/tools/web.sh"
            "${PROJECT_SOURCE_DIR}/tools/embed.py"
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    COMMENT "Building the page of reports"
    VERBATIM)
  add_library(${name} STATIC "${page}")
  set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  set_property(GLOBAL APPEND PROPERTY NEMAWASHI_MODULES ${name})
endfunction()

# Links the program to the quicker malloc, which nothing refers to by name.
function(nemawashi_quick_malloc name)
  if(MIMALLOC_LIBRARY)
    target_link_options(${name} PRIVATE -Wl,--no-as-needed)
    target_link_libraries(${name} PRIVATE "${MIMALLOC_LIBRARY}")
  endif()
endfunction()

# nemawashi_program(NAME FOLDER [LINK library..]): a program over all modules.
function(nemawashi_program name folder)
  cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${folder}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  if(NOT sources)
    return()
  endif()
  get_property(modules GLOBAL PROPERTY NEMAWASHI_MODULES)
  add_executable(${name} ${sources})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${modules} ${arg_LINK})
  nemawashi_quick_malloc(${name})
  target_compile_definitions(${name} PRIVATE "NEMAWASHI_VERSION=\"${PROJECT_VERSION}\"")
endfunction()

# Tests over several modules: all *.cpp of the folder in one program.
function(nemawashi_cross_tests folder)
  file(GLOB sources CONFIGURE_DEPENDS "${folder}/*.cpp")
  if(NOT sources)
    return()
  endif()
  get_property(modules GLOBAL PROPERTY NEMAWASHI_MODULES)
  nemawashi_test_program(nemawashi_tests SOURCES ${sources} LINK ${modules})
  if(TARGET nemawashi_tests)
    target_include_directories(nemawashi_tests PRIVATE "${PROJECT_SOURCE_DIR}")
    if(TARGET nema)
      add_dependencies(nemawashi_tests nema)
    endif()
  endif()
endfunction()

# Each *test*.py of the folders is one test of ctest, run by unittest.
function(nemawashi_python_tests)
  foreach(folder IN LISTS ARGN)
    file(GLOB files CONFIGURE_DEPENDS "${folder}/*_test.py" "${folder}/test_*.py")
    foreach(file IN LISTS files)
      get_filename_component(stem "${file}" NAME_WE)
      add_test(NAME "python.${folder}.${stem}"
        COMMAND "${NEMAWASHI_PYTHON}" -m unittest discover -s "${folder}" -p "${stem}.py"
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
      set_tests_properties("python.${folder}.${stem}" PROPERTIES
        TIMEOUT 900
        LABELS python
        ENVIRONMENT "NEMA=${PROJECT_BINARY_DIR}/nema;PYTHONDONTWRITEBYTECODE=1")
    endforeach()
  endforeach()
endfunction()

# Each *_fuzz.cpp of the folder is one libFuzzer program; the target `fuzzers` builds all.
function(nemawashi_fuzzers folder)
  if(NOT NEMAWASHI_FUZZ)
    return()
  endif()
  add_custom_target(fuzzers)
  get_property(modules GLOBAL PROPERTY NEMAWASHI_MODULES)
  file(GLOB sources CONFIGURE_DEPENDS "${folder}/*_fuzz.cpp")
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} "${source}")
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${modules})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    set_target_properties(${name} PROPERTIES
      RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/fuzzers")
    add_dependencies(fuzzers ${name})
  endforeach()
endfunction()

# Each *_bench.cpp of the folder is one program; the target `benchmarks` builds all.
function(nemawashi_benchmarks folder)
  add_custom_target(benchmarks)
  get_property(modules GLOBAL PROPERTY NEMAWASHI_MODULES)
  file(GLOB sources CONFIGURE_DEPENDS "${folder}/*_bench.cpp")
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} EXCLUDE_FROM_ALL "${source}")
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${modules})
    nemawashi_quick_malloc(${name})
    target_compile_definitions(${name} PRIVATE "NEMAWASHI_ROOT=\"${PROJECT_SOURCE_DIR}\"")
    add_dependencies(benchmarks ${name})
  endforeach()
endfunction()
