/**
 * The commands about the public log (公开日志): {@code proof verify} and {@code log audit}, and whom
 * their user believes, given as a key or as a policy file of C2SP tlog-policy.
 */
package org.xiangpin.traceability.cli.log;
