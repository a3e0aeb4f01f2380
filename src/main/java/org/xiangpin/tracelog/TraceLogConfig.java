package org.xiangpin.tracelog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What an operator sets about the public log. Environment variable: XIANGPIN_LOG_WITNESSES. */
@ConfigMapping(prefix = "xiangpin.log")
public interface TraceLogConfig {

  /** How often waiting entries are taken and a new state is signed; off for never. */
  @WithDefault("1s")
  String lookEvery();

  /**
   * Who is asked to cosign: the witness's key ({@code name+id+base64}), a space, and the address
   * below which it answers to {@code add-checkpoint} (C2SP tlog-witness).
   */
  Optional<List<String>> witnesses();
}
