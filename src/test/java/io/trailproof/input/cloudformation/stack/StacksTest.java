package io.trailproof.input.cloudformation.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Gap;
import io.trailproof.graph.Value;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.Read;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StacksTest {
  @Test
  void aFalseConditionMakesNoResourceAndAnOpenOneADoubt() {
    String text =
        """
        Parameters: {P: {Type: String}, Q: {Type: String, Default: 'no'}}
        Conditions:
          Yes: !Not [!Equals [!Ref Q, 'yes']]
          No: !And [!Condition Yes, !Equals [!Ref Q, 'yes']]
          Open: !Or [{Condition: No}, !Equals [!Ref P, 'yes']]
        Resources:
          A: {Type: 'AWS::SNS::Topic', Condition: Yes}
          B: {Type: 'AWS::SNS::Topic', Condition: No}
          C: {Type: 'AWS::SNS::Topic', Condition: Open}
          D: {Type: 'AWS::SNS::Subscription', Properties: {TopicArn: !Ref B, Protocol: sms}}
        """;
    Read read = Read.template(text);
    assertEquals(List.of("A", "C", "D"), read.addresses());
    assertTrue(read.resource("A").property("exists").isAbsent());
    assertEquals(
        "hangs on condition `Open`, and that on `P`",
        assertInstanceOf(Value.Unknown.class, read.resource("C").property("exists")).why());
    assertEquals(List.of("reference-to-nothing !Ref B"), read.problems());
    assertEquals(List.of("A", "C", "D"), Read.template(Map.of("P", "yes"), text).addresses());
    assertEquals(List.of("A", "D"), Read.template(Map.of("P", "x"), text).addresses());
  }

  @Test
  void aKeyThatIsWrittenTwiceIsToldWhereThereAreFewAndWhereThereAreMany() {
    for (int others : List.of(0, 6, 7, 20)) {
      String more = "";
      for (int i = 0; i < others; i++) {
        more += ", K" + i + ": v";
      }
      Read read =
          Read.template(
              "Resources: {A: {Type: 'AWS::SNS::Topic', Metadata: {T: a" + more + ", T: b}}}");
      assertEquals(List.of("duplicate-key T"), read.problems());
    }
  }

  @Test
  void circularConditionsAreReportedAndDecideNothing() {
    Read read =
        Read.template(
            """
            Conditions: {A: !Not [!Condition B], B: !Not [!Condition A]}
            Resources: {T: {Type: 'AWS::SNS::Topic', Condition: A}}
            """);
    assertEquals(List.of("circular-reference A"), read.problems());
    assertFalse(read.resource("T").property("exists").isAbsent());
  }

  @Test
  void listsLoseWhatHasNoValue() {
    Read read =
        Read.template(
            """
            Parameters: {P: {Type: String}}
            Conditions: {Open: !Equals [!Ref P, x], No: !Equals [a, b]}
            Resources:
              A:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  AlarmActions: [!If [No, x, !Ref 'AWS::NoValue'], y]
                  OKActions: [!If [Open, x, !Ref 'AWS::NoValue'], y]
                  Namespace: !If [No, x, !Ref 'AWS::NoValue']
            """);
    assertTrue(read.resource("A").property("namespace").isAbsent());
    assertEquals("[y]", Rendering.words(read.resource("A").property("actions")));
  }

  @Test
  void loopsAreWrittenOut() {
    Read read =
        Read.template(
            """
            Transform: AWS::LanguageExtensions
            Parameters: {Open: {Type: CommaDelimitedList}}
            Resources:
              Fn::ForEach::Topics:
                - Name
                - [a.x, b]
                - Fn::ForEach::Kinds:
                    - Kind
                    - [One]
                    - Topic&{Name}${Kind}:
                        Type: AWS::SNS::Topic
                        Properties: {TopicName: !Sub '${Name}-${Kind}', DisplayName: !Ref Name}
              Fn::ForEach::Unknown:
                - X
                - !Ref Open
                - T${X}: {Type: 'AWS::SNS::Topic'}
            """);
    assertEquals(List.of("TopicaxOne", "TopicbOne"), read.addresses());
    assertEquals("a.x-One", Rendering.words(read.resource("TopicaxOne").property("name")));
    assertEquals(
        "a loop over values that the template does not tell makes resources",
        read.reading().gaps().get(0).message());
  }

  @Test
  void macrosModulesAndTemplatesElsewhereAreGaps() {
    Read read =
        Read.template(
            """
            Transform: [AWS::Serverless-2016-10-31, MyMacro]
            Resources:
              Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://x}}
              M: {Type: 'My::Thing::Here::MODULE'}
              S: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: https://x/y.yaml}}
              A: {Type: 'AWS::SNS::Topic', Properties: {Fn::Transform: {Name: X}, TopicName: x}}
              F: {Type: 'AWS::Serverless::Function'}
            """);
    assertEquals(
        List.of("t.yaml", "t.yaml", "M", "S", "A"),
        read.reading().gaps().stream().map(Gap::address).toList());
    assertEquals(List.of("F"), read.addresses());
    assertEquals(List.of(), read.problems());
  }

  @Test
  void whatCloudFormationRefusesIsReportedAndTheRestIsRead() {
    Read read =
        Read.template(
            """
            Resources:
              A: {Type: 'AWS::SNS::Topic', Type: 'AWS::Logs::LogGroup', DependsOn: Nowhere}
              B: text
              C: {Properties: {}}
              D: &d {Type: 'AWS::SNS::Topic', Properties: {TopicName: ~, x: {y: z}}}
              E: *d
              F: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !If [a]}}
            """);
    assertEquals(List.of("A", "D", "E", "F"), read.addresses());
    assertEquals(
        List.of(
            "duplicate-key Type",
            "null-value ~",
            "yaml-alias &d {Type: 'AWS::SNS::Topic', Properties: {TopicName: ~, x: {y: z}}}",
            "invalid-function !If [a]",
            "unknown-reference Nowhere",
            "invalid-template B",
            "unknown-condition a",
            "invalid-template C",
            "unknown-property x"),
        read.problems());
  }

  @Test
  void exportsMeetImportsAcrossFiles() {
    String exporting =
        """
        Resources: {T: {Type: 'AWS::SNS::Topic'}}
        Outputs: {O: {Value: !Ref T, Export: {Name: !Sub 'x-${AWS::Region}'}}}
        """;
    String importing =
        """
        Resources:
          S:
            Type: AWS::SNS::Subscription
            Properties: {TopicArn: !ImportValue {'Fn::Sub': 'x-${AWS::Region}'}, Protocol: sms}
        """;
    SourceFile a = SourceFile.ofText("a", exporting);
    SourceFile b = SourceFile.ofText("b", importing);
    Value topic = Read.files(ReadSettings.NONE, b, a).resource("S").property("topic");
    assertEquals("a", assertInstanceOf(Value.Reference.class, topic).target().input());
    Value twice =
        Read.files(ReadSettings.NONE, a, SourceFile.ofText("c", exporting), b)
            .resource("S")
            .property("topic");
    assertInstanceOf(Value.Symbol.class, twice);
  }

  @Test
  void nestedTemplatesAreReadOnceWithTheirParentsArguments(@TempDir Path folder)
      throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(
        folder.resolve("root.yaml"),
        """
        Parameters: {Name: {Type: String}}
        Conditions: {Open: !Equals [!Ref Name, '']}
        Resources:
          Child:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: !Sub 'https://${AWS::Region}.amazonaws.com/b/child.yaml?versionId=1'
              Parameters: {Name: !Ref Name, Ids: [1, 2], Maybe: !If [Open, x, !Ref 'AWS::NoValue']}
          S:
            Type: AWS::SNS::Subscription
            Properties: {TopicArn: !GetAtt Child.Outputs.Topic, Protocol: sms}
        """);
    Files.writeString(
        folder.resolve("sub/child.yaml"),
        """
        Parameters: {Name: {Type: String}, Ids: {Type: CommaDelimitedList}, Maybe: {Type: String, Default: d}}
        Resources:
          T: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Sub '${Name}-x'}}
          G: {Type: 'AWS::Logs::LogGroup', Properties: {LogGroupName: !Select [1, !Ref Ids]}}
          M: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Sub '${Maybe}!'}}
        Outputs: {Topic: {Value: !Ref T}}
        """);
    String root = folder.resolve("root.yaml").toString();
    String child = folder.resolve("sub/child.yaml").toString();
    Read alone = Read.files(ReadSettings.NONE, open(root));
    Read both = Read.files(ReadSettings.NONE, open(child), open(root));
    for (Read read : List.of(alone, both)) {
      assertEquals(List.of("Child/T", "Child/G", "Child/M", "S"), read.addresses());
      assertEquals(child, read.resource("Child/T").id().input());
      Value name = read.resource("Child/T").property("name");
      assertEquals("${parameter Name}-x", Rendering.words(name));
      assertEquals("2", Rendering.words(read.resource("Child/G").property("name")));
      Value topic = read.resource("S").property("topic");
      assertEquals(
          read.resource("Child/T").id(), assertInstanceOf(Value.Reference.class, topic).target());
      assertEquals(List.of(), read.problems());
    }
  }

  @Test
  void whatANestedStackIsHandedHasToBeWhatItsTemplateTakes(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("child.yaml"),
        """
        Parameters:
          Needed: {Type: String}
          Stage: {Type: String, Default: prod, AllowedValues: [prod, test]}
          Size: {Type: Number, Default: 1}
        Resources: {T: {Type: 'AWS::SNS::Topic'}}
        """);
    assertEquals(List.of(), handed(folder, "child.yaml", "{Needed: a}"));
    assertEquals(List.of(), handed(folder, "child.yaml", "{Needed: !Ref P, Stage: !Ref P}"));
    assertEquals(
        List.of("refused-template Other true"),
        handed(folder, "child.yaml", "{Needed: a, Other: b}"));
    assertEquals(
        List.of("refused-template 'AWS::CloudFormation::Stack' true"),
        handed(folder, "child.yaml", "{Stage: test}"));
    assertEquals(
        List.of("refused-template 'AWS::CloudFormation::Stack' true"),
        handed(folder, "child.yaml", "{Needed: !Ref 'AWS::NoValue'}"));
    assertEquals(
        List.of("refused-template 'AWS::CloudFormation::Stack' true"),
        handed(folder, "child.yaml", "{Needed: a, Stage: dev}"));
    assertEquals(
        List.of("refused-template 'AWS::CloudFormation::Stack' true"),
        handed(folder, "child.yaml", "{Needed: a, Size: big}"));
    assertEquals(List.of(), handed(folder, "child.yaml", "{'Fn::Transform': {Name: Acme}}"));
    assertEquals(
        List.of("refused-template Other false"),
        handed(folder, "https://s3.amazonaws.com/b/child.yaml", "{Needed: a, Other: b}"),
        "a file that has the same name may be another version");
  }

  /** What is said of a nested stack, and whether its parent is certainly refused for it. */
  private static List<String> handed(Path folder, String url, String parameters)
      throws IOException {
    Path root = folder.resolve("root.yaml");
    Files.writeString(
        root,
        """
        Parameters: {P: {Type: String}}
        Resources:
          G: {Type: 'AWS::Logs::LogGroup'}
          C: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: '%s', Parameters: %s}}
        """
            .formatted(url, parameters));
    Read read = Read.files(ReadSettings.NONE, open(root.toString()));
    boolean certain = !read.resource("G").property("refused").isAbsent();
    return read.problems().stream().map(problem -> problem + " " + certain).toList();
  }

  @Test
  void aTypeThatNobodyKnowsMayMakeWhatIsMissingToWhatItIsHanded() {
    String text =
        """
        Conditions: {No: !Equals [a, b]}
        Resources:
          T: {Type: 'AWS::SNS::Topic'}
          X: {Type: '%s', Properties: {Receivers: [{To: !Ref T}]}}
        """;
    for (String type : List.of("AWS::SNS::Listener", "Acme::Paging::Escalation")) {
      List<Gap> gaps = Read.template(text.formatted(type)).reading().gaps();
      assertEquals(1, gaps.size(), type);
      assertEquals(
          "`X` of the type `"
              + type
              + "` may make what is missing here: its type is not known here, and it is handed"
              + " `T`",
          gaps.get(0).message());
      assertTrue(gaps.get(0).mayHide(List.of("aws.sns.Subscription")));
      assertFalse(gaps.get(0).mayHide(List.of("aws.cloudtrail.Trail")));
    }
    assertEquals(List.of(), Read.template(text.formatted("AWS::EC2::VPC")).reading().gaps());
    assertEquals(
        List.of(),
        Read.template(text.replace("Properties", "Condition: No, Properties").formatted("A::B::C"))
            .reading()
            .gaps());
    assertEquals(
        List.of(),
        Read.template(text.formatted("A::B::C").replace("!Ref T", "all")).reading().gaps());
  }

  @Test
  void nothingOutsideTheFolderIsRead(@TempDir Path folder) throws IOException {
    Path inside = Files.createDirectories(folder.resolve("in"));
    String secret = "Resources: {T: {Type: 'AWS::SNS::Topic'}}";
    Files.writeString(folder.resolve("out.yaml"), secret);
    Files.createSymbolicLink(inside.resolve("link.yaml"), folder.resolve("out.yaml"));
    Files.writeString(
        inside.resolve("root.yaml"),
        """
        Resources:
          A: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: ../out.yaml}}
          B: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: link.yaml}}
          C: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: ./root.yaml}}
        """);
    Read read = Read.files(ReadSettings.NONE, open(inside.resolve("root.yaml").toString()));
    assertEquals(List.of(), read.addresses());
    assertEquals(3, read.reading().gaps().size());
  }

  private static SourceFile open(String name) {
    try {
      return SourceFile.open(name, Path.of(name));
    } catch (io.trailproof.source.UnreadableSource e) {
      throw new AssertionError(e);
    }
  }
}
