package io.trailproof.pattern;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.pattern.PatternStudy.EventCover;
import io.trailproof.pattern.PatternStudy.Remark;
import io.trailproof.report.PrettyJson;
import java.io.IOException;
import java.util.List;

/** What {@code trailproof pattern} finds, for machines. */
public final class PatternJson {
  private static final String FORMAT = "trailproof-pattern/1";

  private PatternJson() {}

  /** Writes a study of one pattern. */
  public static void write(PatternStudy study, String rule, Appendable out) throws IOException {
    PrettyJson.write(
        out,
        json -> {
          json.writeStringField("format", FORMAT);
          json.writeStringField("language", study.language().word());
          json.writeStringField("pattern", study.text());
          json.writeStringField("rule", rule);
          json.writeStringField("verdict", study.verdict().word());
          remarks("refusals", study.refusals(), json);
          PrettyJson.strings("meaning", study.meaning(), json);
          json.writeArrayFieldStart("events");
          for (EventCover cover : study.events()) {
            json.writeStartObject();
            json.writeStringField("event", cover.event());
            json.writeStringField("verdict", cover.verdict().word());
            PrettyJson.strings("clauses", cover.clauses(), json);
            json.writeStringField("witness", cover.witness().orElse(null));
            json.writeEndObject();
          }
          json.writeEndArray();
          remarks("notes", study.notes(), json);
          json.writeArrayFieldStart("records");
          for (RecordMatch record : study.records()) {
            json.writeStartObject();
            json.writeNumberField("line", record.line());
            json.writeStringField("answer", record.answer());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** Writes how a vector file went. */
  public static void write(Vectors vectors, Appendable out) throws IOException {
    PrettyJson.write(
        out,
        json -> {
          json.writeNumberField("total", vectors.total());
          json.writeNumberField("right", vectors.right());
          PrettyJson.strings("wrong", vectors.wrong(), json);
        });
  }

  private static void remarks(String field, List<Remark> remarks, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Remark remark : remarks) {
      json.writeStartObject();
      json.writeStringField("code", remark.code());
      json.writeStringField("message", remark.message());
      json.writeNumberField("start", remark.start());
      json.writeNumberField("end", remark.end());
      PrettyJson.strings("help", remark.help(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
