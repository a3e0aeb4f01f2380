/**
 * Photos (照片) that people send in: so many a day, two at once, made clean by {@code picture} and
 * kept. A photo belongs to a thing of a feature above, its owner (see {@link
 * org.xiangpin.photo.PhotoOwner}); the public sees it when that feature says so.
 *
 * <p>Owns {@code photo} and {@code photo_quota}. May import {@code account}, {@code picture} and
 * below.
 */
package org.xiangpin.photo;
