/**
 * The audit of a whole public log (公开日志): whether what a log publishes today is all that it ever
 * published, with nothing changed, taken out, put in or put in another order.
 *
 * <p>{@link org.xiangpin.traceability.cli.audit.LogAudit} reads every entry of a log in the layout
 * of C2SP tlog-tiles, recomputes every tile and the root, and compares them with the tiles, with
 * the signed checkpoint, and with an older checkpoint that somebody kept elsewhere. What it finds
 * are {@link org.xiangpin.traceability.cli.audit.Finding findings}; the first bad index is named
 * where the signed states prove it. Memory does not grow with the log.
 *
 * <p>Files come from a {@link org.xiangpin.traceability.cli.audit.LogFolder folder} or from a
 * {@link org.xiangpin.traceability.cli.audit.LogSite web server}, which may be hostile: sizes and
 * times have bounds. Unlike the command line around it this package needs nothing but the JDK.
 */
package org.xiangpin.traceability.cli.audit;
