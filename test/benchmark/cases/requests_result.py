"""The result of `requests` as bench.h prints it."""
import struct
import sys


def report(answers, seconds):
    """Prints the checksum of the answers (64-bit numbers) on stdout, and the seconds on stderr."""
    value = 0xCBF29CE484222325
    for byte in struct.pack(f"<{len(answers)}q", *answers):
        value = (value ^ byte) * 0x100000001B3 % 2**64
    print(f"exact answers {value:x}")
    print(f"seconds {seconds:.9f}", file=sys.stderr)
