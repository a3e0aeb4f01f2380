package org.xiangpin.demo;

import java.util.List;
import java.util.Map;
import org.xiangpin.account.Role;

/** Who can sign in to the demo; all invented but 龙小明, every phone one that nobody has. */
final class DemoPeople {

  /**
   * @param region of the role's level
   */
  record Person(String phone, String name, Role role, String region) {}

  static final String HANSHOU = "430722000000";
  static final String ADMIN = "19900000001";
  static final String INSPECTOR = "19900000002";
  static final String LIAISON = "19900000003";
  static final String FARMER = "19900000005";

  /** Example company prefixes: GS1 keeps 952 for demonstrations. */
  static final Map<String, String> COMPANY_PREFIXES =
      Map.of(
          HANSHOU,
          "9520001",
          "532504000000",
          "9520002",
          "430922000000",
          "9520003",
          "511403000000",
          "9520004",
          "410482000000",
          "9520005",
          "530922000000",
          "9520006");

  private DemoPeople() {}

  /** The people of 汉寿, whose pages the demo shows. */
  static List<Person> hanshou() {
    return List.of(
        new Person(ADMIN, "何清秋（演示）", Role.COUNTY_ADMIN, HANSHOU),
        new Person(INSPECTOR, "陈立夏（演示）", Role.TOWNSHIP_INSPECTOR, "430722111000"),
        new Person(LIAISON, "周小禾（演示）", Role.LIAISON_OFFICER, "430722111229"),
        new Person("19900000004", "孙白露（演示）", Role.TOWNSHIP_INSPECTOR, "430722111000"),
        new Person(FARMER, "龙小明", Role.FARMER, "430722111229"),
        new Person("19900000006", "钱小满（演示）", Role.SUPERMARKET_PARTNER, "430722111229"),
        new Person("19900000007", "郑霜降（演示）", Role.AUDITOR, HANSHOU));
  }
}
