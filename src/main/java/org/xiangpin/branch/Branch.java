package org.xiangpin.branch;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;

/**
 * A party organisation (党组织) and its place in the tree. The parent is the truth; the path (the ids
 * from the top down, {@code /1/22/333/}) is derived from it and rewritten when a subtree moves; see
 * {@link BranchTree}.
 */
@Entity
@Table(name = "branch")
public class Branch extends PanacheEntityBase {

  @Id private Long id;

  private String code;

  private String name;

  @Enumerated(EnumType.STRING)
  private BranchKind kind;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_id")
  private Branch parent;

  /** Not updated with the row: only a move rewrites it, for the whole subtree at once. */
  @Column(updatable = false)
  private String path;

  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "secretary_name")
  private String secretary;

  @ElementCollection
  @CollectionTable(name = "branch_liaison_officer", joinColumns = @JoinColumn(name = "branch_id"))
  @OrderColumn(name = "position")
  @Column(name = "name")
  private List<String> liaisonOfficers = new ArrayList<>();

  @Column(name = "member_count")
  private int memberCount;

  protected Branch() {}

  /**
   * A new organisation under a parent, or at the top when that is null.
   *
   * @param code the installation's own number for it, unique, see {@link #isCode}
   */
  Branch(String code, BranchFacts facts, Branch parent) {
    this.id = Ids.next();
    this.code = code;
    this.parent = parent;
    this.path = pathUnder(parent);
    revise(facts);
  }

  public static Optional<Branch> findByCode(String code) {
    return isCode(code) ? find("code", code).firstResultOptional() : Optional.empty();
  }

  /** Codes are letters, digits, dot, dash and underscore; the database compares no others. */
  static boolean isCode(String text) {
    return text != null && text.matches("[0-9A-Za-z._-]{1,32}");
  }

  /** The uppermost organisations of a region and all below it, by code. */
  public static List<Branch> topsWithin(String scopeCode) {
    return list(
        "from Branch b left join fetch b.parent p where b.regionCode like ?1"
            + " and (p is null or p.regionCode not like ?1) order by b.code",
        Region.codesWithin(scopeCode));
  }

  /** By a part of the name, or the beginning of the code; committees before branches. */
  public static List<Branch> search(String text, String scopeCode, int limit) {
    String words = text.strip().replaceAll("([!%_])", "!$1");
    // "!%" is a percent sign, which no code has
    String code = isCode(text.strip()) ? words : "!";
    return Branch.<Branch>find(
            "regionCode like ?1 and (name like ?2 escape '!' or code like ?3 escape '!')"
                + " order by length(path), code",
            Region.codesWithin(scopeCode),
            "%" + words + "%",
            code + "%")
        .page(0, limit)
        .list();
  }

  /** Those it stands under, from the top. */
  public List<Branch> ancestors() {
    List<Long> ids =
        Stream.of(path.split("/")).filter(s -> !s.isEmpty()).map(Long::valueOf).toList();
    return list("id in ?1 and id <> ?2 order by length(path)", ids, id);
  }

  /** The organisations directly under it, by code. */
  public List<Branch> children() {
    return list("parent = ?1 order by code", this);
  }

  /** It and everything below it, parents before children. */
  public List<Branch> subtree() {
    return list("path like ?1 order by length(path), code", path + "%");
  }

  /** The path it has under that parent; at the top when that is null. */
  String pathUnder(Branch above) {
    return (above == null ? "/" : above.path) + id + "/";
  }

  /** What a list brings anew. */
  void revise(BranchFacts facts) {
    name = facts.name();
    kind = facts.kind();
    regionCode = facts.regionCode();
    secretary = facts.secretary();
    memberCount = facts.members();
    if (!liaisonOfficers.equals(facts.liaisonOfficers())) {
      liaisonOfficers.clear();
      liaisonOfficers.addAll(facts.liaisonOfficers());
    }
  }

  /**
   * Only says who the parent is; checks and paths are {@link BranchTree}'s.
   *
   * @return whether it was another one before
   */
  boolean putUnder(Branch newParent) {
    Long before = parent == null ? null : parent.id();
    parent = newParent;
    return !Objects.equals(before, newParent == null ? null : newParent.id);
  }

  public Long id() {
    return id;
  }

  /** For addresses. */
  public String idText() {
    return Ids.toText(id);
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public BranchKind kind() {
    return kind;
  }

  /** Null at the top. */
  public Branch parent() {
    return parent;
  }

  /** The ids from the top down to its own, each between slashes. */
  public String path() {
    return path;
  }

  /** 0 at the top. */
  public int depth() {
    return (int) path.chars().filter(c -> c == '/').count() - 2;
  }

  public String regionCode() {
    return regionCode;
  }

  /** 汉寿县崔家桥镇永固村. */
  public String place() {
    return Region.shortName(regionCode);
  }

  /** Null when nobody holds the office or nobody entered it. */
  public String secretary() {
    return secretary;
  }

  /** 联络员, in the order of the list they came in. */
  public List<String> liaisonOfficers() {
    return List.copyOf(liaisonOfficers);
  }

  /** Members of this organisation itself, without those below it. */
  public int memberCount() {
    return memberCount;
  }
}
