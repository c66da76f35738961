package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A value under {@code NoEcho} is not printed, by whatever function and name it travels. */
final class HiddenParametersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "S3CR3T";

  /** What {@code Fn::Base64} would make of the secret, of its start at least. */
  private static final String ENCODED = "UzNDUjNU";

  /** Every function of the template language, of a hidden text or list. */
  private static final List<String> FORMS =
      List.of(
          "{'Ref': 'Hidden'}",
          "{'Ref': 'HiddenList'}",
          "{'Ref': 'HiddenStore'}",
          "{'Ref': 'HiddenReference'}",
          "{'Ref': {'Ref': 'Hidden'}}",
          "{'Fn::GetAtt': [{'Ref': 'Hidden'}, 'Arn']}",
          "{'Fn::GetAtt': ['Trail', {'Ref': 'Hidden'}]}",
          "{'Fn::Sub': 'x${Hidden}'}",
          "{'Fn::Sub': ['${A}${AWS::Region}', {'A': {'Ref': 'Hidden'}}]}",
          "{'Fn::Sub': '${HiddenStore}${HiddenReference}'}",
          "{'Fn::Base64': {'Fn::Sub': '${Hidden}'}}",
          "{'Fn::Join': [{'Ref': 'Hidden'}, ['a', 'b']]}",
          "{'Fn::Join': ['', ['a', {'Ref': 'Hidden'}]]}",
          "{'Fn::Select': [1, {'Ref': 'HiddenList'}]}",
          "{'Fn::Select': [{'Ref': 'Hidden'}, ['a', 'b']]}",
          "{'Fn::Split': ['x', {'Ref': 'Hidden'}]}",
          "{'Fn::Split': [{'Ref': 'Hidden'}, 'axb']}",
          "{'Fn::Length': {'Ref': 'HiddenList'}}",
          "{'Fn::ToJsonString': {'a': [{'Ref': 'Hidden'}]}}",
          "{'Fn::Select': [0, {'Fn::Split': ['C', {'Fn::ToJsonString': [{'Ref': 'Hidden'}]}]}]}",
          "{'Fn::Cidr': [{'Ref': 'Hidden'}, 1, {'Ref': 'Hidden'}]}",
          "{'Fn::FindInMap': [{'Ref': 'Hidden'}, 'a', 'b']}",
          "{'Fn::FindInMap': ['Map', {'Ref': 'Hidden'}, 'b']}",
          "{'Fn::FindInMap': ['Map', 'a', {'Ref': 'Hidden'}, {'DefaultValue': {'Ref': 'Hidden'}}]}",
          "{'Fn::ImportValue': {'Ref': 'Hidden'}}",
          "{'Fn::ImportValue': {'Ref': 'HiddenList'}}",
          "{'Fn::ImportValue': {'Fn::Sub': '${Hidden}-${AWS::StackName}'}}",
          "{'Fn::GetAtt': ['Nested', 'Outputs.Out']}",
          "{'Fn::GetAZs': {'Ref': 'Hidden'}}",
          "{'Fn::If': ['IsHidden', {'Ref': 'Hidden'}, {'Fn::Sub': '${HiddenStore}'}]}");

  @TempDir Path folder;

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private static Planted template() throws IOException {
    Planted template = Planted.in(Path.of("fixtures/cloudformation/compliant-json/template.json"));
    ObjectNode root = template.root();
    root.put("Transform", "AWS::LanguageExtensions");
    ObjectNode parameters = root.withObject("/Parameters");
    hidden(parameters, "Hidden", "String", SECRET);
    hidden(parameters, "HiddenList", "CommaDelimitedList", SECRET + "1," + SECRET + "2");
    hidden(parameters, "HiddenStore", "AWS::SSM::Parameter::Value<String>", SECRET);
    hidden(parameters, "HiddenReference", "String", "{{resolve:ssm:" + SECRET + "}}");
    root.set("Mappings", json("{'Map': {'a': {'b': 'x'}}}"));
    root.set("Conditions", json("{'IsHidden': {'Fn::Equals': [{'Ref': 'HiddenStore'}, 'other']}}"));
    return template;
  }

  private static void hidden(ObjectNode parameters, String name, String type, String value) {
    parameters.putObject(name).put("Type", type).put("NoEcho", true).put("Default", value);
  }

  @TestFactory
  List<DynamicTest> noFunctionLetsItThrough() throws IOException {
    Files.writeString(
        folder.resolve("part.json"),
        """
        {"Parameters": {"In": {"Type": "String"}},
         "Resources": {"Group": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": {"Ref": "In"}}}},
         "Outputs": {"Out": {"Value": {"Fn::Sub": "${In}-x"}}}}
        """);
    List<DynamicTest> tests = new ArrayList<>();
    for (String form : FORMS) {
      tests.add(dynamicTest(form, () -> nothingLeaks(form)));
    }
    return tests;
  }

  private void nothingLeaks(String form) throws IOException {
    int places = 3; // a few values at once, so that each stands beside plain ones
    for (int place = 0; place < places; place++) {
      Planted template = template();
      List<Planted.Leaf> leaves =
          template.leaves("Resources").stream().filter(leaf -> !leaf.key().equals("Type")).toList();
      for (int i = place; i < leaves.size(); i += places) {
        if (!leaves.get(i).key().equals("Ref") && !leaves.get(i).key().startsWith("Fn::")) {
          leaves.get(i).set(json(form));
        }
      }
      template
          .root()
          .withObject("/Resources")
          .set(
              "Nested",
              json(
                  "{'Type': 'AWS::CloudFormation::Stack', 'Properties': {'TemplateURL':"
                      + " 'part.json', 'Parameters': {'In': {'Ref': 'Hidden'}}}}"));
      template.root().set("Outputs", JSON.createObjectNode().set("O", exported(form)));
      Path file = folder.resolve("t.json");
      Files.writeString(file, template.text());
      Invocation.Ended ended =
          Invocation.of("check", "--ways", "all", "-f", "json", file.toString());
      String printed = ended.out() + ended.err();
      assertNotEquals(70, ended.status(), printed);
      assertFalse(printed.contains(SECRET), printed);
      assertFalse(printed.contains(ENCODED), printed);
    }
  }

  private static JsonNode exported(String form) throws IOException {
    return json("{'Value': " + form + ", 'Export': {'Name': " + form + "}}");
  }

  @Test
  void aLoopOverAHiddenListNamesNothing() throws IOException {
    Planted template = template();
    template
        .root()
        .withObject("/Resources")
        .set(
            "Fn::ForEach::Loop",
            json(
                "['Item', {'Ref': 'HiddenList'}, {'Group${Item}': {'Type': 'AWS::Logs::LogGroup',"
                    + " 'Properties': {'LogGroupName': {'Ref': 'Item'}}}}]"));
    String printed = template.printed();
    assertFalse(printed.contains(SECRET), printed);
  }

  /** Two exports whose names are not shown are two all the same. */
  @Test
  void whatIsNotShownIsNotOneThing() throws IOException {
    assertEquals("pass", verdict("a", "a"));
    assertNotEquals("pass", verdict("a", "b"));
    String longName = "x".repeat(220);
    assertNotEquals("pass", verdict(longName + "a", longName + "b"), "nor where it is cut");
  }

  private String verdict(String one, String other) throws IOException {
    String noEcho =
        one.length() > 100 ? "" : "NoEcho: true, "; // what is long is cut, hidden or not
    String template =
        "Parameters:\n"
            + "  One: {Type: String, "
            + noEcho
            + "Default: "
            + one
            + "}\n"
            + "  Other: {Type: String, "
            + noEcho
            + "Default: "
            + other
            + "}\n"
            + Chains.template(
                "MetricName: Changes, MetricNamespace",
                    "MetricName: !ImportValue {Ref: One}, MetricNamespace",
                "MetricName: Changes\n", "MetricName: !ImportValue {Ref: Other}\n");
    Path file = folder.resolve("names.yaml");
    Files.writeString(file, template);
    return Checked.of(file.toString()).verdict();
  }
}
