package org.xiangpin.filing;

import java.util.List;

/** What stands at the top of every filing. */
final class About {

  static final List<String> NOTES =
      List.of(
          "按《农产品质量安全追溯 数据格式》（NY/T 4712-2025）的结构编排：主体信息、入库批次、出库批次（追溯码）、环节信息、批次关联。",
          "没有取得标准原文，字段名称和代码都是本系统自定的，对接前请逐项核对。",
          "自然人只有姓名和所在村；身份证号本系统不收集，电话不导出。",
          "重量单位是千克，日期是北京时间。仓储环节没有单独记录。");

  private About() {}
}
