/**
 * What GS1-Conformant Resolver 1.2 says of links, apart from whose goods they belong to (解析服务):
 * link types and how they are written in a request, linksets (RFC 9264), which of several links a
 * request wants, the headers that go with them, and the description file at {@code
 * /.well-known/gs1resolver}.
 *
 * <p>Keeps nothing and asks no database. May import {@code shared}.
 */
package org.xiangpin.resolver;
