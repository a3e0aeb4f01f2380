/**
 * Measures ratios: ours against a floor that a plain program reaches on the same machine,
 * alternating in one run. Each class with a {@code main} runs as a second process against a running
 * service; how to run them stands in {@code docs/benchmarks.md}.
 */
package org.xiangpin.benchmark;
