package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of several metric filters the one is blamed that is nearest to right, and no other is touched.
 */
final class BlameTest {
  private static final String OTHER =
      """
        AFilter:
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: !Ref Group
            FilterPattern: '{ $.eventName = AuthorizeSecurityGroupIngress }'
            MetricTransformations:
              - {MetricName: GroupChanges, MetricNamespace: Security, MetricValue: '1'}
      """;

  @TempDir Path folder;

  private Checked check(String pattern) throws IOException {
    Path template = folder.resolve("template.yaml");
    String whole = Chains.template();
    int filter = whole.indexOf("FilterPattern: '");
    int end = whole.indexOf('\n', filter);
    Files.writeString(
        template,
        whole.substring(0, filter)
            + "FilterPattern: '"
            + pattern
            + "'"
            + whole.substring(end)
            + OTHER);
    return Checked.of(template.toString());
  }

  @Test
  void theFilterThatServesMostEventsIsNearest() throws IOException {
    Checked checked = check("{ $.eventName = *RolePolicy || $.eventName = *UserPolicy }");
    assertEquals(List.of("filter-pattern"), checked.findings());
    assertTrue(
        checked.messages().get(0).contains("metric filter `Filter`"),
        checked.messages().toString());
  }

  @Test
  void whereNoneIsAboutTheEventsOneIsMissing() throws IOException {
    Checked checked = check("{ $.eventName = ConsoleLogin }");
    assertEquals(List.of("filter"), checked.findings());
    assertEquals(
        List.of("of the metric filters on log group `Group` none matches any event of this rule"),
        checked.messages());
    assertTrue(checked.text().contains("add an `AWS::Logs::MetricFilter`"), checked.text());
    assertFalse(checked.text().contains("set `FilterPattern`"), checked.text());
  }
}
