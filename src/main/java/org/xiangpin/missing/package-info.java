/**
 * What is missing (缺什么) in the papers of producers, each with the one thing to do next: a list for
 * the township and the county, and a part of each producer's page. It decides nothing and keeps
 * nothing; every line is read off the tables of the features below.
 *
 * <p>Owns no table. May import {@code intake} and below.
 */
package org.xiangpin.missing;
