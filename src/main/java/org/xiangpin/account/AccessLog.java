package org.xiangpin.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;

/** One thing that happened to access, in the log that is only ever added to. */
@Entity
@Table(name = "access_log")
public class AccessLog extends PanacheEntityBase {

  /** What browsers say of themselves, the telling words first: most also claim to be others. */
  private static final Map<String, String> PROGRAMS = new LinkedHashMap<>();

  private static final Pattern STOREFRONT_CHANGE =
      Pattern.compile("(.*) ([+-]|disabled|enabled)([0-9]{12})?");

  static {
    PROGRAMS.put("MicroMessenger", "WeChat");
    PROGRAMS.put("MQQBrowser", "QQ");
    PROGRAMS.put("UCBrowser", "UC");
    PROGRAMS.put("Edg", "Edge");
    PROGRAMS.put("Firefox", "Firefox");
    PROGRAMS.put("Chrome", "Chrome");
    PROGRAMS.put("Safari", "Safari");
  }

  @Id private Long id;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "account_id")
  private Long accountId;

  @Column(name = "actor_id")
  private Long actorId;

  @Enumerated(EnumType.STRING)
  private AccessEvent event;

  private String address;

  @Column(name = "user_agent")
  private String userAgent;

  private String detail;

  protected AccessLog() {}

  /**
   * @param accountId whose access it is about, or null when nobody's
   * @param actorId who did it, or null when nobody signed in did
   * @param detail never a secret; shortened to 255 characters
   */
  public static void add(
      AccessEvent event, Long accountId, Long actorId, Caller caller, String detail, Instant now) {
    AccessLog entry = new AccessLog();
    entry.id = Ids.next();
    entry.happenedAt = now;
    entry.accountId = accountId;
    entry.actorId = actorId;
    entry.event = event;
    entry.address = caller.address();
    entry.userAgent = caller.userAgent();
    entry.detail = detail == null || detail.length() <= 255 ? detail : detail.substring(0, 255);
    entry.persist();
  }

  /** What happened to a person's access, and what the person did; the latest first. */
  public static List<AccessLog> listOf(long accountId, long before, int limit) {
    return AccessLog.<AccessLog>find(
            "(accountId = ?1 or actorId = ?1) and id < ?2 order by id desc", accountId, before)
        .page(0, limit)
        .list();
  }

  /** When each of these people signed in last; without those who never did. */
  public static Map<Long, Instant> lastSignIns(List<Long> accountIds) {
    if (accountIds.isEmpty()) {
      return Map.of();
    }
    return getEntityManager()
        .createQuery(
            "select accountId, max(happenedAt) from AccessLog"
                + " where event = :event and accountId in :ids group by accountId",
            Object[].class)
        .setParameter("event", AccessEvent.SIGNED_IN)
        .setParameter("ids", accountIds)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Instant) row[1]));
  }

  /** What happened to, or was done by, those who hold a role within a region; the latest first. */
  public static List<AccessLog> listWithin(String scopeCode, long before, int limit) {
    String people = "(select a.id from Account a join a.roles r where r.regionCode like ?1)";
    return AccessLog.<AccessLog>find(
            "(accountId in "
                + people
                + " or actorId in "
                + people
                + ") and id < ?2 order by id desc",
            Region.codesWithin(scopeCode),
            before)
        .page(0, limit)
        .list();
  }

  public Long id() {
    return id;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public Long accountId() {
    return accountId;
  }

  public Long actorId() {
    return actorId;
  }

  public AccessEvent event() {
    return event;
  }

  /** What was used, in everyday words: 手机，微信. */
  public String device(Lang lang) {
    if (userAgent == null || userAgent.equals(Caller.TERMINAL.userAgent())) {
      return userAgent == null ? "" : lang.of("服务器", "the server");
    }
    String program =
        PROGRAMS.entrySet().stream()
            .filter(p -> userAgent.contains(p.getKey()))
            .map(p -> p.getValue().equals("WeChat") ? lang.of("微信", "WeChat") : p.getValue())
            .findFirst()
            .orElse("");
    boolean hand = userAgent.contains("Mobile") || userAgent.contains("Android");
    String device =
        hand
            ? lang.of("手机", "Phone")
            : program.isEmpty() ? lang.of("别的程序", "Other program") : lang.of("电脑", "Computer");
    return program.isEmpty() ? device : device + lang.of("，", ", ") + program;
  }

  /** Where it came from on the network; null when not known. */
  public String address() {
    return address;
  }

  public String detail() {
    return detail;
  }

  /** The detail as people read it: a role with its place, a storefront and what became of it. */
  public String text(Lang lang) {
    return ScopedRole.parse(detail)
        .map(r -> r.label(lang))
        .orElseGet(() -> detail == null ? "" : storefront(lang));
  }

  /** {@code name +430722000000}, {@code name disabled} in everyday words; other text as kept. */
  private String storefront(Lang lang) {
    Matcher change = STOREFRONT_CHANGE.matcher(detail);
    if (event != AccessEvent.STOREFRONT_CHANGED || !change.matches()) {
      return detail;
    }
    String what =
        switch (change.group(2).charAt(0)) {
          case '+' -> lang.of("可以卖%s的货", "may sell goods of %s");
          case '-' -> lang.of("不再卖%s的货", "no longer sells goods of %s");
          case 'd' -> lang.of("停用了", "disabled");
          default -> lang.of("恢复使用", "enabled again");
        };
    String place = change.group(3) == null ? "" : Region.shortName(change.group(3));
    return change.group(1) + lang.of("，", ", ") + what.formatted(place);
  }
}
