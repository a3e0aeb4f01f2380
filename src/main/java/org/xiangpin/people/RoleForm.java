package org.xiangpin.people;

import java.util.List;
import java.util.stream.Collectors;
import org.xiangpin.account.Role;
import org.xiangpin.account.ScopedRole;
import org.xiangpin.region.Region;
import org.xiangpin.region.RegionSearch;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.InvalidInput;

/** The fields {@code role} and {@code region} of a form: a role, and for where. */
final class RoleForm {

  private RoleForm() {}

  /** With the answer filled in where the person has no choice. */
  static Form blank(PeopleScope scope) {
    List<Role> roles = scope.grantable();
    List<String> regions = roles.size() == 1 ? scope.regionsFor(roles.get(0)) : List.of();
    return regions.size() == 1 ? Form.empty().with("region", regions.get(0)) : Form.empty();
  }

  /**
   * @param form with a region as 12 digits, or a name as people say it
   * @throws InvalidInput for an unknown role or region, and for a name that several regions have
   */
  static ScopedRole read(Form form, PeopleScope scope) {
    Role role = form.choice("role", Role.class);
    String typed = form.narrow("region");
    return ScopedRole.of(role, typed.matches("[0-9]{12}") ? typed : find(typed, role, scope));
  }

  private static String find(String typed, Role role, PeopleScope scope) {
    List<Region> found =
        scope.regionsFor(role).stream()
            .flatMap(within -> RegionSearch.find(typed, within, 20).stream())
            .filter(r -> r.level() == role.level() && r.validTo() == null)
            .distinct()
            .toList();
    List<Region> exact =
        found.stream()
            .filter(r -> List.of(r.name(), r.shownName(), r.plainName()).contains(typed))
            .toList();
    List<Region> best = exact.isEmpty() ? found : exact;
    if (best.isEmpty()) {
      throw new InvalidInput(
          "region",
          "在您的范围内没有找到这个地方。请填名字，或 12 位代码。",
          "No such place within your scope. Enter its name, or its 12 digits.");
    }
    if (best.size() > 1) {
      String choices =
          best.stream()
              .limit(6)
              .map(r -> Region.shortName(r.code()) + " " + r.code())
              .collect(Collectors.joining("；"));
      throw new InvalidInput(
          "region",
          "有几个同名的地方，请填代码：" + choices,
          "Several places have this name; enter the code: " + choices);
    }
    return best.get(0).code();
  }
}
