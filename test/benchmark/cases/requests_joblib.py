"""The case `requests` with joblib, one process a request. Time: the processes' start, and the loop."""
import sys
import time

import joblib
from requests_result import report


def request(which, milliseconds):
    time.sleep(milliseconds / 1000)
    return which * which


if __name__ == "__main__":
    count, milliseconds = int(sys.argv[1]), int(sys.argv[2])
    begin = time.monotonic()
    answers = joblib.Parallel(n_jobs=count)(joblib.delayed(request)(i, milliseconds) for i in range(count))
    report(answers, time.monotonic() - begin)
