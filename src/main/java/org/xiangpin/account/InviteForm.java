package org.xiangpin.account;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.xiangpin.region.Region;
import org.xiangpin.shared.InvalidInput;

/**
 * Who is invited, to what, and for where, as typed.
 *
 * @param region a 12-digit code, or a name as people say it
 */
public record InviteForm(String phone, String name, String role, String region) {

  static InviteForm empty(PeopleScope scope) {
    List<Role> roles = scope.grantable();
    boolean oneRole = roles.size() == 1;
    List<String> regions = oneRole ? scope.regionsFor(roles.get(0)) : List.of();
    return new InviteForm(
        "", "", oneRole ? roles.get(0).name() : "", regions.size() == 1 ? regions.get(0) : "");
  }

  /**
   * @throws InvalidInput for an unknown role or region, and for a name that several regions have
   */
  ScopedRole scopedRole(PeopleScope scope) {
    Role chosen =
        Arrays.stream(Role.values())
            .filter(r -> r.name().equals(role))
            .findFirst()
            .orElseThrow(() -> new InvalidInput("role", "请选择做什么。", "Choose a role."));
    String typed = region == null ? "" : Normalizer.normalize(region, Normalizer.Form.NFKC).strip();
    return ScopedRole.of(chosen, typed.matches("[0-9]{12}") ? typed : find(typed, chosen, scope));
  }

  private static String find(String typed, Role role, PeopleScope scope) {
    List<Region> found =
        scope.regionsFor(role).stream()
            .flatMap(within -> Region.search(typed, within, 20).stream())
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
