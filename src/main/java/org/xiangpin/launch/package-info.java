/**
 * Starting and stopping: finds or starts the database before the framework boots, refuses a start
 * that would be unsafe, and holds the subcommands of the service's jar.
 *
 * <p>Owns no tables. May import every feature; nothing imports it.
 */
package org.xiangpin.launch;
