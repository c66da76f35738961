package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a template takes from elsewhere: includes, stack sets, custom resources, exports. */
final class OutsideTest {
  private static final String FILTER =
      """
      Type: AWS::Logs::MetricFilter
      Properties:
        LogGroupName: {Ref: Group}
        FilterPattern: '{ $.eventSource = "iam.amazonaws.com" }'
        MetricTransformations:
          - {MetricName: Changes, MetricNamespace: Security, MetricValue: '1'}
      """;

  @TempDir Path folder;

  @Test
  void whatIsIncludedFromTheFolderIsRead() throws IOException {
    write("parts/filter.yaml", "Filter:\n" + FILTER.indent(2));
    String transform = "  Fn::Transform: {Name: AWS::Include, Parameters: {Location: %s}}\n";
    String here =
        write("here.yaml", Chains.without("Filter") + transform.formatted("parts/filter.yaml"));
    Checked read = Checked.of(here);
    assertEquals("pass", read.verdict(), read.text());
    assertEquals(List.of(), read.diagnostics());
    String bucket =
        write("bucket.yaml", Chains.without("Filter") + transform.formatted("s3://x/y"));
    assertEquals("unknown", Checked.of(bucket).verdict());
    assertTrue(Checked.of(bucket).messages().get(0).contains("includes `s3://x/y`"));
    String outside =
        write("in/t.yaml", Chains.without("Filter") + transform.formatted("../parts/filter.yaml"));
    assertEquals("unknown", Checked.of(outside).verdict());
    String twice =
        write("twice.yaml", Chains.template() + transform.formatted("parts/filter.yaml"));
    assertEquals("pass", Checked.of(twice).verdict());
  }

  @Test
  void whatIsIncludedIsNoInputOfItsOwn() throws IOException {
    String part = write("parts/filter.yaml", "Filter:\n" + FILTER.indent(2));
    String other = write("parts/other.yaml", "Other:\n" + FILTER.indent(2));
    String template =
        write(
            "t.yaml",
            Chains.without("Filter")
                + "  Fn::Transform: {Name: AWS::Include,"
                + " Parameters: {Location: parts/filter.yaml}}\n");
    for (Checked read : List.of(Checked.of(part, template), Checked.of(template, part))) {
      assertEquals("pass", read.verdict(), read.text());
      assertEquals(List.of(), read.diagnostics());
    }
    assertEquals(List.of("unrecognised-input 1:1"), Checked.of(other, template).diagnostics());
    assertEquals(List.of("unrecognised-input 1:1"), Checked.of(part).diagnostics());
  }

  @Test
  void includesStandInTheTransformSectionAndInProperties() throws IOException {
    write("top.yaml", "Conditions: {On: {'Fn::Equals': [a, !Sub 'a']}}\n");
    write("pattern.json", "\"{ $.eventSource = iam.amazonaws.com }\"");
    String top =
        "Transform: [{Name: 'AWS::Include', Parameters: {Location: ./top.yaml}}]\n"
            + Chains.template()
                .replace("  Filter:\n", "  Filter:\n    Condition: On\n")
                .replaceFirst(
                    "FilterPattern: '.*'",
                    "FilterPattern: {'Fn::Transform': {Name: AWS::Include,"
                        + " Parameters: {Location: pattern.json}}}");
    Checked read = Checked.of(write("t.yaml", top));
    assertEquals("pass", read.verdict(), read.text());
    assertEquals(List.of("short-form 1:37"), read.diagnostics());
  }

  @Test
  void aStackSetProvesNothingHere() throws IOException {
    String body = Chains.template().indent(8);
    String inline =
        write(
            "inline.yaml",
            """
            Resources:
              Everywhere:
                Type: AWS::CloudFormation::StackSet
                Properties:
                  StackSetName: everywhere
                  PermissionModel: SELF_MANAGED
                  TemplateBody: |
            """
                + body);
    Checked read = Checked.of(inline);
    assertEquals("unknown", read.verdict(), read.text());
    assertTrue(read.text().contains("where the stack set is deployed"), read.text());
    write(
        "member.yaml",
        "Parameters: {Level: {Type: String}}\n"
            + Chains.template("Threshold: 1", "Threshold: !Ref Level"));
    String local =
        write(
            "local.yaml",
            """
            Resources:
              Everywhere:
                Type: AWS::CloudFormation::StackSet
                Properties:
                  StackSetName: everywhere
                  PermissionModel: SELF_MANAGED
                  TemplateURL: ./member.yaml
                  Parameters: [{ParameterKey: Level, ParameterValue: 5}]
            """);
    assertEquals("fail", Checked.of(local).verdict(), Checked.of(local).text());
    String bucket =
        write(
            "bucket.yaml",
            "Resources:\n"
                + "  S: {Type: 'AWS::CloudFormation::StackSet', Properties: {StackSetName: s,"
                + " PermissionModel: SELF_MANAGED, TemplateURL: 'https://x/none.yaml'}}\n");
    assertTrue(Checked.of(bucket).messages().get(0).contains("the stack set `S` is not here"));
  }

  @Test
  void aStackSetDoesNotCompleteTheChainOfItsParent() throws IOException {
    String set =
        """
          Elsewhere:
            Type: AWS::CloudFormation::StackSet
            Properties:
              StackSetName: elsewhere
              PermissionModel: SELF_MANAGED
              TemplateBody: |
                Resources:
                  Filter:
        """
            + FILTER.replace("{Ref: Group}", "trail/events").indent(12);
    String named =
        Chains.without("Filter")
            .replace(
                "  Group:\n    Type: AWS::Logs::LogGroup\n",
                """
                  Group:
                    Type: AWS::Logs::LogGroup
                    Properties: {LogGroupName: trail/events}
                """);
    Checked read = Checked.of(write("t.yaml", named + set));
    assertEquals("unknown", read.verdict(), read.text());
  }

  @Test
  void aCustomResourceMakesWhatItsCodeMakes() throws IOException {
    String custom =
        """
          Maker: {Type: 'Custom::Maker', Properties: {ServiceToken: !GetAtt Code.Arn}}
          Code:
            Type: AWS::Lambda::Function
            Properties:
              Role: arn:aws:iam::111122223333:role/maker
              Code: {ZipFile: "import boto3\\nboto3.client('logs').%s(x=1)"}
        """;
    String makes =
        write("makes.yaml", Chains.without("Filter") + custom.formatted("put_metric_filter"));
    String looks =
        write("looks.yaml", Chains.without("Filter") + custom.formatted("describe_log_groups"));
    assertEquals("unknown", Checked.of(makes).verdict());
    assertTrue(Checked.of(makes).messages().get(0).contains("calls `put_metric_filter`"));
    assertEquals("fail", Checked.of(looks).verdict());
  }

  @Test
  void anImportUnderANameThatOnlyTheStackNameTellsIsNotGuessed() throws IOException {
    String alerts =
        write(
            "alerts.yaml",
            """
            Resources:
              Alerts:
                Type: AWS::SNS::Topic
                Properties: {Subscription: [{Protocol: sms, Endpoint: '+15555550100'}]}
            Outputs:
              Topic: {Value: !Ref Alerts, Export: {Name: !Sub '${AWS::StackName}-Topic'}}
            """);
    String watch =
        write(
            "watch.yaml",
            "Parameters: {Parent: {Type: String}}\n"
                + Chains.template(
                    "AlarmActions: [!Ref Topic]",
                    "AlarmActions: [!ImportValue {'Fn::Sub': '${Parent}-Topic'}]"));
    assertEquals("unknown", Checked.of(alerts, watch).verdict());
    assertEquals("unknown", Checked.of("--parameter", "Parent=a", alerts, watch).verdict());
  }

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }
}
