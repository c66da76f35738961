package io.trailproof.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** One JSON object, indented by two blanks, with line feeds on every machine. */
final class PrettyJson {
  private PrettyJson() {}

  /** Writes the members of the object. */
  interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  static void write(Appendable out, Members members) throws IOException {
    StringWriter text = new StringWriter();
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(printer);
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
    out.append(text.getBuffer()).append('\n');
  }

  static void strings(String field, List<String> values, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
