package org.xiangpin.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.xiangpin.region.Region;

/** Names of regions in templates: {@code inject:places}. */
@ApplicationScoped
@Named("places")
public class Places {

  /** 汉寿县崔家桥镇永固村, or the code when nobody has it. */
  public String name(String regionCode) {
    return Region.shortName(regionCode);
  }
}
