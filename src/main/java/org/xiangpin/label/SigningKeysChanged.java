package org.xiangpin.label;

/** A key that signs labels was made, retired or revoked in this transaction. */
record SigningKeysChanged(String countyCode) {}
