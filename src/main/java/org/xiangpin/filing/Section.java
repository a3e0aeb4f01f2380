package org.xiangpin.filing;

import static org.xiangpin.filing.Column.of;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.xiangpin.filing.Column.Kind;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.shared.Lang;

/**
 * A part of a filing: one list in JSON, one sheet in the spreadsheet, one statement. {@code
 * %scope%} stands for the condition on the producer {@code p}, {@code %step%} for what a step did;
 * each statement takes the first moment and the one after the last, as often as it says.
 */
enum Section {
  SUBJECTS(
      "subjects",
      "主体信息",
      0,
      List.of(
          of("subject", "主体编号", Kind.ID),
          of("subjectType", "主体类型", Kind.TEXT),
          of("kind", "类别", Kind.TEXT),
          of("name", "名称", Kind.TEXT),
          of("creditCode", "统一社会信用代码", Kind.TEXT),
          of("address", "地址", Kind.TEXT),
          of("regionCode", "行政区划代码", Kind.TEXT),
          of("region", "行政区划", Kind.PLACE)),
      """
      select p.id,
        case p.kind when 'FARMER' then '自然人' when 'STATION' then '其他' else '法人' end,
        case p.kind when 'FARMER' then '农户' when 'COOPERATIVE' then '合作社'
          when 'COMPANY' then '企业' else '服务站' end,
        p.name, p.credit_code, p.address, p.region_code, p.region_code
      from producer p where %scope% order by p.id
      """),

  IN_BATCHES(
      "inBatches",
      "入库批次",
      1,
      List.of(
          of("batch", "入库批次", Kind.TEXT),
          of("subject", "主体编号", Kind.ID),
          of("cameBy", "来历", Kind.TEXT),
          of("gtin", "商品条码", Kind.TEXT),
          of("product", "产品名称", Kind.TEXT),
          of("categoryCode", "产品分类代码", Kind.TEXT),
          of("kilograms", "重量（千克）", Kind.KILOGRAMS),
          of("harvestedOn", "采收日期", Kind.DAY),
          of("enteredOn", "入库日期", Kind.MOMENT),
          of("plot", "地块", Kind.TEXT),
          of("origin", "产地", Kind.PLACE),
          of("outsideOrigin", "外来产地", Kind.TEXT),
          of("seller", "外来卖家", Kind.TEXT),
          of("certificate", "承诺达标合格证编号", Kind.TEXT),
          of("certificateIssuedOn", "合格证开具日期", Kind.DAY),
          of("certification", "溯源认证编号", Kind.TEXT)),
      """
      select concat(l.gtin, '/', l.code), p.id,
        case when l.received and i.source_lot_id is null then '外来收购' when l.received then '收购'
          when l.made then '加工' else '采收' end,
        l.gtin, g.name, g.category_code, l.quantity_grams, l.harvested_on, l.created_at,
        plot.name, l.region_code, l.outside_origin, i.seller_name, c.number, c.issued_on, t.number
      from lot l
      join producer p on p.id = l.producer_id
      join product g on g.id = l.product_id
      left join plot on plot.id = l.plot_id
      left join intake i on i.received_lot_id = l.id
      left join commitment_certificate c on c.lot_id = l.id
      left join certification t on t.lot_id = l.id
      where %scope% and l.created_at >= ? and l.created_at < ?
      order by l.id
      """),

  OUT_BATCHES(
      "outBatches",
      "出库批次",
      2,
      List.of(
          of("batch", "出库批次（追溯码）", Kind.TEXT),
          of("sourceBatch", "来自入库批次", Kind.TEXT),
          of("subject", "主体编号", Kind.ID),
          of("goesTo", "去向", Kind.TEXT),
          of("destination", "对方主体编号", Kind.ID),
          of("kilograms", "重量（千克）", Kind.KILOGRAMS),
          of("leftOn", "出库日期", Kind.MOMENT)),
      """
      select concat(l.gtin, '/', l.code, '/', i.id), concat(l.gtin, '/', l.code), p.id, '转给主体',
        i.collector_id, i.grams, i.decided_at
      from intake i
      join lot l on l.id = i.source_lot_id
      join producer p on p.id = l.producer_id
      where %scope% and i.state = 'TAKEN' and i.decided_at >= ? and i.decided_at < ?
      union all
      select concat(l.gtin, '/', l.code, '/', o.order_id, '-', o.line_number),
        concat(l.gtin, '/', l.code), p.id, '卖给消费者', null, o.grams, s.shipped_at
      from parcel s
      join producer p on p.id = s.producer_id
      join order_line o on o.order_id = s.order_id and o.producer_id = s.producer_id
      join lot l on l.id = o.lot_id
      where %scope% and s.shipped_at >= ? and s.shipped_at < ?
      """),

  STAGES(
      "stages",
      "环节信息",
      3,
      List.of(
          of("stage", "环节", Kind.TEXT),
          of("step", "步骤", Kind.TEXT),
          of("subject", "主体编号", Kind.ID),
          of("day", "日期", Kind.MOMENT),
          of("kilogramsIn", "投入（千克）", Kind.KILOGRAMS),
          of("kilogramsOut", "产出（千克）", Kind.KILOGRAMS),
          of("kilogramsLost", "损耗（千克）", Kind.KILOGRAMS),
          of("carrier", "承运", Kind.TEXT)),
      """
      select '生产', '采收', p.id, l.created_at, null, l.quantity_grams, null, null
      from lot l join producer p on p.id = l.producer_id
      where %scope% and not l.made and l.created_at >= ? and l.created_at < ?
      union all
      select case s.kind when 'RECEIVED' then '收购' else '加工' end,
        %step%,
        p.id, s.happened_at, s.in_grams, s.out_grams, s.loss_grams, null
      from lot_step s join producer p on p.id = s.producer_id
      where %scope% and s.recorded_at >= ? and s.recorded_at < ?
      union all
      select '运输', '发货', p.id, s.shipped_at, null, null, null, s.carrier
      from parcel s join producer p on p.id = s.producer_id
      where %scope% and s.shipped_at >= ? and s.shipped_at < ?
      """),

  LINKS(
      "links",
      "批次关联",
      1,
      List.of(
          of("source", "来源批次", Kind.TEXT),
          of("destination", "去向批次", Kind.TEXT),
          of("step", "步骤", Kind.TEXT),
          of("kilograms", "重量（千克）", Kind.KILOGRAMS),
          of("day", "日期", Kind.MOMENT)),
      """
      select concat(a.gtin, '/', a.code), concat(b.gtin, '/', b.code),
        %step%,
        k.grams, s.happened_at
      from lot_step s
      join lot_link k on k.step_id = s.id
      join lot a on a.id = k.source_id
      join lot b on b.id = k.target_id
      where s.recorded_at >= ? and s.recorded_at < ?
        and exists (select 1 from producer p where p.id in (a.producer_id, b.producer_id)
          and %scope%)
      order by k.step_id, k.source_id, k.target_id
      """);

  /** The step {@code s} in its Chinese words. */
  private static final String STEP =
      Arrays.stream(StepKind.values())
          .map(kind -> "when '%s' then '%s'".formatted(kind.name(), kind.label(Lang.ZH)))
          .collect(Collectors.joining(" ", "case s.kind ", " end"));

  private final String key;
  private final String title;
  private final int periods;
  private final List<Column> columns;
  private final String sql;

  Section(String key, String title, int periods, List<Column> columns, String sql) {
    this.key = key;
    this.title = title;
    this.periods = periods;
    this.columns = columns;
    this.sql = sql;
  }

  String key() {
    return key;
  }

  String title() {
    return title;
  }

  List<Column> columns() {
    return columns;
  }

  /** How often the statement takes the period. */
  int periods() {
    return periods;
  }

  /** Whether the scope's parameter comes after the period's. */
  boolean isScopedLast() {
    return this == LINKS;
  }

  String sql(String scope) {
    return sql.replace("%scope%", scope).replace("%step%", STEP);
  }
}
