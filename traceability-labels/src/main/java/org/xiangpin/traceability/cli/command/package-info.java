/**
 * What the commands share: how they answer ({@link
 * org.xiangpin.traceability.cli.command.ReportingCommand}), how they fail ({@link
 * org.xiangpin.traceability.cli.command.Fault}, {@link
 * org.xiangpin.traceability.cli.command.ExitCode}), and how they read and write files of bounded
 * size.
 */
package org.xiangpin.traceability.cli.command;
