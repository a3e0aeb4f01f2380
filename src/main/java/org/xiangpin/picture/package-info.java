/**
 * A picture made clean (图片): judged by what its bytes say, decoded within limits, and written anew
 * as a small JPEG that holds the pixels and nothing else, neither the place where it was taken nor
 * what was hung behind it. Knows no persons, owners or databases.
 *
 * <p>Owns no tables. May import {@code shared}.
 */
package org.xiangpin.picture;
