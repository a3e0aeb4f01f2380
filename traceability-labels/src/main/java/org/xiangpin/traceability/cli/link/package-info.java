/** The commands about links and element strings: {@code parse}, {@code link}, {@code convert}. */
package org.xiangpin.traceability.cli.link;
