package org.xiangpin.tracelog;

/**
 * What the database holds of the log contradicts itself or what was signed: somebody changed it.
 * Nothing is taken into such a log, and nothing signed, until a person has looked.
 */
class LogBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LogBroken(String message) {
    super(message);
  }
}
