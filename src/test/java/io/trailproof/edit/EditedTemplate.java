package io.trailproof.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.DeploymentReader;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.CloudFormationFormat;
import io.trailproof.remedy.Alteration;
import io.trailproof.rule.RulesFolder;
import io.trailproof.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A template, changes of it, and its text with them. */
final class EditedTemplate {
  private EditedTemplate() {}

  static final String FILE = "t";

  static ResourceId id(String name) {
    return new ResourceId(FILE, name);
  }

  static Value number(int number) {
    return Value.number(BigDecimal.valueOf(number), Origin.NOWHERE);
  }

  static Value text(String text) {
    return Value.text(text, Origin.NOWHERE);
  }

  static Value arn(String name) {
    return new Value.Reference(id(name), "arn", Origin.NOWHERE);
  }

  static Alteration set(String resource, String property, Value value) {
    return new Alteration.Set(id(resource), property, value);
  }

  static Alteration unset(String resource, String property) {
    return new Alteration.Unset(id(resource), property);
  }

  static Alteration topic(String name, String beside) {
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("name", text("alerts"));
    return new Alteration.Add(id(name), "aws.sns.Topic", id(beside), properties);
  }

  static ResourceGraph graph(SourceFile file) {
    return new DeploymentReader(RulesFolder.CATALOG)
        .read(Map.of(file, CloudFormationFormat.alone(RulesFolder.CATALOG)), ReadSettings.NONE)
        .value()
        .orElseThrow()
        .graph();
  }

  /** The template with the changes, or why one of them is not in it. */
  static String edited(String template, Alteration... changes) {
    SourceFile file = SourceFile.ofText(FILE, template);
    List<Alteration> all = List.of(changes);
    Edits edits = new TemplateEditor(RulesFolder.CATALOG, graph(file), all).edits(all);
    if (!edits.unwritten().isEmpty()) {
      assertEquals(List.of(), edits.edits());
      return "not written: " + edits.unwritten().get(0).why();
    }
    return EditedFile.of(edits.edits()).get(0).text();
  }

  /** The same with an action more of the alarm `A`. */
  static String withAction(String template, String topic) {
    SourceFile file = SourceFile.ofText(FILE, template);
    Resource alarm = graph(file).find(id("A")).orElseThrow();
    List<Value> actions = new ArrayList<>(alarm.property("actions").children());
    actions.add(arn(topic));
    return edited(template, set("A", "actions", new Value.Items(actions, Origin.NOWHERE)));
  }

  static final String ALARM =
      """
      # an alarm
      Resources:
        A:  # here
          Type: AWS::CloudWatch::Alarm
          Properties:
            # above
            Threshold:   100   # why
            Statistic: Sum
      """;
}
