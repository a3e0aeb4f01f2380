package org.xiangpin.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xiangpin.shared.XiangpinConfig;

/** The lines on the terminal once the service answers. */
@ApplicationScoped
class Welcome {

  @Inject XiangpinConfig config;

  @ConfigProperty(name = "quarkus.profile", defaultValue = "prod")
  String profile;

  void print() {
    System.out.println("乡品 Xiangpin: " + config.publicUrl());
  }
}
