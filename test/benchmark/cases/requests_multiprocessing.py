"""The case `requests` with a pool of multiprocessing, one process a request. Time: the pool's start, and the loop."""
import multiprocessing
import sys
import time

from requests_result import report

MILLISECONDS = int(sys.argv[2])


def request(which):
    time.sleep(MILLISECONDS / 1000)
    return which * which


if __name__ == "__main__":
    count = int(sys.argv[1])
    begin = time.monotonic()
    with multiprocessing.Pool(count) as pool:
        answers = pool.map(request, range(count), chunksize=1)
    report(answers, time.monotonic() - begin)
