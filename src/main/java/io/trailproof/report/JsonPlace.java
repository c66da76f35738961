package io.trailproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.diagnostic.Label;
import io.trailproof.report.text.Located;
import java.io.IOException;
import java.util.Optional;

/** The member {@code location} of a result in JSON. */
final class JsonPlace {
  private JsonPlace() {}

  /** The place of a label; null for none. */
  static void of(Optional<Label> label, JsonGenerator json) throws IOException {
    if (label.isEmpty()) {
      json.writeNullField("location");
    } else {
      of(Located.of(label.get()), json);
    }
  }

  /** A place. */
  static void of(Located at, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("location");
    json.writeStringField("file", at.file());
    json.writeNumberField("line", at.line());
    json.writeNumberField("column", at.column());
    json.writeNumberField("endLine", at.endLine());
    json.writeNumberField("endColumn", at.endColumn());
    json.writeEndObject();
  }
}
