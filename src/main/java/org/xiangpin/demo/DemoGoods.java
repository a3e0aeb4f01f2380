package org.xiangpin.demo;

import java.util.List;
import org.xiangpin.producer.ProducerKind;

/** What the demo's villages sell. */
final class DemoGoods {

  /**
   * One listing and all that stands behind it.
   *
   * @param village 12 digits; of a township when the source names no village: its first one
   * @param daysAgo how long ago it was harvested
   * @param yuanFen price in 分 for {@code unitGrams}
   * @param stepGrams smallest weight that is sold
   */
  record Goods(
      String village,
      ProducerKind kind,
      String producer,
      String story,
      int mu,
      String plot,
      String category,
      String name,
      String englishName,
      String variety,
      String art,
      int daysAgo,
      long grams,
      long yuanFen,
      long unitGrams,
      long stepGrams,
      String title,
      String description) {}

  private static final ProducerKind FARMER = ProducerKind.FARMER;
  private static final ProducerKind COOPERATIVE = ProducerKind.COOPERATIVE;
  private static final ProducerKind COMPANY = ProducerKind.COMPANY;

  private DemoGoods() {}

  /**
   * Reported: 龙小明's 20 mu and 30,000 斤 of yellow peaches; 黎树德's 800 kg of walnuts at 25 yuan/kg;
   * what 米儿农场 and its neighbours sell; 甲鱼 and 有机蔬菜 as certified products of 汉寿. The other
   * weights, prices and sellers are the demo's own.
   */
  static List<Goods> all() {
    return List.of(
        new Goods(
            "430722111229", FARMER, "龙小明",
            "我在永固村包了二十亩山地种黄桃。以前愁卖，现在村里的联络员帮我登记、拍照、发货，三万斤桃子十二天就卖完了。",
            20, "后山桃园", "010302", "黄桃", "Yellow peaches", null, "yellow-peach",
            3, 15_000_000, 680, 500, 2_500,
            "永固村黄桃", "山地果园，树上熟了再摘。当天采，当天装箱。"),
        new Goods(
            "430722004012", COOPERATIVE, "鸭东社区蔬菜合作社（演示）", null,
            60, "一号大棚", "0104", "有机蔬菜", "Organic vegetables", null, "vegetables",
            1, 2_000_000, 480, 500, 1_500,
            "鸭东有机蔬菜箱", "按当天采的时令菜装箱，三斤一份。"),
        new Goods(
            "430722109008", COMPANY, "太子社区生态甲鱼场（演示）", null,
            30, "三号塘", "03", "生态甲鱼", "Soft-shelled turtle", null, "turtle",
            2, 800_000, 9_800, 500, 1_000,
            "汉寿生态甲鱼", "塘养三年，活鲜发货。"),
        new Goods(
            "430722111000", FARMER, "王大山（演示）", null,
            12, "屋前水田", "0101", "稻米", "Rice", "湘晚籼", "rice",
            20, 5_000_000, 350, 500, 2_500,
            "崔家桥新米", "当年新谷，现碾现发。"),
        new Goods(
            "532504110201", FARMER, "黎树德",
            "我家的核桃以前只能挑到集上卖。交给东山的站点以后，网上卖到二十五块一公斤。",
            15, "坡地核桃园", "010307", "核桃", "Walnuts", null, "walnut",
            30, 800_000, 2_500, 1_000, 500,
            "东山核桃", "当年干核桃，皮薄。"),
        new Goods(
            "430922117002", COMPANY, "米儿农场",
            "快递进了村，一年四季都能发货。北京、深圳的桃江老乡常来买。",
            80, "后山林地", "02", "散养土鸡", "Free-range chicken", null, "chicken",
            1, 600_000, 3_200, 500, 1_500,
            "米儿农场散养土鸡", "林下散养，现宰冷链发货。"),
        new Goods(
            "430922117002", COMPANY, "米儿农场", null,
            80, "后山林地", "02", "土鸡蛋", "Eggs", null, "eggs",
            1, 400_000, 1_280, 500, 500,
            "米儿农场土鸡蛋", "每天早上捡的蛋，防震箱装。"),
        new Goods(
            "430922117002", COMPANY, "米儿农场", null,
            80, "后山林地", "0101", "糍粑", "Glutinous rice cakes", null, "ciba",
            2, 300_000, 1_200, 500, 500,
            "手打糍粑", "糯米现蒸现打，真空装。"),
        new Goods(
            "430922117203", FARMER, "吴水清（演示）", null,
            3, "门前塘", "03", "泥鳅", "Loach", null, "loach",
            1, 200_000, 2_200, 500, 500,
            "稻田泥鳅", "稻田里养的，吐净泥沙再发。"),
        new Goods(
            "430922117211", FARMER, "刘冬生（演示）", null,
            5, "后山", "02", "土猪肉", "Pork", null, "pork",
            1, 250_000, 2_600, 500, 500,
            "年猪土猪肉", "喂粮食和青菜长大，按实际重量结算。"),
        new Goods(
            "511403004220", COOPERATIVE, "果园村柑橘合作社（演示）", null,
            120, "东坡橘园", "010304", "柑橘", "Oranges", null, "orange",
            4, 9_000_000, 420, 500, 2_500,
            "彭山柑橘", "橘花节的那片园子，树上保鲜。"),
        new Goods(
            "511403007000", FARMER, "周永红",
            "二〇一六年我回村办家庭农场，有问题就在网上问，专家会到地里来。",
            200, "家庭农场", "010303", "猕猴桃", "Kiwifruit", null, "kiwi",
            6, 3_000_000, 880, 500, 1_500,
            "江口猕猴桃", "摘下放软再吃，随箱有说明。"),
        new Goods(
            "410482111221", COOPERATIVE, "寨湾村果树合作社（演示）", null,
            40, "北沟葡萄园", "010303", "葡萄", "Grapes", null, "grape",
            2, 1_500_000, 760, 500, 1_000,
            "寨湾葡萄", "清早剪串，当天发货。"),
        new Goods(
            "530922101202", FARMER, "杨春晓（演示）", null,
            8, "云雾坡", "010701", "茶叶", "Tea", null, "tea",
            40, 120_000, 18_000, 500, 250,
            "德胜高山茶", "春茶，手工炒制。"));
  }
}
