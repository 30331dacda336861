// SystemFunctions.cpp: tables of names.

#include "SystemFunctions.h"

#include "StandardLibrary.h"

#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {

llvm::StringRef hiddenState(const FunctionDecl *function) {
  if (!isFromSystemHeader(function) || llvm::isa<CXXMethodDecl>(function))
    return {};
  static const llvm::StringSet<> flags = {
      "fetestexcept", "fegetexceptflag", "fesetexceptflag", "feclearexcept",
      "feholdexcept", "fegetenv",        "_mm_getcsr"};
  static const llvm::StringSet<> modes = {"fesetround", "fesetenv",
                                          "feupdateenv", "_mm_setcsr"};
  static const llvm::StringSet<> random = {
      "rand",    "srand",   "random",  "srandom", "drand48", "lrand48",
      "mrand48", "srand48", "erand48", "nrand48", "jrand48"};
  static const llvm::StringSet<> process = {
      "setenv",        "putenv",          "unsetenv",
      "clearenv",      "chdir",           "fchdir",
      "umask",         "setlocale",       "signal",
      "sigaction",     "atexit",          "at_quick_exit",
      "dup2",          "setrlimit",       "srandomdev",
      "set_terminate", "set_new_handler", "current_path",
      "fork",          "vfork",           "freopen",
      "setvbuf",       "setbuf",          "raise",
      "kill",          "sigqueue",        "alarm",
      "setitimer",     "pthread_kill"};
  static const llvm::StringSet<> input = {
      "getchar", "getchar_unlocked", "scanf",   "vscanf",
      "gets",    "wscanf",           "getwchar"};
  static const llvm::StringSet<> scanners = {"strtok", "hsearch", "hcreate",
                                             "ecvt", "fcvt"};
  static const llvm::StringSet<> threads = {"setjmp", "_setjmp", "__sigsetjmp",
                                            "sigsetjmp"};
  const llvm::StringRef name = nameOf(function);
  if (random.contains(name))
    return "draws from the program's random number generator, so each value "
           "depends on all draws before";
  if (flags.contains(name))
    return "is about the floating-point flags, which earlier iterations leave";
  if (process.contains(name) || modes.contains(name))
    return "changes the process itself, and a worker's change is lost with the "
           "worker";
  if (input.contains(name))
    return "reads standard input, whose position all iterations share";
  if (scanners.contains(name))
    return "keeps its position from call to call";
  if (name == "current_exception")
    return "returns an exception of the worker's, which the program can't get";
  static const llvm::StringSet<> terminals = {"isatty", "ttyname", "tcgetattr",
                                              "tcsetattr"};
  if (terminals.contains(name))
    return "asks about a terminal, and a worker writes to none";
  static const llvm::StringSet<> jumps = {"longjmp", "_longjmp", "siglongjmp"};
  if (jumps.contains(name))
    return "jumps out of the loop, where a worker must not go on";
  if (threads.contains(name))
    return "saves a place to jump back to, which a worker can't share";
  return {};
}

StreamState streamStateUsed(const FunctionDecl *function) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  if (!method || !isStandard(method) ||
      nameOf(method->getParent()) != "ios_base")
    return StreamState::None;
  const llvm::StringRef name = nameOf(method);
  if (name == "iword")
    return StreamState::Number;
  if (name == "pword" || name == "register_callback")
    return StreamState::Other;
  return name == "xalloc" ? StreamState::OfAll : StreamState::None;
}

llvm::StringRef staticBuffers(const FunctionDecl *function) {
  static const llvm::StringMap<llvm::StringRef> buffers = {
      {"gmtime", "t"},        {"localtime", "t"},     {"asctime", "a"},
      {"ctime", "at"},        {"strerror", "e"},      {"strsignal", "s"},
      {"getpwnam", "p"},      {"getpwuid", "p"},      {"getpwent", "p"},
      {"getgrnam", "g"},      {"getgrgid", "g"},      {"getgrent", "g"},
      {"gethostbyname", "h"}, {"gethostbyaddr", "h"}, {"getservbyname", "v"},
      {"getservbyport", "v"}, {"inet_ntoa", "i"},     {"l64a", "l"}};
  const bool isOfSystem =
      isFromSystemHeader(function) && !llvm::isa<CXXMethodDecl>(function);
  return isOfSystem ? buffers.lookup(nameOf(function)) : llvm::StringRef();
}

bool movesFilePosition(const FunctionDecl *function) {
  static const llvm::StringSet<> names = {
      "read", "write", "readv",   "writev",    "lseek",    "lseek64",
      "recv", "send",  "dprintf", "ftruncate", "recvfrom", "sendto"};
  return isFromSystemHeader(function) && names.contains(nameOf(function));
}

bool isErrno(const FunctionDecl *function) {
  return function->getDeclName().isIdentifier() &&
         (function->getName() == "__errno_location" ||
          function->getName() == "__error");
}

bool movesInFile(const FunctionDecl *function) {
  static const llvm::StringSet<> names = {
      "ftell",  "ftello", "fseek", "fseeko", "fgetpos", "fsetpos",
      "rewind", "tellp",  "seekp", "fileno", "setbuf",  "setvbuf"};
  return isFromSystemHeader(function) && names.contains(nameOf(function));
}

bool opensFile(const FunctionDecl *function) {
  static const llvm::StringSet<> names = {
      "open",    "open64",  "openat",   "creat",        "socket", "accept",
      "accept4", "mkstemp", "mkostemp", "memfd_create", "eventfd"};
  return isFromSystemHeader(function) && !llvm::isa<CXXMethodDecl>(function) &&
         names.contains(nameOf(function));
}

bool makesDescriptor(const FunctionDecl *function) {
  static const llvm::StringSet<> names = {"dup", "dup2", "dup3", "fileno",
                                          "epoll_create1"};
  return opensFile(function) ||
         (isFromSystemHeader(function) && !llvm::isa<CXXMethodDecl>(function) &&
          names.contains(nameOf(function)));
}

bool printsByName(const FunctionDecl *function) {
  static const llvm::StringSet<> names = {
      "printf", "puts", "putchar", "vprintf", "perror", "wprintf", "putwchar"};
  return isFromSystemHeader(function) && names.contains(nameOf(function));
}

bool isStandardOutput(const VarDecl *variable) {
  static const llvm::StringSet<> names = {"cout",  "cerr",  "clog",
                                          "wcout", "wcerr", "wclog"};
  const llvm::StringRef name = nameOf(variable);
  if (isStandard(variable))
    return names.contains(name);
  return variable->hasExternalStorage() && isFromSystemHeader(variable) &&
         (name == "stdout" || name == "stderr");
}

bool isStandardInput(const VarDecl *variable) {
  const llvm::StringRef name = nameOf(variable);
  if (isStandard(variable))
    return name == "cin" || name == "wcin";
  return variable->hasExternalStorage() && isFromSystemHeader(variable) &&
         name == "stdin";
}

bool runsExitHandlers(const FunctionDecl *function) {
  return isFromSystemHeader(function) &&
         function->getDeclName().isIdentifier() &&
         (function->getName() == "exit" || function->getName() == "quick_exit");
}

} // namespace paraloop
