package org.xiangpin.traceability.gs1;

/**
 * What is wrong with a value. Readers turn it into an exception with a place in their own text.
 *
 * @param rule the rule broken
 * @param index of the first offending character within the value
 * @param what the fault in words, without a full stop
 */
record Fault(Gs1Rule rule, int index, String what) {
  InvalidGs1Data at(String ai, int position) {
    return new InvalidGs1Data(rule, ai, position, what);
  }
}
