/**
 * The command line {@code java -jar traceability-labels-…-cli.jar}: makes and checks links, labels
 * and signatures (标签签名), and proves the public log (公开日志), for people and for scripts.
 *
 * <p>{@link org.xiangpin.traceability.cli.TraceabilityLabels} is the entry. The packages below it
 * hold the commands by what they are about; each {@code …Command} is one command and translates
 * between words and the library, which decides. All share the exit codes and the option {@code
 * --json}; whatever goes wrong is told in one sentence, never as a stack trace.
 *
 * <p>Only here does the library look at the clock, at files and at the network. The packages need
 * picocli, an optional dependency that the jar of the classifier {@code cli} brings along; whoever
 * uses the library alone does not need it.
 */
package org.xiangpin.traceability.cli;
