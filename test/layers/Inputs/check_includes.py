"""check_includes.py TOOL_FOLDER: compares the #include lines of the tool with the stages and arrows below."""
import os
import re
import sys

# Each stage with its files, and the stages that it may use. A new file has to be given a place here.
STAGES = {
    "words": ({"Refusal", "Plan", "Explain", "SourceText", "Diff", "Output", "CompilerArguments", "Failure"}, set()),
    "options": ({"AttributeOptions"}, {"words"}),
    "annotation": ({"Annotation"}, {"words", "options"}),
    "loops": ({"AnnotatedLoops"}, {"words", "options", "annotation"}),
    "knowledge": ({"AddressTaken", "AdoptedMemory", "ByteViews", "EnclosingFunctions", "ErrnoReads", "Escapes", "HeaderText", "HistoryReads", "LibraryUses", "PlainExpr", "PointerCasts", "Reseating", "StandardLibrary", "StandardTypes", "SystemFunctions",
                   "Statements", "TextUses", "Travel", "TypeContainment"}, {"words"}),
    "effects": ({"Actuals", "FieldSteps", "Objects", "ObjectResolver", "Pointees", "Scope", "Callees", "ArgumentChanges", "CallbackChanges", "CallContext", "CallEffects", "CallState", "DefaultResource", "Destructors", "DynamicClasses", "IndirectTargets", "FieldValues", "FoldForms", "KeptCallables", "Overriders", "LibraryCallbacks", "LibraryCallees", "ElementsHanded", "TransformViews", "TypeErasure", "Effects",
                 "Uses", "Targets"}, {"words", "knowledge"}),
    "shape": ({"LoopShape", "LoopFacts", "Exits", "ForHeader", "RangeHeader", "Lists", "Places"}, {"words", "knowledge", "effects"}),
    "subscripts": ({"LinearForm", "Headers", "Frames", "Paths", "PathTypes", "Numbers", "BoundedNumbers", "ViewRanges", "Inductions", "Invariants", "ElementAccesses", "ElementTexts", "AlwaysTouched", "Checks",
                    "NotedElements", "Subscripts", "MemoryRegions", "RegionOverlap", "Stretches", "Aliases", "Holdings", "LoopNames", "ExternalVisibility", "Reachability", "UnsharedVariables"}, {"words", "knowledge", "effects", "shape"}),
    "temporaries": ({"Accesses", "AssignmentFlow", "CallTerms", "CalleeAssignments", "ExposedReads", "Fills", "LoopRanges",
                     "Temporaries", "WholeObjects"},
                    {"words", "knowledge", "effects", "shape", "subscripts"}),
    "split": ({"Split", "SplitExpression", "OperandSelection", "UpdateBuilder", "Forms", "Whole", "Operands", "Regions", "ReplayPart", "WorkLeft"}, {"words", "knowledge", "effects"}),
    "division": ({"Division", "EarlyEnds", "ElementFolds", "Folds", "HiddenState", "InTurn", "LocalNumbers", "Ownership", "ReplayCut", "ReplayedChanges", "RoleOptions", "SharedVariables", "StaticBuffers",
                  "TemporaryVerdicts"},
                 {"words", "options", "loops", "knowledge", "effects", "shape", "subscripts", "temporaries", "split"}),
    "classify": ({"AliasChecks", "Classify", "FieldLists", "MakePlan", "Meanings", "NoWork", "Reasons", "Weight"},
                 {"words", "options", "loops", "knowledge", "effects", "shape", "subscripts", "temporaries", "split",
                  "division"}),
    "emit": ({"Emit"}, {"words"}),
    "stages": ({"LoopStages", "Preamble"}, {"words", "loops", "knowledge", "effects", "shape", "subscripts", "split", "classify",
                "emit"}),
    "pipeline": ({"Pipeline", "Suggestions"}, {"words", "annotation", "loops", "stages"}),
    "results": ({"Annotating", "ExportFixes", "Results"}, {"words", "pipeline"}),
    "front": ({"CommandLine", "main"}, {"words", "pipeline", "results"}),
}
WITHOUT_CLANG = {"Plan", "Explain", "Emit", "Diff", "Output"}
LIGHT_HEADERS = ("clang/Basic/SourceLocation.h", "clang/Tooling/Core/Replacement.h", "clang/Tooling/ArgumentsAdjusters.h",
                 "clang/Tooling/CompilationDatabase.h")
SPELL_RUNTIME_NAMES = {"Emit", "Operands", "ElementTexts"}  # the last two name what the plan's texts stand on

problems = []


def stage_of(name):
    for stage, (files, _) in STAGES.items():
        if name in files:
            return stage
    return None


def check(file, text):
    name, extension = os.path.splitext(file)
    stage = stage_of(name)
    if stage is None:
        problems.append(f"{file}: belongs to no stage; give it one in check_includes.py")
        return
    for include in re.findall(r'#include [<"]([^>"]+)[>"]', text):
        other = stage_of(os.path.splitext(include)[0]) if "/" not in include and include.endswith(".h") else None
        if other and other != stage and other not in STAGES[stage][1]:
            problems.append(f"{file} ({stage}) must not include {include} ({other})")
        if include.startswith("clang/") and name in WITHOUT_CLANG:
            problems.append(f"{file} must not know Clang, but includes {include}")
        if include.startswith("clang/") and extension == ".h" and include not in LIGHT_HEADERS:
            problems.append(f"{file} is a header and includes the heavy {include}")
        if include == "llvm/Support/CommandLine.h" and stage != "front":
            problems.append(f"{file} must not know the command line")
    if name != "Refusal" and re.search(r"getCustomDiagID|\.Report\(", text):
        problems.append(f"{file} makes a diagnostic; only Refusal.cpp does")
    if name not in SPELL_RUNTIME_NAMES and re.search(r'"[^"\n]*(paraloop_\w|paraloop::(run|Site|Iteration)\b)', text):
        problems.append(f"{file} spells a name of the runtime; only {', '.join(sorted(SPELL_RUNTIME_NAMES))} do")


for file in sorted(os.listdir(sys.argv[1])):
    if file.endswith((".h", ".cpp")):
        with open(os.path.join(sys.argv[1], file), encoding="utf-8") as source:
            check(file, source.read())
print("\n".join(problems))
sys.exit(1 if problems else 0)
