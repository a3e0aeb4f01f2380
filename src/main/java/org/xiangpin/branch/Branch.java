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
import jakarta.persistence.LockModeType;
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
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;

/**
 * A party organisation (党组织) and its place in the tree. The parent is the truth; the path (the ids
 * from the top down, {@code /1/22/333/}) is derived from it and rewritten when a subtree moves.
 */
@Entity
@Table(name = "branch")
public class Branch extends PanacheEntityBase {

  /** More levels do not fit the path's column; real trees have four to six. */
  static final int MOST_LEVELS = 25;

  private static final String WRONG_PATHS =
      """
      with recursive tree (id, path) as (
        select id, cast(concat('/', id, '/') as char(512)) from branch where parent_id is null
        union all
        select b.id, concat(t.path, b.id, '/') from branch b join tree t on b.parent_id = t.id)
      select t.id, t.path from tree t join branch b on b.id = t.id where b.path <> t.path
      """;

  /** What sort of organisation, with the word that stands in lists. */
  public enum Kind {
    COUNTY_COMMITTEE("县委", "County committee"),
    TOWNSHIP_COMMITTEE("乡镇党委", "Township committee"),
    GENERAL_BRANCH("党总支", "General branch"),
    VILLAGE_BRANCH("村支部", "Village branch"),
    UNIT_BRANCH("单位支部", "Branch of an office, school or firm");

    private final String chinese;
    private final String english;

    Kind(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    public String chinese() {
      return chinese;
    }

    public String english() {
      return english;
    }

    public String label(Lang lang) {
      return lang.of(chinese, english);
    }
  }

  @Id private Long id;

  private String code;

  private String name;

  @Enumerated(EnumType.STRING)
  private Kind kind;

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
   * @param code the installation's own number for it, unique, up to 32 characters
   * @param members how many members it counts, 0 or more
   */
  public Branch(
      String code,
      String name,
      Kind kind,
      Branch parent,
      String regionCode,
      String secretary,
      List<String> liaisonOfficers,
      int members) {
    this.id = Ids.next();
    this.code = code;
    this.name = name;
    this.kind = kind;
    this.parent = parent;
    this.path = pathUnder(parent);
    this.regionCode = regionCode;
    this.secretary = secretary;
    this.liaisonOfficers = new ArrayList<>(liaisonOfficers);
    this.memberCount = members;
  }

  public static Optional<Branch> findByCode(String code) {
    return isCode(code) ? find("code", code).firstResultOptional() : Optional.empty();
  }

  /** Codes are letters, digits, dot, dash and underscore; the database compares no others. */
  static boolean isCode(String text) {
    return text != null && text.matches("[0-9A-Za-z._-]{1,32}");
  }

  /** The organisations tied to exactly this region, from the top. */
  public static List<Branch> of(String regionCode) {
    return list("regionCode = ?1 order by length(path), code", regionCode);
  }

  /** The uppermost organisations of a region and all below it, by code. */
  public static List<Branch> topsWithin(String scopeCode) {
    return list(
        "from Branch b left join fetch b.parent p where b.regionCode like ?1"
            + " and (p is null or p.regionCode not like ?1) order by b.code",
        Region.prefixOf(scopeCode) + "%");
  }

  /** By a part of the name, or the beginning of the code; committees before branches. */
  public static List<Branch> search(String text, String scopeCode, int limit) {
    String words = text.strip().replaceAll("([!%_])", "!$1");
    // "!%" is a percent sign, which no code has
    String code = isCode(text.strip()) ? words : "!";
    return Branch.<Branch>find(
            "regionCode like ?1 and (name like ?2 escape '!' or code like ?3 escape '!')"
                + " order by length(path), code",
            Region.prefixOf(scopeCode) + "%",
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

  /**
   * Moves it with everything below it.
   *
   * @param newParent null puts it at the top
   * @throws InvalidInput when the new parent is itself or below it
   */
  public void moveUnder(Branch newParent) {
    lockTrees();
    getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
    if (newParent != null) {
      getEntityManager().refresh(newParent, LockModeType.PESSIMISTIC_WRITE);
      requireAbove(newParent);
    }
    String before = path;
    String after = pathUnder(newParent);
    parent = newParent;
    getEntityManager().flush();
    update(
        "path = concat(?1, substring(path, ?2)) where path like ?3",
        after,
        before.length() + 1,
        before + "%");
    getEntityManager().refresh(this);
  }

  private void requireAbove(Branch newParent) {
    if (newParent.path.startsWith(path)) {
      throw new InvalidInput(
          "parent",
          "不能移到自己或自己的下级之下。请选别的上级。",
          "It cannot stand under itself or under what is below it. Choose another parent.");
    }
    int lowest = subtree().stream().mapToInt(Branch::depth).max().orElse(depth());
    if (newParent.depth() + 1 + lowest - depth() >= MOST_LEVELS) {
      throw new InvalidInput(
          "parent", "层级太多了，请选更高一级的上级。", "Too many levels; choose a parent higher up.");
    }
  }

  /**
   * Derives all paths from the parents again and corrects those that differ.
   *
   * @return how many did
   */
  static int rebuildPaths() {
    getEntityManager().flush();
    List<?> wrong = getEntityManager().createNativeQuery(WRONG_PATHS).getResultList();
    for (Object found : wrong) {
      Object[] row = (Object[]) found;
      update("path = ?1 where id = ?2", (String) row[1], ((Number) row[0]).longValue());
    }
    getEntityManager().clear();
    return wrong.size();
  }

  private String pathUnder(Branch above) {
    return (above == null ? "/" : above.path) + id + "/";
  }

  /** What a list brings anew: everything but its code and its place in the tree. */
  void revise(
      String newName,
      Kind newKind,
      String newRegionCode,
      String newSecretary,
      List<String> newLiaisonOfficers,
      int newMembers) {
    name = newName;
    kind = newKind;
    regionCode = newRegionCode;
    secretary = newSecretary;
    memberCount = newMembers;
    if (!liaisonOfficers.equals(newLiaisonOfficers)) {
      liaisonOfficers.clear();
      liaisonOfficers.addAll(newLiaisonOfficers);
    }
  }

  /** Without the checks and the path of a move: the import does both for all lines together. */
  boolean putUnder(Branch newParent) {
    Long before = parent == null ? null : parent.id();
    parent = newParent;
    return !Objects.equals(before, newParent == null ? null : newParent.id);
  }

  /** One writer changes the shape of the trees at a time: the rows at the top stand for them. */
  static void lockTrees() {
    find("parent is null order by id").withLock(LockModeType.PESSIMISTIC_WRITE).list();
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

  public Kind kind() {
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
