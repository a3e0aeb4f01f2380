package org.xiangpin.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What one keyword of a schema demands of a value. Judging is separate from explaining: nearly all
 * values are good, and a verdict alone needs no lists.
 */
interface Rule {

  boolean accepts(JsonNode value);

  /** Adds what is wrong; asked only of a value that is not accepted. */
  void explain(JsonNode value, String pointer, List<Fault> faults);
}
