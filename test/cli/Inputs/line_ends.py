"""Says how the lines of a file end."""
import sys

text = open(sys.argv[1], "rb").read()
print("starts with a byte order mark:", text.startswith(b"\xef\xbb\xbf") and text.count(b"\xef\xbb\xbf") == 1)
print("keeps Latin-1:", b"caf\xe9\r\n" in text)
print("lines with LF alone:", text.count(b"\n") - text.count(b"\r\n"))
print("grew:", text.count(b"\n") > 5)
