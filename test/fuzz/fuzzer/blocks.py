"""The registry of blocks: what stands in bodies, by role.

In: a Context. Out: a list of pieces. Each block uses one variable from outside in one of the ways that docs/roles.md
knows, or in a hostile way; then it tells the context that the loop isn't safe.
"""

BLOCKS = []


def block(weight, index=False, top=False):
    """Registers a function that makes a block.

    index: it needs a number that differs between iterations. top: it has to stand in the body itself, not in an `if`.
    """
    def register(function):
        BLOCKS.append((weight, function, index, top))
        BLOCKS.sort(key=lambda entry: (entry[1].__module__, entry[1].__name__))  # whatever is imported first
        return function
    return register


def some_block(ctx):
    """One block by chance, of those that may stand here."""
    fitting = [(weight, function) for weight, function, index, top in BLOCKS
               if (ctx.index or not index) and (ctx.depth == 0 or not top)]
    weights, functions = zip(*fitting)
    function = ctx.chance.choices(functions, weights)[0]
    ctx.tags.append(function.__name__)
    made = function(ctx)
    ctx.block_ends()
    return made
