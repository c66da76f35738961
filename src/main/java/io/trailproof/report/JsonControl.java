package io.trailproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.rule.control.Control;
import java.io.IOException;

/** A control of a framework in JSON: the same wherever one is told. */
final class JsonControl {
  private JsonControl() {}

  /** What it is, and how a rule serves it. */
  static void fields(Control control, JsonGenerator json) throws IOException {
    json.writeStringField("framework", control.framework());
    json.writeStringField("version", control.version());
    json.writeStringField("id", control.id());
    json.writeStringField("relation", control.relation().word());
    json.writeStringField("certainty", control.certainty().word());
  }
}
