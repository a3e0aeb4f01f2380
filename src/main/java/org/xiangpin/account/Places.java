package org.xiangpin.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.RequestLang;

/** Words for codes in templates: {@code inject:places}. */
@ApplicationScoped
@Named("places")
public class Places {

  @Inject RequestLang lang;

  /** 汉寿县崔家桥镇永固村, or the code when nobody has it. */
  public String name(String regionCode) {
    return Region.shortName(regionCode);
  }

  /** What a storefront's key is allowed by a scope. */
  public String scope(String scope) {
    Lang t = lang.get();
    return switch (scope) {
      case "catalog:read" -> t.of("看货品", "see goods");
      case "orders:write" -> t.of("下订单，付款，取消", "place, pay and cancel orders");
      case "orders:read" -> t.of("看自己的订单", "see its own orders");
      case "trace:read" -> t.of("看溯源", "see traces");
      case "aid:read" -> t.of("看帮扶", "see aid");
      case "webhooks:write" -> t.of("收通知", "receive notices");
      default -> scope;
    };
  }
}
