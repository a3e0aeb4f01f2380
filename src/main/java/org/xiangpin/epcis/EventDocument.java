package org.xiangpin.epcis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a client sends, read: an EPCISDocument, or a bare array of events. Numbers keep their digits
 * and members their order, so that an event is given back as it came.
 *
 * @param head the document without its events; null for a bare array
 * @param events as they stand in the document, not judged yet
 * @param pointer where the events stand
 */
record EventDocument(ObjectNode head, ArrayNode events, String pointer) {

  static final int MOST_EVENTS = 2_000;
  static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int MOST_DEPTH = 32;
  private static final int MOST_TEXT = 64 * 1024;
  private static final int MOST_TOKENS = 1_000_000;
  private static final int MOST_DIGITS = 100;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxStringLength(MOST_TEXT)
                          .maxDocumentLength(MOST_BYTES)
                          .maxTokenCount(MOST_TOKENS)
                          .maxNumberLength(MOST_DIGITS)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /**
   * @throws CaptureTooLarge beyond {@link #MOST_BYTES} or {@link #MOST_EVENTS}
   * @throws EventRefused for what is no JSON, too deep, has a name twice, or no list of events
   */
  static EventDocument read(byte[] body) {
    JsonNode whole = parse(body);
    if (whole.isArray()) {
      return new EventDocument(null, limited((ArrayNode) whole), "");
    }
    JsonNode type = whole.path("type");
    if (!whole.isObject() || !type.asText().equals("EPCISDocument")) {
      throw new EventRefused(
          type.isMissingNode() ? "" : "/type",
          "enum",
          "这里要 EPCISDocument 或事件的列表",
          "must be an EPCISDocument, or an array of events");
    }
    if (whole.path("epcisBody").path("eventList") instanceof ArrayNode events) {
      ObjectNode head = ((ObjectNode) whole);
      ((ObjectNode) head.get("epcisBody")).putArray("eventList");
      return new EventDocument(head, limited(events), "/epcisBody/eventList");
    }
    throw new EventRefused(
        "/epcisBody", "required", "缺少事件列表 eventList", "must have the array eventList");
  }

  /** One event by itself. */
  static ObjectNode readEvent(byte[] body) {
    if (parse(body) instanceof ObjectNode event) {
      return event;
    }
    throw new EventRefused("", "type", "这里应是一个事件", "must be one event, an object");
  }

  /** As it came: half a surrogate pair, which no UTF-8 can hold, is written as its escape. */
  static String write(JsonNode node) {
    try {
      return new String(JSON.writeValueAsBytes(node), StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("event", e);
    }
  }

  private static ArrayNode limited(ArrayNode events) {
    if (events.size() > MOST_EVENTS) {
      throw CaptureTooLarge.events();
    }
    return events;
  }

  private static JsonNode parse(byte[] body) {
    if (body == null || body.length == 0) {
      throw new EventRefused("", "json", "没有内容", "must not be empty");
    }
    if (body.length > MOST_BYTES) {
      throw new CaptureTooLarge(
          "文件超过 " + MOST_BYTES + " 字节，请分开发送。",
          "The document has more than " + MOST_BYTES + " bytes; send several.");
    }
    try {
      JsonNode tree = JSON.readTree(body);
      if (tree == null || tree.isMissingNode()) {
        throw new EventRefused("", "json", "没有内容", "must not be empty");
      }
      return tree;
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset();
      throw new EventRefused(
          "",
          "json",
          "这不是可读的 JSON，或太深、太长，或有重名的项",
          "is no JSON that can be taken"
              + place
              + ": "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException | ArithmeticException | NumberFormatException e) {
      // an exponent that no number can have comes as the latter, from deep within
      throw new EventRefused("", "json", "读不懂", "holds a number that cannot be");
    }
  }
}
