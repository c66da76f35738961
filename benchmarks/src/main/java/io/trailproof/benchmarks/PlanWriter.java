package io.trailproof.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes a plan in one line, with its members in the order in which terraform prints them. */
final class PlanWriter {
  private static final String PROVIDER = "registry.terraform.io/hashicorp/aws";

  private PlanWriter() {}

  /**
   * One managed resource that the plan creates.
   *
   * @param values what is known before apply, as JSON
   * @param unknown the marks of what is not, as JSON
   * @param expressions how both are configured, as JSON
   */
  record Row(String type, String name, String values, String unknown, String expressions) {
    private String head() {
      return "{\"address\":\""
          + type
          + '.'
          + name
          + "\",\"mode\":\"managed\",\"type\":\""
          + type
          + "\",\"name\":\""
          + name
          + "\",";
    }

    private String planned() {
      return head()
          + "\"provider_name\":\""
          + PROVIDER
          + "\",\"schema_version\":0,\"values\":"
          + values
          + ",\"sensitive_values\":{}}";
    }

    private String change() {
      return head()
          + "\"provider_name\":\""
          + PROVIDER
          + "\",\"change\":{\"actions\":[\"create\"],\"before\":null,\"after\":"
          + values
          + ",\"after_unknown\":"
          + unknown
          + ",\"before_sensitive\":false,\"after_sensitive\":{}}}";
    }

    private String configured() {
      return head()
          + "\"provider_config_key\":\"aws\",\"expressions\":"
          + expressions
          + ",\"schema_version\":0}";
    }
  }

  /** The rows in order, each time they are asked for. */
  interface Rows {
    Stream<Row> rows();
  }

  static void write(Path file, Rows rows) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      text(
          out,
          "{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",\"planned_values\":"
              + "{\"root_module\":{\"resources\":[");
      list(out, rows.rows().map(Row::planned));
      text(out, "]}},\"resource_changes\":[");
      list(out, rows.rows().map(Row::change));
      text(
          out,
          "],\"configuration\":{\"provider_config\":{\"aws\":{\"name\":\"aws\",\"full_name\":\""
              + PROVIDER
              + "\",\"expressions\":{\"region\":{\"constant_value\":\"us-east-1\"}}}},"
              + "\"root_module\":{\"resources\":[");
      list(out, rows.rows().map(Row::configured));
      text(
          out,
          "]}},\"timestamp\":\"2026-11-25T00:00:00Z\",\"applyable\":true,\"complete\":true,"
              + "\"errored\":false}\n");
    }
  }

  private static void list(OutputStream out, Stream<String> items) throws IOException {
    String separator = "";
    for (String item : (Iterable<String>) items::iterator) {
      text(out, separator);
      text(out, item);
      separator = ",";
    }
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
