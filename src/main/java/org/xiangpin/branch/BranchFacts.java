package org.xiangpin.branch;

import java.util.List;

/**
 * What a list says of an organisation, besides its code and its place in the tree.
 *
 * @param regionCode 12 digits
 * @param secretary null when nobody holds the office or nobody entered it
 * @param liaisonOfficers 联络员, in the list's order
 * @param members of this organisation itself, 0 or more
 */
record BranchFacts(
    String name,
    BranchKind kind,
    String regionCode,
    String secretary,
    List<String> liaisonOfficers,
    int members) {}
