package org.xiangpin.producer;

import org.xiangpin.shared.Lang;

/** How people speak of a kind of produce, by its class of NY/T 3177-2018. */
public enum Produce {
  FRUIT("采摘", "Picked", "种", "grown by", "农药", "pesticides"),
  CROP("采收", "Harvested", "种", "grown by", "农药", "pesticides"),
  FISH("捕捞", "Caught", "养", "raised by", "兽药", "veterinary drugs"),
  LIVESTOCK("出产", "Produced", "养", "raised by", "兽药", "veterinary drugs");

  private final String harvested;
  private final String harvestedEnglish;
  private final String grows;
  private final String grownBy;
  private final String remedy;
  private final String remedyEnglish;

  Produce(
      String harvested,
      String harvestedEnglish,
      String grows,
      String grownBy,
      String remedy,
      String remedyEnglish) {
    this.harvested = harvested;
    this.harvestedEnglish = harvestedEnglish;
    this.grows = grows;
    this.grownBy = grownBy;
    this.remedy = remedy;
    this.remedyEnglish = remedyEnglish;
  }

  static Produce of(String categoryCode) {
    return categoryCode.startsWith("03")
        ? FISH
        : categoryCode.startsWith("02")
            ? LIVESTOCK
            : categoryCode.startsWith("0103") ? FRUIT : CROP;
  }

  /** 采摘, or Picked. */
  public String harvested(Lang lang) {
    return lang.of(harvested, harvestedEnglish);
  }

  /** 龙小明 种, or grown by 龙小明. */
  public String grownBy(String producer, Lang lang) {
    return lang.of(producer + " " + grows, grownBy + " " + producer);
  }

  /** What must leave no residue: 农药 on plants, 兽药 in animals. */
  public String remedy(Lang lang) {
    return lang.of(remedy, remedyEnglish);
  }
}
