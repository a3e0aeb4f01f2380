/**
 * The frame in which every page of the console (后台) stands: menu, start page, language, and what
 * all its answers have in common. Features above put their {@link org.xiangpin.console.StartCard}
 * on the start page.
 *
 * <p>A form is taken once, however often its button is pressed ({@link
 * org.xiangpin.console.SentFormFilter}).
 *
 * <p>Owns {@code sent_form}. May import {@code signin} and below.
 */
package org.xiangpin.console;
