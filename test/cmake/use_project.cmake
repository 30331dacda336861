# cmake -DWAY=... -DPROJECT=... -DWORK=... -DPARALOOP_SOURCE=... -DPARALOOP_BUILD=... -P use_project.cmake
#
# Builds a copy of the project and runs its programs in workers; changes a header, builds again, and expects the
# new value; then builds once more, and expects that nothing is left to do.

function(run_or_fail)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGV}\nended with ${status}:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(check_programs expected)
  run_or_fail(${CMAKE_COMMAND} --build "${WORK}/build" --target launched generated listed)
  foreach(program IN ITEMS launched generated listed)
    set(report "${WORK}/${program}.json")
    file(REMOVE "${report}")
    run_or_fail(${CMAKE_COMMAND} -E env PARALOOP_FORCE=1 PARALOOP_NUM_PROCESSES=2
      "PARALOOP_REPORT=${report}" "${WORK}/build/${program}")
    if(NOT output STREQUAL "${expected} beside\n")
      message(FATAL_ERROR "${program} printed `${output}`; expected `${expected} beside`")
    endif()
    file(READ "${report}" text)
    string(JSON iterations GET "${text}" iterations_in_workers)
    if(NOT iterations EQUAL 100)
      message(FATAL_ERROR "${program} ran ${iterations} iterations in workers; expected 100: ${text}")
    endif()
    message(STATUS "${program}: ${expected}, in workers")
  endforeach()
endfunction()

file(REMOVE_RECURSE "${WORK}/source")
file(COPY "${PROJECT}/" DESTINATION "${WORK}/source")
# The sub-directory uses the rewriter of this build: another one would take longer than all other tests.
run_or_fail(${CMAKE_COMMAND} -G Ninja -DCMAKE_BUILD_TYPE=Debug -S "${WORK}/source" -B "${WORK}/build"
  "-DWAY=${WAY}" "-DPARALOOP_SOURCE=${PARALOOP_SOURCE}" "-Dparaloop_DIR=${PARALOOP_BUILD}"
  "-DPARALOOP_EXECUTABLE=${PARALOOP_BUILD}/bin/paraloop"
  "-DCMAKE_PREFIX_PATH=${PREFIX_PATH}" "-DCMAKE_CXX_COMPILER=${CXX}")
check_programs(1100)

file(WRITE "${WORK}/source/include/step.h" "constexpr int step = 2;\n")
check_programs(1200)

run_or_fail(${CMAKE_COMMAND} --build "${WORK}/build" --target launched generated listed)
if(NOT output MATCHES "no work to do")
  message(FATAL_ERROR "a second build did something:\n${output}")
endif()
