package org.xiangpin.residue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * From which value a rapid test counts as positive, in whole percent from 1 to 100. Environment
 * variables: XIANGPIN_RESIDUE_THRESHOLD_ENZYME_INHIBITION,
 * XIANGPIN_RESIDUE_THRESHOLD_COLLOIDAL_GOLD.
 */
@ConfigMapping(prefix = "xiangpin.residue.threshold")
public interface ResidueConfig {

  /** Inhibition of the enzyme; 50 by GB/T 5009.199. */
  @WithDefault("50")
  @Min(1)
  @Max(100)
  int enzymeInhibition();

  /** As the reader of the strip gives it. */
  @WithDefault("50")
  @Min(1)
  @Max(100)
  int colloidalGold();
}
