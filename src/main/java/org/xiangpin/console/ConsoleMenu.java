package org.xiangpin.console;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.RequestLang;

/** The places of the console that the present person may use; {@code inject:menu} in templates. */
@RequestScoped
@Named("menu")
public class ConsoleMenu {

  private static final Set<Role> ADMIN = Set.of(Role.COUNTY_ADMIN);
  private static final Set<Role> OVERSIGHT = Set.of(Role.COUNTY_ADMIN, Role.AUDITOR);
  private static final Set<Role> JUDGING = Set.of(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR);
  private static final Set<Role> OFFICE =
      Set.of(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR, Role.LIAISON_OFFICER);
  private static final Set<Role> SELLING =
      Set.of(Role.COUNTY_ADMIN, Role.LIAISON_OFFICER, Role.FARMER);

  /**
   * With more places than this, the menu shows the groups, and the places of the group one is in.
   */
  private static final int MOST_SIDE_BY_SIDE = 9;

  /** Pages that are reached from a place and stand under an address of their own. */
  private static final Map<String, String> PART_OF =
      Map.of(
          "pesticides", "sprays",
          "certificates", "intake",
          "certificate-reports", "intake",
          "rolls", "labels",
          "signing-keys", "labels",
          "residue", "lots",
          "lineage", "lots",
          "scans", "lots");

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject RoutingContext routing;

  /** A place, its name, and what it is for. */
  public record Item(String href, String label, String text, boolean current) {}

  /** Places of one kind of work; at least one. */
  public record Group(String label, List<Item> items) {

    /** Where the group leads to: its first place. */
    public String href() {
      return items.get(0).href();
    }

    public boolean current() {
      return items.stream().anyMatch(Item::current);
    }
  }

  public List<Item> items() {
    return groups().stream().flatMap(g -> g.items().stream()).toList();
  }

  /** Whether there are too many places to show them all at once. */
  public boolean isGrouped() {
    return items().size() > MOST_SIDE_BY_SIDE;
  }

  /** The places beside the present one; none where the present page belongs to no place. */
  public List<Item> beside() {
    return groups().stream().filter(Group::current).findFirst().map(Group::items).orElse(List.of());
  }

  /** In the order of the work: grow, check, sell, look after. */
  public List<Group> groups() {
    return Stream.of(
            group("种和收", "Growing", growing()),
            group("把关", "Checking", checking()),
            group("卖货", "Selling", selling()),
            group("管理", "Office", office()))
        .filter(g -> !g.items().isEmpty())
        .toList();
  }

  private Group group(String zh, String en, Stream<Stream<Item>> items) {
    return new Group(lang.get().of(zh, en), items.flatMap(s -> s).toList());
  }

  private Stream<Stream<Item>> growing() {
    return Stream.of(
        item("producers", OFFICE, "农户", "Producers", "谁在种，地在哪里", "Who grows, and where"),
        item(
            "lots",
            Set.of(
                Role.COUNTY_ADMIN,
                Role.TOWNSHIP_INSPECTOR,
                Role.LIAISON_OFFICER,
                Role.FARMER,
                Role.AUDITOR),
            "批次",
            "Lots",
            isGrowing() ? "登记收成，送去核验" : "每一批货，走到了哪一步",
            isGrowing() ? "Enter a harvest and submit it" : "Every harvest, and where it stands"),
        item("sprays", SELLING, "用药", "Sprays", "打了什么药，哪天能采", "What was sprayed, when to pick"),
        item(
            "intake",
            Set.of(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR, Role.LIAISON_OFFICER, Role.FARMER),
            "收购",
            "Taking in",
            "收别人的货，查合格证",
            "Goods of others, and their papers"),
        item(
            "missing",
            Set.of(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR, Role.LIAISON_OFFICER, Role.FARMER),
            "缺什么",
            "Missing",
            "缺的材料，下一步做什么",
            "What papers lack, and what to do"));
  }

  private Stream<Stream<Item>> checking() {
    return Stream.of(
        item(
            "certification",
            Set.of(Role.TOWNSHIP_INSPECTOR),
            "核验",
            "Certification",
            "看等着核验的货",
            "Goods that wait for your check"),
        item("sampling", JUDGING, "抽检", "Sampling", "这一阵抽哪些批次", "Which lots to test"),
        item("recalls", JUDGING, "召回", "Recalls", "停下，确认，找回", "Hold, confirm, find again"),
        item("marks", JUDGING, "标志", "Marks", "绿色、有机、地理标志", "Green, organic, geographic"));
  }

  private Stream<Stream<Item>> selling() {
    return Stream.of(
        item("products", ADMIN, "产品", "Products", "本县的产品和编码", "Products and their GTINs"),
        item("labels", OFFICE, "标签", "Labels", "印标签，贴标签", "Print and hand out labels"),
        item("listings", SELLING, "上架", "Listings", "定价，上架，改库存", "Prices, offers and stock"),
        item("orders", SELLING, "订单", "Orders", "打包，发货", "Pack and ship"),
        item(
            "storefronts", ADMIN, "店铺", "Storefronts", "网上店铺和它们的钥匙", "Shop fronts and their keys"));
  }

  private Stream<Stream<Item>> office() {
    return Stream.of(
        item("branches", OVERSIGHT, "组织", "Branches", "党组织和负责人", "Party branches and their people"),
        item("regions", OVERSIGHT, "地区", "Regions", "乡镇和村，改名和撤并", "Towns, villages, mergers"),
        item("people", OFFICE, "人员", "People", "谁能进来，管哪里", "Who may come in, and for where"),
        item(
            "filing",
            Set.of(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR, Role.FARMER),
            "上报",
            "Filing",
            "导出主体和出入库批次",
            "Subjects and batches, as a file"),
        item(
            "access-log",
            OVERSIGHT,
            "记录",
            "Access log",
            "谁登录过，改过什么",
            "Who signed in and changed what"));
  }

  private boolean isGrowing() {
    return SELLING.stream().anyMatch(me::has);
  }

  private Stream<Item> item(
      String place, Set<Role> roles, String zh, String en, String zhText, String enText) {
    if (roles.stream().noneMatch(me::has)) {
      return Stream.empty();
    }
    Lang t = lang.get();
    String href = "/console/" + place;
    return Stream.of(new Item(href, t.of(zh, en), t.of(zhText, enText), place.equals(here())));
  }

  /** The place that the present page belongs to, empty on the start page. */
  private String here() {
    String[] path = routing.normalizedPath().split("/");
    String first = path.length > 2 ? path[2] : "";
    return PART_OF.getOrDefault(first, first);
  }

  /** The link that shows this page in the other language. */
  public String otherLanguage() {
    String here =
        routing.request().method().name().equals("GET")
            ? routing.request().uri()
            : routing.normalizedPath();
    return "/console/language?to="
        + lang.get().other().code()
        + "&next="
        + URLEncoder.encode(here, StandardCharsets.UTF_8);
  }
}
