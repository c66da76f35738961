package io.trailproof.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object, indented by two blanks, with line feeds on every machine. */
public final class PrettyJson {
  /**
   * All else is written as an escape, so that what a stranger wrote into an input cannot steer the
   * terminal or the log that shows the report.
   */
  private static final int LAST_PLAIN = '~';

  /** A runner of workflows finds {@code ##[command]} anywhere in a line of a log. */
  private static final CharacterEscapes NO_COMMANDS =
      new CharacterEscapes() {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
          int[] codes = standardAsciiEscapesForJSON();
          codes['#'] = CharacterEscapes.ESCAPE_STANDARD;
          return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
          return null; // none has one of its own
        }
      };

  private PrettyJson() {}

  /** Writes the members of the object. */
  @FunctionalInterface
  public interface Members {
    /** Writes them all. */
    void write(JsonGenerator json) throws IOException;
  }

  /** Writes an object of these members, and a line feed. */
  public static void write(Appendable out, Members members) throws IOException {
    document(
        out,
        indented(),
        json -> {
          json.writeStartObject();
          members.write(json);
          json.writeEndObject();
        });
  }

  /** Writes an object of these members in one line, and a line feed. */
  static void line(Appendable out, Members members) throws IOException {
    document(
        out,
        null,
        json -> {
          json.writeStartObject();
          members.write(json);
          json.writeEndObject();
        });
  }

  /** Writes a list of these elements, and a line feed. */
  static void writeList(Appendable out, Members elements) throws IOException {
    document(
        out,
        indented(),
        json -> {
          json.writeStartArray();
          elements.write(json);
          json.writeEndArray();
        });
  }

  private static PrettyPrinter indented() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return printer;
  }

  private static void document(Appendable out, @Nullable PrettyPrinter printer, Members whole)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      if (printer != null) {
        json.setPrettyPrinter(printer);
      }
      json.setCharacterEscapes(NO_COMMANDS);
      json.setHighestNonEscapedChar(LAST_PLAIN);
      whole.write(json);
    }
    out.append(text.getBuffer()).append('\n');
  }

  /** Writes a member that is a list of strings. */
  public static void strings(String field, List<String> values, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
