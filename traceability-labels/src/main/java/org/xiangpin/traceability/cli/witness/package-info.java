/**
 * The commands of a witness (见证方): somebody who does not belong to the log, a bureau or a school,
 * remembers how far it had grown and signs only what goes on from there (C2SP tlog-witness). With
 * its signatures under a checkpoint the log can't show one history to some and another to others.
 */
package org.xiangpin.traceability.cli.witness;
