package org.xiangpin.filing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A filing as JSON; {@code /filing/filing-v1.schema.json} describes it. Absent is unknown. */
final class JsonFiling implements FilingSheet {

  private final JsonGenerator json;
  private List<Column> columns = List.of();

  JsonFiling(OutputStream out, FilingScope scope, Instant writtenAt) throws IOException {
    this.json =
        new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("format", "xiangpin-filing-1");
    json.writeObjectFieldStart("about");
    json.writeStringField("shapedAfter", "NY/T 4712-2025");
    json.writeBooleanField("fieldNamesAreOurs", true);
    json.writeArrayFieldStart("notes");
    for (String note : About.NOTES) {
      json.writeString(note);
    }
    json.writeEndArray();
    json.writeStringField("scope", scope.name());
    json.writeStringField("from", scope.from().toString());
    json.writeStringField("to", scope.to().toString());
    json.writeStringField("writtenAt", writtenAt.toString());
    json.writeEndObject();
  }

  @Override
  public void begin(Section section) throws IOException {
    columns = section.columns();
    json.writeArrayFieldStart(section.key());
  }

  @Override
  public void row(Object[] values) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof BigDecimal number) {
        json.writeNumberField(columns.get(i).key(), number);
      } else if (values[i] != null) {
        json.writeStringField(columns.get(i).key(), values[i].toString());
      }
    }
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    json.writeEndArray();
  }

  @Override
  public void finish() throws IOException {
    json.writeEndObject();
    json.flush();
  }
}
