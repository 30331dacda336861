# How a CMake project uses paraloop. Two ways, for one target each:
#
#   target_paraloop(app)                             # the compiler sees rewritten sources; nothing else changes
#   paraloop_generate(app SOURCES loops.cpp)         # loops.cpp is rewritten into a file that one can look at
#
# Both link paraloop::runtime.
include_guard(GLOBAL)

# target_paraloop(<target>) compiles the target's C++ sources through paraloop-c++, before any launcher (ccache)
# that the target has already. Call it after the target has its sources.
function(target_paraloop target)
  if(NOT TARGET ${target})
    message(FATAL_ERROR "target_paraloop: there is no target `${target}`; call it after add_executable or add_library")
  endif()
  get_property(programs GLOBAL PROPERTY PARALOOP_PROGRAMS_FOLDER)
  set(launchers "${programs}/paraloop-c++")
  get_target_property(others ${target} CXX_COMPILER_LAUNCHER)
  if(others)
    list(APPEND launchers ${others})
  endif()
  set_target_properties(${target} PROPERTIES CXX_COMPILER_LAUNCHER "${launchers}")
  target_link_libraries(${target} PRIVATE paraloop::runtime)
  add_dependencies(${target} paraloop::paraloop-c++)

  # A new rewriter may rewrite differently: then the objects have to be made again.
  get_target_property(sources ${target} SOURCES)
  if(sources)
    list(FILTER sources EXCLUDE REGEX "\\$<")
    set_property(SOURCE ${sources} TARGET_DIRECTORY ${target}
      APPEND PROPERTY OBJECT_DEPENDS "${programs}/paraloop-c++;${programs}/paraloop")
  endif()
endfunction()

# paraloop_generate(<target> SOURCES <source>...) adds a rewritten copy of each source to the target. It is parsed
# with the target's include folders, definitions, options and standard, and made again when the source, a header
# that it includes, or the rewriter changes.
#
# paraloop_generate(<variable> SOURCES <source>... [FLAGS <flag>...]) puts the paths of the rewritten copies into
# the variable, for sources that belong to no target yet; FLAGS say how to parse them. Link paraloop::runtime.
function(paraloop_generate result)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;FLAGS")
  if(NOT arg_SOURCES OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "paraloop_generate: write paraloop_generate(<target or variable> SOURCES <source>... [FLAGS <flag>...])")
  endif()
  if(TARGET ${result})
    _paraloop_target_flags(${result} flags)
  else()
    _paraloop_folder_flags(flags)
  endif()

  set(generated "")
  foreach(source IN LISTS arg_SOURCES)
    _paraloop_rewrite("${source}" "${result}" "${flags};${arg_FLAGS}" copy)
    list(APPEND generated "${copy}")
  endforeach()

  if(TARGET ${result})
    target_sources(${result} PRIVATE ${generated})
    target_link_libraries(${result} PRIVATE paraloop::runtime)
  else()
    set(${result} ${generated} PARENT_SCOPE)
  endif()
endfunction()

# Flags of CMAKE_CXX_FLAGS and of the build type (-DNDEBUG decides what is parsed).
function(_paraloop_global_flags result)
  string(TOUPPER "${CMAKE_BUILD_TYPE}" type)
  separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${type}}")
  set(${result} "${flags}" PARENT_SCOPE)
endfunction()

# Generator expressions, so that what is set on the target later counts too.
function(_paraloop_target_flags target result)
  _paraloop_global_flags(flags)
  set(folders "$<TARGET_PROPERTY:${target},INCLUDE_DIRECTORIES>")
  set(definitions "$<TARGET_PROPERTY:${target},COMPILE_DEFINITIONS>")
  set(features "$<TARGET_PROPERTY:${target},COMPILE_FEATURES>")
  set(standard "$<TARGET_PROPERTY:${target},CXX_STANDARD>")
  set(plain "$<STREQUAL:$<TARGET_PROPERTY:${target},CXX_EXTENSIONS>,OFF>")
  list(APPEND flags
    "$<$<BOOL:${folders}>:-I$<JOIN:${folders},$<SEMICOLON>-I>>"
    "$<$<BOOL:${definitions}>:-D$<JOIN:${definitions},$<SEMICOLON>-D>>"
    "$<TARGET_PROPERTY:${target},COMPILE_OPTIONS>"
    "$<$<BOOL:${standard}>:-std=$<IF:${plain},c,gnu>++${standard}>")
  foreach(year IN ITEMS 17 20 23)
    list(APPEND flags "$<$<IN_LIST:cxx_std_${year},${features}>:-std=$<IF:${plain},c,gnu>++${year}>")
  endforeach()
  set(${result} "${flags}" PARENT_SCOPE)
endfunction()

function(_paraloop_folder_flags result)
  _paraloop_global_flags(flags)
  get_directory_property(folders INCLUDE_DIRECTORIES)
  list(TRANSFORM folders PREPEND "-I")
  get_directory_property(definitions COMPILE_DEFINITIONS)
  list(TRANSFORM definitions PREPEND "-D")
  list(APPEND flags ${folders} ${definitions})
  if(CMAKE_CXX_STANDARD)
    list(APPEND flags "-std=gnu++${CMAKE_CXX_STANDARD}")
  endif()
  set(${result} "${flags}" PARENT_SCOPE)
endfunction()

# One custom command: the compiler writes what the source depends on, the rewriter writes the copy.
function(_paraloop_rewrite source name flags result)
  cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
  cmake_path(GET source PARENT_PATH folder)
  cmake_path(GET source FILENAME file)
  string(MD5 place "${folder}") # two sources may have the same name
  string(SUBSTRING "${place}" 0 8 place)
  set(copy "${CMAKE_CURRENT_BINARY_DIR}/paraloop/${name}/${place}/${file}")
  set(runtime_folders "$<TARGET_PROPERTY:paraloop::runtime,INTERFACE_INCLUDE_DIRECTORIES>")
  list(APPEND flags "-I$<JOIN:${runtime_folders},$<SEMICOLON>-I>")
  add_custom_command(OUTPUT "${copy}"
    COMMAND "${CMAKE_CXX_COMPILER}" ${flags} -MM -MT "${copy}" -MF "${copy}.d" "${source}"
    COMMAND paraloop::paraloop "${source}" -o "${copy}" -- ${flags}
    DEPENDS "${source}" paraloop::paraloop
    DEPFILE "${copy}.d"
    COMMENT "Rewriting ${file}"
    COMMAND_EXPAND_LISTS VERBATIM)
  cmake_path(GET copy PARENT_PATH copy_folder)
  file(MAKE_DIRECTORY "${copy_folder}")
  # Headers in quotes are next to the original; so is the file that __FILE__ names.
  set_source_files_properties("${copy}" PROPERTIES
    COMPILE_OPTIONS "-iquote;${folder};-ffile-prefix-map=${copy}=${source}")
  set(${result} "${copy}" PARENT_SCOPE)
endfunction()
