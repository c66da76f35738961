package io.trailproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.diagnostic.Label;
import io.trailproof.report.text.Excerpt;
import io.trailproof.report.text.Located;
import io.trailproof.report.text.Style;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The members {@code location} and {@code excerpt} of a result in JSON. */
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

  /** The places of all labels but the first, where there are several. */
  static void related(List<Label> labels, JsonGenerator json) throws IOException {
    if (labels.size() < 2) {
      return;
    }
    json.writeArrayFieldStart("related");
    for (Label label : labels.subList(1, labels.size())) {
      json.writeStartObject();
      of(Optional.of(label), json);
      if (!label.text().isEmpty()) {
        json.writeStringField("message", label.text());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The lines that labels point at, as far as they may be shown. */
  static void excerpt(List<Label> labels, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("excerpt");
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      for (Excerpt.Quoted line : Excerpt.quoted(label, Style.SHOWN)) {
        json.writeStartObject();
        json.writeStringField("file", label.part().file().name());
        json.writeNumberField("line", line.line());
        json.writeStringField("before", line.lead());
        if (line.isMeant()) {
          json.writeStringField("marked", line.marked());
        }
        json.writeStringField("after", line.tail());
        if (!line.said().isEmpty()) {
          json.writeStringField("said", line.said());
        }
        if (i > 0) {
          json.writeNumberField("related", i);
        }
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }
}
