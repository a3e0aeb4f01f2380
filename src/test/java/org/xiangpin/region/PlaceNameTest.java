package org.xiangpin.region;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNameTest {

  @ParameterizedTest
  @CsvSource({
    "永固村, 永固村, 永固",
    "永固村委会, 永固村, 永固",
    "永固村村委会, 永固村, 永固",
    "永固村民委员会, 永固村, 永固",
    "南关社区, 南关社区, 南关",
    "南关社区居委会, 南关社区, 南关",
    "南关社区居民委员会, 南关社区, 南关",
    "南关居委会, 南关居委会, 南关",
    "沙拉嘎查村委会, 沙拉嘎查, 沙拉",
    "东村村委会, 东村, 东村",
    "东村, 东村, 东村",
    "崔家桥镇, 崔家桥镇, 崔家桥",
    "沧浪街道, 沧浪街道, 沧浪",
    "汉寿县, 汉寿县, 汉寿",
    "云县, 云县, 云县",
    "湖南省, 湖南省, 湖南",
    "广西壮族自治区, 广西壮族自治区, 广西壮族",
  })
  void isShownWithoutItsCommitteeAndFoundWithoutItsEnding(
      String registered, String shown, String plain) {
    assertEquals(shown, PlaceName.shown(registered));
    assertEquals(plain, PlaceName.plain(registered));
    assertEquals(plain, PlaceName.plain(shown), "what a page shows is found as well");
  }
}
