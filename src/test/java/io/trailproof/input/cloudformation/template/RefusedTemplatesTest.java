package io.trailproof.input.cloudformation.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.Read;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Templates that CloudFormation refuses get a diagnostic, and are read as far as they go. */
final class RefusedTemplatesTest {
  private static final String GROUP = "  Group: {Type: AWS::Logs::LogGroup}\n";

  private static void assertProblems(List<String> expected, String template) {
    Read read = Read.template(template);
    assertEquals(expected, read.problems(), template);
    assertEquals(true, read.addresses().contains("Group"), template);
  }

  /** Why nothing of a template comes to be, or why that cannot be told; empty if it does. */
  private static String refused(String template) {
    Resource group = Read.template(template).resource("Group");
    return said(group.property("refused"))
        .or(() -> said(group.property("unrecognised")))
        .orElse("");
  }

  private static Optional<String> said(Value mark) {
    return mark instanceof Value.Unknown why ? Optional.of(why.why()) : Optional.empty();
  }

  private static void assertRefused(String because, String template) {
    assertEquals("CloudFormation refuses the template: " + because, refused(template));
    assertEquals(
        List.of(),
        Read.template(template).diagnostics().stream().filter(Diagnostic::isError).toList(),
        "the template is read");
  }

  /** F254. */
  @Test
  void whatTheWholeTemplateIsRefusedForKeepsEveryResourceFromBeing() {
    assertRefused(
        "`Nowhere` is neither a parameter nor a resource of this template",
        "Resources:\n  T: {Type: AWS::SNS::Topic, DependsOn: Nowhere}\n" + GROUP);
    assertRefused(
        "`Nowhere` is neither a parameter nor a resource of this template",
        "Resources:\n" + GROUP + "Outputs: {O: {Value: !GetAtt Nowhere.Arn}}\n");
    assertRefused(
        "there is no condition `Nowhere` in this template",
        "Resources:\n  T: {Type: AWS::SNS::Topic, Condition: Nowhere}\n" + GROUP);
    assertRefused(
        "`Fn::Join` takes a list of two",
        "Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Join [a]}}\n" + GROUP);
    assertRefused(
        "`DisplayName` has no value, which CloudFormation refuses",
        "Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: }}\n" + GROUP);
    assertRefused(
        "the mapping `M` has no entry `a.c`",
        "Mappings: {M: {a: {b: c}}}\n"
            + "Resources:\n"
            + "  T: {Type: AWS::SNS::Topic, Properties: {TopicName: !FindInMap [M, a, c]}}\n"
            + GROUP);
  }

  /** A macro is given the template before anything is held against it. */
  @Test
  void whatAMacroMayPutInOrderIsDoubted() {
    String template =
        "Transform: Ours\nResources:\n  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: }}\n"
            + GROUP;
    Resource group = Read.template(template).resource("Group");
    assertEquals(Optional.empty(), said(group.property("refused")));
    assertEquals(true, said(group.property("unrecognised")).isPresent());
  }

  /** F253, F255. */
  @Test
  void whatTheSchemaOfATypeForbidsKeepsTheWholeStackFromBeing() {
    assertEquals(
        "CloudFormation refuses `Q`, whose `DelaySeconds` has to be at most 900, and is `901`",
        refused(queue("DelaySeconds: 901", "")));
    assertEquals(
        "CloudFormation refuses `Q`, whose `QueueName` has to be a single value, and is a list",
        refused(queue("QueueName: [a]", "")));
    assertEquals(
        "CloudFormation refuses `Q`, whose `Tags` has to be a list, and is a single value",
        refused(queue("Tags: !Ref Group", "")));
    assertEquals("", refused(queue("VisibilityTimeout: '30', FifoQueue: 'true'", "")));
    assertEquals(
        "", refused(queue("VisibilityTimeout: !Ref P", "Parameters: {P: {Type: Number}}")));
    assertEquals("", refused(queue("Tags: !Ref AWS::NoValue", "")));
    assertEquals("", refused(queue("Tags: !Ref P", "Parameters: {P: {Type: CommaDelimitedList}}")));
    assertEquals(
        "CloudFormation refuses `Q`, whose `VisibilityTimeout` has to be a number, and is empty",
        refused(
            queue("VisibilityTimeout: !Ref P", "Parameters: {P: {Type: String, Default: ''}}")));
  }

  /** F258. */
  @Test
  void aFunctionThatIsNotPackagedYetIsNotRefused() {
    String role = "Role: 'arn:aws:iam::111122223333:role/f'";
    String function =
        "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {%s, Code: %s}}\n";
    assertEquals("", refused(String.format(function, role, "./code") + GROUP));
    assertEquals(
        "CloudFormation refuses `F`, whose `Code` has to be a mapping, and is a list",
        refused(String.format(function, role, "[a]") + GROUP));
  }

  @Test
  void aLoopOverConditionsNamesItsOwnItems() {
    assertEquals(
        "",
        refused(
            """
            Transform: AWS::LanguageExtensions
            Parameters: {PA: {Type: String, Default: a}}
            Conditions:
              Fn::ForEach::Each: [X, [A], {"C${X}": {"Fn::Equals": [{Ref: {"Fn::Sub": "P${X}"}}, a]}}]
            Resources:
            """
                + GROUP));
  }

  @Test
  void whatAFalseConditionLeavesOutCannotBeReferredTo() {
    String template =
        """
        Parameters: {P: {Type: String, Default: 'no'}}
        Conditions: {C: !Equals [!Ref P, 'yes']}
        Resources:
          Left: {Type: AWS::EC2::VPC, Condition: C}
        """
            + GROUP;
    String refused =
        "CloudFormation refuses the template: `Left` does not exist, since the condition `C` is"
            + " false";
    assertEquals(refused, refused(template + "Outputs: {O: {Value: !Ref Left}}\n"));
    assertEquals(
        refused, refused(template + "  I: {Type: X::Y::Z, Properties: {V: !GetAtt Left.Id}}\n"));
    assertEquals("", refused(template + "Outputs: {O: {Condition: C, Value: !Ref Left}}\n"));
    assertEquals("", refused(template + "Outputs: {O: {Value: !If [C, !Ref Left, none]}}\n"));
    assertEquals("", refused(template + "  I: {Type: X::Y::Z, DependsOn: Left}\n"));
    assertEquals(
        "", refused(template + "  I: {Type: X::Y::Z, Condition: C, Properties: {V: !Ref Left}}\n"));
  }

  @Test
  void whatIsNotMadeIsNotHeldAgainstItsSchema() {
    String conditions = "Conditions: {C: !Equals [a, b]}\n";
    String queue = "  Q: {Type: AWS::SQS::Queue, Condition: C, Properties: {QueueName: [a]}}\n";
    assertEquals("", refused(conditions + "Resources:\n" + queue + GROUP));
  }

  @Test
  void whatMayNotBeMadeIsJudgedEachWay() {
    String template =
        "Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, b]}\nResources:\n"
            + "  Q: {Type: AWS::SQS::Queue, Condition: C, Properties: {QueueName: [a]}}\n"
            + GROUP;
    List<Boolean> ways =
        Read.template(template).reading().hypotheses().stream()
            .map(way -> way.then().resources().stream())
            .map(all -> all.anyMatch(one -> !one.property("refused").isAbsent()))
            .toList();
    assertEquals(List.of(true, false), ways);
  }

  private static String queue(String properties, String sections) {
    return sections
        + "\nResources:\n  Q: {Type: AWS::SQS::Queue, Properties: {"
        + properties
        + "}}\n"
        + GROUP;
  }

  @Test
  void aKeyBesideThePropertiesThatThereIsNot() {
    assertProblems(
        List.of("refused-template Dependson"),
        "Resources:\n  T: {Type: AWS::SNS::Topic, Dependson: Group}\n" + GROUP);
    assertProblems(
        List.of("unknown-property Sparkling"),
        "Resources:\n  T: {Type: AWS::SNS::Topic, Sparkling: Group}\n" + GROUP);
  }

  @Test
  void aSectionThatThereIsNot() {
    String group = "Resources:\n" + GROUP;
    assertProblems(List.of("invalid-template Ouputs"), group + "Ouputs: {}\n");
    assertEquals(
        "CloudFormation refuses the template: a template has no section `outputs`",
        refused(group + "outputs: {}\n"));
    assertProblems(List.of("unknown-property x-common"), group + "x-common: {}\n");
    assertEquals(
        "the section `x-common` is not known here: CloudFormation refuses the template, unless"
            + " another tool takes it away first",
        refused(group + "x-common: {}\n"));
    assertProblems(List.of(), "Hooks: {}\nRules: {}\nDescription: x\nMetadata: {}\n" + group);
    assertProblems(List.of(), "Transform: Acme\nx-common: {}\n" + group);
  }

  @Test
  void aTypeThatNoParameterHas() {
    String group = "Resources:\n" + GROUP;
    String parameter = "Parameters: {P: {Default: x, Type: ";
    assertProblems(List.of("invalid-template string"), parameter + "string}}\n" + group);
    for (String type :
        List.of("String", "CommaDelimitedList", "List<Number>", "AWS::New::Thing::Id")) {
      assertEquals("", refused(parameter + "'" + type + "'}}\n" + group));
    }
  }

  @Test
  void whatBecomesOfAResourceIsOneOfFewWords() {
    for (String key : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
      String topic = "Resources:\n  T: {Type: AWS::SNS::Topic, " + key + ": ";
      assertProblems(List.of("refused-template Keep"), topic + "Keep}\n" + GROUP);
      assertProblems(List.of(), topic + "RetainExceptOnCreate}\n" + GROUP);
      assertProblems(
          List.of(),
          "Parameters: {P: {Type: String}}\nTransform: AWS::LanguageExtensions\n"
              + topic
              + "!Ref P}\n"
              + GROUP);
      assertProblems(
          List.of(),
          "Conditions: {No: !Equals [a, b]}\n" + topic + "Keep, Condition: No}\n" + GROUP);
    }
  }

  @Test
  void aResourceThatNeedsItself() {
    assertProblems(
        List.of("circular-reference Topic"),
        """
        Resources:
          Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt Topic.TopicName}}
        """
            + GROUP);
    assertProblems(
        List.of("circular-reference Topic"),
        "Resources:\n  Topic: {Type: AWS::SNS::Topic, DependsOn: [Group, Topic]}\n" + GROUP);
  }

  @Test
  void resourcesThatNeedEachOther() {
    Read read =
        Read.template(
            """
            Resources:
              A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Sub "${B.TopicName}"}}
              B: {Type: AWS::SNS::Topic, DependsOn: C}
              C: {Type: AWS::SNS::Topic, Properties: {DisplayName: {Ref: A}}}
              D: {Type: AWS::SNS::Topic, Properties: {DisplayName: {Ref: A}}}
            """);
    assertEquals(List.of("circular-reference A"), read.problems());
    assertEquals(
        "the resources `A`, `B`, `C` depend on each other", read.diagnostics().get(0).message());
  }

  @Test
  void whatAConditionMayLeaveOutIsNoCircle() {
    assertProblems(
        List.of(),
        """
        Parameters: {P: {Type: String}}
        Conditions: {Yes: !Equals [!Ref P, "yes"], No: !Not [!Condition Yes]}
        Resources:
          A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [Yes, !Ref B, x]}}
          B: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [No, !Ref A, x]}}
          C: {Type: AWS::SNS::Topic, Condition: Yes, DependsOn: D}
          D: {Type: AWS::SNS::Topic, Condition: No, DependsOn: C}
        """
            + GROUP);
  }

  @Test
  void aConditionOnAResource() {
    assertProblems(
        List.of("invalid-function !Ref Group"),
        "Conditions: {C: !Equals [!Ref Group, x]}\nResources:\n" + GROUP);
  }

  @Test
  void aFunctionBesideOtherKeys() {
    assertProblems(
        List.of("invalid-function {'Fn::Sub': x, Ref: Group}"),
        """
        Resources:
          Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: {'Fn::Sub': x, Ref: Group}}}
        """
            + GROUP);
  }

  @Test
  void anUnknownVersion() {
    assertProblems(
        List.of("invalid-template \"2020-01-01\""),
        "AWSTemplateFormatVersion: \"2020-01-01\"\nResources:\n" + GROUP);
    assertProblems(List.of(), "AWSTemplateFormatVersion: 2010-09-09\nResources:\n" + GROUP);
  }

  @Test
  void aPseudoParameterThatThereIsNot() {
    assertProblems(
        List.of("unknown-reference \"AWS::StackNam\"", "unknown-reference ${AWS::Stack}"),
        """
        Resources:
          Topic:
            Type: AWS::SNS::Topic
            Properties: {DisplayName: {Ref: "AWS::StackNam"}, TopicName: !Sub "${AWS::Stack}"}
        """
            + GROUP);
  }

  @Test
  void aTypeThatIsNoText() {
    assertProblems(
        List.of("invalid-template Topic"),
        "Resources:\n  Topic: {Type: [AWS::SNS::Topic]}\n" + GROUP);
  }

  @Test
  void aMappingThatThereIsNot() {
    Read read = Read.named("Mappings: {M: {a: {b: c}}}", "!FindInMap [N, a, b]");
    assertEquals("there is no mapping `N`", read.diagnostics().get(0).message());
    read = Read.named("Mappings: {M: {a: {b: c}}}", "!FindInMap [M, a, c]");
    assertEquals("the mapping `M` has no entry `a.c`", read.diagnostics().get(0).message());
  }

  @Test
  void functionsOfTheLanguageExtensionsNeedTheirTransform() {
    String loop =
        """
        Resources:
          Fn::ForEach::Topics: [X, [a, b], {"T${X}": {Type: AWS::SNS::Topic}}]
        """;
    assertProblems(List.of("refused-template Fn::ForEach::Topics"), loop + GROUP);
    assertProblems(List.of(), "Transform: AWS::LanguageExtensions\n" + loop + GROUP);
    assertProblems(
        List.of("refused-template !Length [a]"),
        "Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: !Length [a]}}\n"
            + GROUP);
  }

  @Test
  void aSlipInATypeOrAPropertyIsRefusedAndAnotherNameMayBeNewer() {
    assertProblems(
        List.of("refused-template AWS::Cloudwatch::Alarm"),
        "Resources:\n  A: {Type: AWS::Cloudwatch::Alarm}\n" + GROUP);
    assertProblems(
        List.of("refused-template TopicNames"),
        "Resources:\n  A: {Type: AWS::SNS::Topic, Properties: {TopicNames: x}}\n" + GROUP);
    assertProblems(
        List.of("refused-template Endpoints"),
        "Resources:\n  A: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Endpoints: x}]}}\n"
            + GROUP);
    assertProblems(
        List.of("unknown-property Sparkling"),
        "Resources:\n  A: {Type: AWS::SNS::Topic, Properties: {Sparkling: x}}\n" + GROUP);
    assertProblems(
        List.of(), "Resources:\n  A: {Type: AWS::Quantum::Alarm, Properties: {X: x}}\n" + GROUP);
  }

  /** F205. */
  @Test
  void anAttributeThatATypeDoesNotHaveIsRefused() {
    String topic = "Resources:\n  Topic: {Type: AWS::SNS::Topic}\n" + GROUP;
    String refused = "refused-template ";
    assertProblems(
        List.of(refused + "!GetAtt Topic.Arn"),
        topic + "Outputs: {O: {Value: !GetAtt Topic.Arn}}\n");
    assertProblems(
        List.of(refused + "Topic"), topic + "Outputs: {O: {Value: !GetAtt [Topic, Arn]}}\n");
    assertProblems(
        List.of(refused + "${Topic.ARN}"),
        topic + "  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub 'a${Topic.ARN}'}}\n");
    assertProblems(
        List.of(),
        topic + "Outputs: {O: {Value: !Sub '${Topic.TopicArn}${Topic.TopicName}${Group.Arn}'}}\n");
    assertProblems(
        List.of(), topic + "  X: {Type: AWS::EC2::VPC}\nOutputs: {O: {Value: !GetAtt X.Y}}\n");
  }

  @Test
  void anAttributeThatMayBeOneIsDoubted() {
    String topic = "Resources:\n  Topic: {Type: AWS::SNS::Topic}\n" + GROUP;
    assertProblems(
        List.of("unknown-property !GetAtt Topic.DisplayName"),
        topic + "Outputs: {O: {Value: !GetAtt Topic.DisplayName}}\n");
    assertProblems(
        List.of("refused-template !GetAtt Topic.Arn"),
        "Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, a]}\n"
            + topic
            + "Outputs: {O: {Value: !If [C, !GetAtt Topic.Arn, a]}}\n");
  }

  @Test
  void aNumberIsNoKeyOfAMapping() {
    String rest = "Resources:\n" + GROUP;
    assertProblems(
        List.of("refused-template 111122223333"),
        "Mappings: {Of: {111122223333: {Name: a}}}\n" + rest);
    for (String number : List.of("1_000", "0x1F", "0b11", "012", "1:30", "1.5", ".5", "-7")) {
      assertProblems(
          List.of("refused-template " + number),
          "Mappings: {Of: {a: {" + number + ": a}}}\n" + rest);
    }
    for (String text : List.of("09", "1a", "012345678901", "eu-west-1", "1-2")) {
      assertProblems(List.of(), "Mappings: {Of: {a: {" + text + ": a}}}\n" + rest);
    }
    assertProblems(List.of(), "Mappings: {Of: {'111122223333': {Name: a}}}\n" + rest);
  }

  @Test
  void theVersionOfOrgFormationIsReadOn() {
    assertProblems(
        List.of("template-dialect 2010-09-09-OC"),
        "AWSTemplateFormatVersion: 2010-09-09-OC\nResources:\n" + GROUP);
  }
}
