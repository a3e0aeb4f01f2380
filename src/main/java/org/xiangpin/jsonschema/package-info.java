/**
 * Compiles a JSON schema (draft 7) into rules that judge a parsed document in microseconds: the
 * keywords that the EPCIS schema uses and no others; a schema with an unknown one is refused at the
 * start. Knows nothing of events, databases or HTTP.
 *
 * <p>Owns no tables. Imports nothing of ours.
 */
package org.xiangpin.jsonschema;
