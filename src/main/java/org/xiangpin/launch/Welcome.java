package org.xiangpin.launch;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xiangpin.demo.StartPage;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.storefrontkey.StorefrontKey;

/** The lines on the terminal once the service answers. */
@ApplicationScoped
class Welcome {

  @Inject XiangpinConfig config;
  @Inject StartPage start;

  @ConfigProperty(name = "quarkus.profile", defaultValue = "prod")
  String profile;

  @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080")
  int port;

  void print() {
    if (!profile.equals("demo")) {
      Log.infof("乡品 Xiangpin: %s/console", config.publicUrl());
      Log.warn("Payments are simulated: orders are marked paid and no money moves.");
      return;
    }
    String url = config.publicUrl();
    System.out.println();
    System.out.println("乡品 Xiangpin 演示 demo");
    System.out.println("  开始 start         " + url + "/");
    System.out.println("  后台 console       " + url + "/console");
    for (StartPage.Example example : start.examples()) {
      System.out.println(
          "  扫码 scan          "
              + url
              + example.path()
              + "  "
              + example.lot().product().name()
              + "："
              + example.lot().state().label(Lang.ZH));
    }
    System.out.println("  接口 storefronts   " + url + "/api/storefront/v1/products");
    System.out.println("                     Authorization: Bearer " + StorefrontKey.DEMO_KEY);
    if (!"localhost".equals(URI.create(url).getHost())) {
      System.out.println("  本机 this machine  http://localhost:" + port + "/");
    }
    System.out.println("  Ctrl-C 结束 ends");
    System.out.println();
  }
}
