package org.xiangpin.shared;

import io.smallrye.config.ConfigMapping;

/** What an operator sets. Environment variables: XIANGPIN_PUBLIC_URL, XIANGPIN_SECRET. */
@ConfigMapping(prefix = "xiangpin")
public interface XiangpinConfig {

  /** The address in every QR code and in API links, without a trailing slash. */
  String publicUrl();

  /** At least 32 characters; seals label keys and signs payment callbacks and form tokens. */
  String secret();
}
