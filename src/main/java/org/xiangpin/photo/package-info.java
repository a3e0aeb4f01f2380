/**
 * Photos (照片) that people send in: judged by what their bytes say, decoded within limits, and kept
 * as a small JPEG that holds the picture and nothing else, neither the place where it was taken nor
 * what was hung behind it. A photo belongs to a thing of a feature above, its owner (see {@link
 * org.xiangpin.photo.PhotoOwner}); the public sees it when that feature says so.
 *
 * <p>Owns {@code photo} and {@code photo_quota}. May import {@code account} and below.
 */
package org.xiangpin.photo;
