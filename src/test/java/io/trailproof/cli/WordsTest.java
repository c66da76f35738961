package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said beside the verdict: notes, and the names of things in the picture. */
final class WordsTest {
  @TempDir Path folder;

  private String template(String text) throws IOException {
    return Files.writeString(folder.resolve("template.yaml"), text).toString();
  }

  private static String query(String more) {
    return Chains.template(
        """
              MetricName: Changes
              Namespace: Security
              Statistic: Sum
              Period: 300
        """
            .indent(2)
            .replaceAll("(?m)^ {2}", ""),
        """
              Metrics:
                - Id: m1
                  MetricStat: {Metric: {MetricName: Changes, Namespace: Security}, Period: 300, Stat: Sum}
        """
            + more);
  }

  private List<String> notes(String text) throws IOException {
    Checked checked = Checked.of("--region", "us-east-1", template(text));
    assertEquals("pass", checked.verdict(), checked.text());
    List<String> codes = new ArrayList<>();
    checked
        .json()
        .at("/deployments/0/rules/0/notes")
        .forEach(note -> codes.add(note.get("code").asText()));
    return codes;
  }

  /** F81. */
  @Test
  void queryThatDoesNotSayThatItReturnsDataIsNoted() throws IOException {
    assertEquals(List.of("return-data-unsaid"), notes(query("")));
    assertEquals(List.of(), notes(query("          ReturnData: true\n")));
  }

  /** F25: an event data store has no log group, so it is no trail. */
  @Test
  void eventDataStoreIsNoTrail() throws IOException {
    String store =
        Chains.without("Trail")
            .replaceFirst(
                "Resources:\n", "Resources:\n  Store: {Type: 'AWS::CloudTrail::EventDataStore'}\n");
    assertEquals(List.of("trail"), Checked.of("--region", "us-east-1", template(store)).findings());
  }

  @Test
  void pictureCallsAFunctionAFunction() throws IOException {
    String text =
        Chains.without("Topic", "Subscription").replace("!Ref Topic]", "!GetAtt Pager.Arn]")
            + """
              Pager:
                Type: AWS::Lambda::Function
                Properties: {Role: 'arn:aws:iam::111122223333:role/pager', Code: {ZipFile: x}}
              MayInvoke:
                Type: AWS::Lambda::Permission
                Properties:
                  FunctionName: !Ref Pager
                  Action: lambda:InvokeFunction
                  Principal: lambda.alarms.cloudwatch.amazonaws.com
            """;
    Invocation.Ended ended =
        Invocation.of(
            "check", "--rule", "iam-policy-changes", "--region", "us-east-1", template(text));
    assertEquals(0, ended.status(), ended.out());
    assertTrue(ended.out().contains("alarm ✓ ─▶ function ✓\n"), ended.out());
    assertFalse(ended.out().contains("topic ✓"), ended.out());
  }
}
