/**
 * The demo (演示): the sources' stories as data to look at and to play with. Filled once, on the
 * first start with the profile {@code demo}; the installation is then marked, and a production
 * service refuses to open it.
 *
 * <p>Places, and the facts in {@link org.xiangpin.demo.DemoGoods} marked as reported, are real; all
 * people but the named ones, all phones, prices and weights beyond these are invented and marked
 * （演示）. Owns no tables. May import every feature.
 */
package org.xiangpin.demo;
