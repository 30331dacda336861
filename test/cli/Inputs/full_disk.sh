# full_disk.sh FOLDER TOOL: rewrites a file in place on a disk that has room for one copy only.
mount -t tmpfs -o size=4k tmpfs "$1" || exit 1
printf 'void use(int);\nvoid function() {\n  [[paraloop]] for (int i = 0; i < 3; ++i) use(i);\n}\n' > "$1/loop.cpp"
head -c 3900 /dev/zero | tr '\0' '/' >> "$1/loop.cpp"
before=$(cksum < "$1/loop.cpp")
$2 -i "$1/loop.cpp"
echo "exit status $?"
[ "$before" = "$(cksum < "$1/loop.cpp")" ] && echo "the file is as it was"
echo "files:" $(ls -A "$1")
