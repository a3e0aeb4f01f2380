package org.xiangpin.epcis;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.xiangpin.eventhash.Epc;
import org.xiangpin.eventhash.EventContext;
import org.xiangpin.eventhash.Timestamp;
import org.xiangpin.eventhash.Vocabulary;
import org.xiangpin.shared.Times;

/**
 * A query by the parameters of EPCIS 2.0, section 8.2.7.1, as far as they are offered; any other is
 * refused, as an answer that ignored it would be wrong. Several values of a parameter, repeated or
 * parted by {@code |}, mean any of them; several parameters mean all.
 */
final class EventQuery {

  /** Not for clients. */
  static final String OWN_OF = "xiangpin:own";

  private static final int USUAL_PAGE = 30;
  static final int LARGEST_PAGE = 1_000;
  private static final int MOST_VALUES = 100;
  private static final String TOKEN = "nextPageToken";

  private final Map<String, List<String>> given;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private String orderBy = "record_time";
  private boolean ascending;
  private int pageSize = USUAL_PAGE;
  private int limit;
  private int most;
  private PageToken from;

  /**
   * @param given parameters, decoded
   * @throws QueryRefused naming the parameter that cannot be
   */
  EventQuery(Map<String, List<String>> given) {
    this.given = new TreeMap<>(given);
    this.given.forEach(this::parameter);
    if (limit > 0 && most > 0) {
      throw new QueryRefused(
          "maxEventCount", "不能与 eventCountLimit 同时使用", "excludes eventCountLimit");
    }
    if (this.given.containsKey(TOKEN)) {
      from = PageToken.parse(one(TOKEN, this.given.get(TOKEN)), canonical());
    }
  }

  /** What the service itself recorded of some things, the earliest first. */
  static EventQuery ownOf(List<String> things, String perPage, String token) {
    Map<String, List<String>> given = new TreeMap<>();
    given.put(OWN_OF, things);
    given.put("orderBy", List.of("eventTime"));
    given.put("orderDirection", List.of("ASC"));
    given.put("perPage", List.of(perPage));
    if (token != null) {
      given.put(TOKEN, List.of(token));
    }
    return new EventQuery(given);
  }

  private void parameter(String name, List<String> written) {
    switch (name) {
      case "eventType" -> column("e.type", name, written, text -> text);
      case "EQ_action" -> column("e.action", name, written, text -> text);
      case "EQ_bizStep" -> column("e.biz_step", name, written, word(Vocabulary.BIZ_STEP));
      case "EQ_disposition" -> column("e.disposition", name, written, word(Vocabulary.DISPOSITION));
      case "EQ_readPoint" -> column("e.read_point", name, written, Epc::canonical);
      case "EQ_bizLocation" -> column("e.biz_location", name, written, Epc::canonical);
      case "EQ_transformationID" -> column("e.transformation_id", name, written, Epc::canonical);
      case "EQ_eventID" -> column("e.event_id", name, written, text -> text);
      case "GE_eventTime" -> time("e.event_time >= ?", name, written);
      case "LT_eventTime" -> time("e.event_time < ?", name, written);
      case "GE_recordTime" -> time("e.record_time >= ?", name, written);
      case "LT_recordTime" -> time("e.record_time < ?", name, written);
      case "MATCH_epc" -> things(name, written, ThingRole.EPC, ThingRole.CHILD);
      case "MATCH_parentID" -> things(name, written, ThingRole.PARENT);
      case "MATCH_inputEPC" -> things(name, written, ThingRole.INPUT);
      case "MATCH_outputEPC" -> things(name, written, ThingRole.OUTPUT);
      case "MATCH_anyEPC" ->
          things(
              name,
              written,
              ThingRole.EPC,
              ThingRole.CHILD,
              ThingRole.INPUT,
              ThingRole.OUTPUT,
              ThingRole.PARENT);
      case "MATCH_epcClass" -> things(name, written, ThingRole.CLASS, ThingRole.CHILD_CLASS);
      case "MATCH_inputEPCClass" -> things(name, written, ThingRole.INPUT_CLASS);
      case "MATCH_outputEPCClass" -> things(name, written, ThingRole.OUTPUT_CLASS);
      case "MATCH_anyEPCClass" ->
          things(
              name,
              written,
              ThingRole.CLASS,
              ThingRole.CHILD_CLASS,
              ThingRole.INPUT_CLASS,
              ThingRole.OUTPUT_CLASS);
      // of /epcs/{epc}/events: a lot is a class, and asked for as often as a single thing
      case OWN_OF -> own(written);
      case EpcisResource.ANY_ROLE -> things(name, written, ThingRole.values());
      case "EXISTS_errorDeclaration" -> conditions.add("e.declares_error = true");
      case "orderBy" ->
          orderBy =
              oneOf(name, written, "eventTime", "recordTime").equals("eventTime")
                  ? "event_time"
                  : "record_time";
      case "orderDirection" -> ascending = oneOf(name, written, "ASC", "DESC").equals("ASC");
      case "eventCountLimit" -> limit = number(name, written, Integer.MAX_VALUE);
      case "maxEventCount" -> most = number(name, written, Integer.MAX_VALUE - 1);
      case "perPage" -> pageSize = number(name, written, LARGEST_PAGE);
      case TOKEN -> {
        // read last, as it belongs to all others
      }
      case "linkType" -> {
        // passed on by the resolver, which sent the request here
      }
      default -> throw new QueryRefused(name, "这里没有这个参数", "is no parameter that is offered here");
    }
  }

  private static UnaryOperator<String> word(Vocabulary words) {
    return text -> words.word(text, EventContext.prefixes(null));
  }

  private void column(
      String column, String name, List<String> written, UnaryOperator<String> form) {
    List<String> wanted = split(name, written);
    conditions.add(column + " in (" + marks(wanted.size()) + ")");
    wanted.forEach(text -> values.add(ascii(name, form.apply(text))));
  }

  private void things(String name, List<String> written, ThingRole... roles) {
    List<String> wanted = split(name, written);
    String codes =
        Arrays.stream(roles).map(role -> "" + role.code()).collect(Collectors.joining(", "));
    conditions.add(
        "exists (select 1 from epcis_thing t where t.event = e.id and t.thing in ("
            + marks(wanted.size())
            + ") and t.role in ("
            + codes
            + "))");
    for (String text : wanted) {
      if (text.endsWith("*") && !name.endsWith("Class") && !name.equals(EpcisResource.ANY_ROLE)) {
        throw new QueryRefused(name, "不支持通配的编码", "does not take patterns");
      }
      values.add(ascii(name, Epc.canonical(text)));
    }
  }

  private void own(List<String> things) {
    conditions.add("e.captured_by is null");
    conditions.add(
        "e.id in (select t.event from epcis_thing t where t.thing in ("
            + marks(things.size())
            + "))");
    values.addAll(things);
  }

  private void time(String condition, String name, List<String> written) {
    conditions.add(condition);
    try {
      LocalDateTime time = Times.utc(Timestamp.of(one(name, written)));
      if (time.getYear() < 1_000 || time.getYear() > 9_999) {
        throw new DateTimeException("year");
      }
      values.add(time);
    } catch (DateTimeException e) {
      throw new QueryRefused(
          name, "应是带时区的时间，如 2026-11-21T08:00:00+08:00", "must be a time with its offset");
    }
  }

  private static List<String> split(String name, List<String> written) {
    List<String> all =
        written.stream()
            .flatMap(text -> Arrays.stream(text.split("\\|")))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    if (all.isEmpty() || all.size() > MOST_VALUES) {
      throw new QueryRefused(
          name, "应有 1 到 " + MOST_VALUES + " 个值", "takes 1 to " + MOST_VALUES + " values");
    }
    return all;
  }

  /** Columns of identifiers hold ASCII, as URIs do. */
  private static String ascii(String name, String text) {
    if (!text.chars().allMatch(c -> c >= 32 && c < 127)) {
      throw new QueryRefused(name, "只能是 ASCII 字符", "must be ASCII");
    }
    return text;
  }

  private static String one(String name, List<String> written) {
    if (written.size() != 1) {
      throw new QueryRefused(name, "只能有一个值", "takes one value");
    }
    return written.get(0).strip();
  }

  private static String oneOf(String name, List<String> written, String first, String second) {
    String value = one(name, written);
    if (!value.equals(first) && !value.equals(second)) {
      throw new QueryRefused(
          name, "只能是 " + first + " 或 " + second, "must be " + first + " or " + second);
    }
    return value;
  }

  private static int number(String name, List<String> written, int most) {
    return number(name, one(name, written), most);
  }

  static int number(String name, String written, int most) {
    try {
      int number = Integer.parseInt(written);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the one answer
    }
    throw new QueryRefused(name, "应是 1 到 " + most + " 的整数", "must be from 1 to " + most);
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  /** The parameters in one order, without the token. */
  private String canonical() {
    Map<String, List<String>> all = new TreeMap<>(given);
    all.remove(TOKEN);
    return all.toString();
  }

  PageToken from() {
    return from;
  }

  /** 0 for no such limit. */
  int most() {
    return most;
  }

  private int given() {
    return from == null ? 0 : from.given();
  }

  /** Events of the next page, at most. */
  int pageSize() {
    return limit == 0 ? pageSize : Math.max(0, Math.min(pageSize, limit - given()));
  }

  /** Whether the limit is reached after so many more. */
  boolean isFull(int shown) {
    return limit > 0 && given() + shown >= limit;
  }

  String conditions() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  List<Object> valuesAnd(Object last) {
    List<Object> all = new ArrayList<>(values);
    all.add(last);
    return all;
  }

  /** Conditions, order and limit of a page. */
  String where(long newest, int rows) {
    String compared = ascending ? ">" : "<";
    String direction = ascending ? "" : " desc";
    List<String> all = new ArrayList<>(conditions);
    all.add("e.id <= ?");
    if (from != null) {
      all.add("(e.%1$s %2$s ? or (e.%1$s = ? and e.id %2$s ?))".formatted(orderBy, compared));
    }
    return " where %s order by e.%s%s, e.id%s limit %d"
        .formatted(String.join(" and ", all), orderBy, direction, direction, rows);
  }

  List<Object> values(long newest) {
    List<Object> all = valuesAnd(newest);
    if (from != null) {
      LocalDateTime time = Times.utc(from.time());
      all.addAll(List.of(time, time, from.id()));
    }
    return all;
  }

  /** The token of the page after these events. */
  String after(long newest, List<StoredEvent> events) {
    StoredEvent last = events.get(events.size() - 1);
    return PageToken.after(
            newest,
            orderBy.equals("event_time") ? last.eventTime() : last.recordTime(),
            last.id(),
            given() + events.size())
        .text(canonical());
  }
}
