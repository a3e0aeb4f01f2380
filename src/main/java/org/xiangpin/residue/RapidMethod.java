package org.xiangpin.residue;

import org.xiangpin.shared.Lang;

/** How a rapid test is made, and what it can see. */
public enum RapidMethod {
  ENZYME_INHIBITION(
      "酶抑制法", "Enzyme inhibition", "GB/T 5009.199", "有机磷、氨基甲酸酯类", "organophosphates, carbamates"),
  COLLOIDAL_GOLD("胶体金", "Colloidal gold", null, "试纸上写明的那几种", "those named on the strip");

  private final String chinese;
  private final String english;
  private final String standard;
  private final String sees;
  private final String seesEnglish;

  RapidMethod(String chinese, String english, String standard, String sees, String seesEnglish) {
    this.chinese = chinese;
    this.english = english;
    this.standard = standard;
    this.sees = sees;
    this.seesEnglish = seesEnglish;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** The national standard; null where each kit has its own. */
  public String standard() {
    return standard;
  }

  /** Which substances it tells of; of others it says nothing. */
  public String sees(Lang lang) {
    return lang.of(sees, seesEnglish);
  }

  int thresholdPermille(ResidueConfig config) {
    return 10
        * switch (this) {
          case ENZYME_INHIBITION -> config.enzymeInhibition();
          case COLLOIDAL_GOLD -> config.colloidalGold();
        };
  }
}
