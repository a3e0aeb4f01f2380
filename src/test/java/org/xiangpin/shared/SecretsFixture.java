package org.xiangpin.shared;

import java.lang.reflect.Proxy;

/** The keys of an installation whose secret is known, outside of a running service. */
public final class SecretsFixture {

  private SecretsFixture() {}

  public static Secrets of(String secret) {
    Secrets secrets = new Secrets();
    secrets.config =
        (XiangpinConfig)
            Proxy.newProxyInstance(
                XiangpinConfig.class.getClassLoader(),
                new Class<?>[] {XiangpinConfig.class},
                (proxy, method, args) -> {
                  if (method.getName().equals("secret")) {
                    return secret;
                  }
                  throw new UnsupportedOperationException(method.getName());
                });
    return secrets;
  }
}
