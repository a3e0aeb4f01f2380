/** The commands that print: {@code qr} and {@code sheet}, and where their labels come from. */
package org.xiangpin.traceability.cli.label;
