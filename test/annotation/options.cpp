// Options are parsed, typed and checked; each mistake is an error at its place.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

void function(int n) {
  [[paraloop(num_process = 3)]] for (;;) break; // expected-error {{unknown option 'num_process'; did you mean 'num_processes'? [paraloop-unknown-option]}} expected-note {{hint: the options are num_processes, chunk, timeout, retries, on_crash, on_timeout, progress}}
  [[paraloop(nonsense = 3)]] for (;;) break; // expected-error {{unknown option 'nonsense' [paraloop}} expected-note {{hint}}
  [[paraloop(chunk = 4, chunk = 5)]] for (;;) break; // expected-error {{option 'chunk' is given twice [paraloop-repeated-option]}} expected-note {{hint}}

  [[paraloop(num_processes)]] for (;;) break;   // expected-error {{option 'num_processes' has no value [paraloop-bad-option-syntax]}} expected-note {{hint: write options as 'name = value'}}
  [[paraloop(num_processes =)]] for (;;) break; // expected-error {{option 'num_processes' has no value}} expected-note {{hint}}
  [[paraloop(8)]] for (;;) break;               // expected-error {{expected the name of an option before '8'}} expected-note {{hint}}
  [[paraloop(chunk = 4,)]] for (;;) break;      // expected-error {{expected an option after ','}} expected-note {{hint}}
  [[paraloop(, chunk = 4)]] for (;;) break;     // expected-error {{expected an option before ','}} expected-note {{hint}}

  [[paraloop(num_processes = 0)]] for (;;) break;    // expected-error {{'0' is not a value for option 'num_processes' [paraloop-bad-option-value]}} expected-note {{hint: write a whole number from 1 to 1024}}
  [[paraloop(num_processes = 1025)]] for (;;) break; // expected-error {{'1025' is not a value}} expected-note {{hint}}
  [[paraloop(num_processes = -1)]] for (;;) break;   // expected-error {{'-1' is not a value}} expected-note {{hint}}
  [[paraloop(num_processes = n)]] for (;;) break;    // expected-error {{'n' is not a value}} expected-note {{hint}}
  [[paraloop(num_processes = "8")]] for (;;) break;  // expected-error {{is not a value}} expected-note {{hint}}
  [[paraloop(chunk = 2 * 4)]] for (;;) break;        // expected-error {{'2 * 4' is not a value}} expected-note {{hint: write a whole number of iterations, at least 1}}
  [[paraloop(chunk = 010)]] for (;;) break;          // expected-error {{'010' is not a value}} expected-note {{hint}}
  [[paraloop(chunk = 99999999999999999999)]] for (;;) break; // expected-error {{is not a value}} expected-note {{hint}}
  [[paraloop(retries = -1)]] for (;;) break;         // expected-error {{'-1' is not a value}} expected-note {{hint: write a whole number from 0 to 1000}}
  [[paraloop(on_crash = ignore)]] for (;;) break;    // expected-error {{'ignore' is not a value for option 'on_crash'}} expected-note {{hint: write retry, native or error}}
  [[paraloop(timeout = 1s, on_timeout = native)]] for (;;) break; // expected-error {{'native' is not a value for option 'on_timeout'}} expected-note {{hint: write error, retry or skip}}
  [[paraloop(on_timeout = skip)]] for (;;) break;    // expected-error {{'on_timeout' needs a 'timeout'}} expected-note {{hint}}
  [[paraloop(progress = maybe)]] for (;;) break;     // expected-error {{'maybe' is not a value for option 'progress'}} expected-note {{hint: write true or false, or nothing}}
  [[paraloop(progress, progress = true)]] for (;;) break; // expected-error {{option 'progress' is given twice}} expected-note {{hint}}
  (void)n;
}
